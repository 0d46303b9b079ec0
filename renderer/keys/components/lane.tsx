// The lane: next, current, previous, revoked, joined by the way that every key goes, and the keys that stand there.
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { KeyRing, RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant, TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { laneOf, type Stop } from '../state/lane.ts';
import { hrefOf } from '../../state/route.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { KeyCard } from './key-card.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import './lane.css';

/** More cards than this wait behind a button, so that old keys do not push the others off the screen. */
const SHOWN = 2;

interface LaneProps {
  tenant: Tenant;
  view: RingView;
  /** By kid. */
  faults: TenantView['certificateFaults'];
}

export function Lane({ tenant, view, faults }: LaneProps) {
  return (
    <>
      <div className="lane">
        {laneOf(view.keys).map((stop) => (
          <LaneStop
            key={stop.state}
            tenant={tenant}
            ring={view.ring}
            stop={stop}
            clocks={view.clocks}
            faults={faults}
          />
        ))}
      </div>
      <Replaced tenant={tenant} keys={view.keys.filter(({ state }) => state === 'replaced')} />
    </>
  );
}

/** Beside the way: they never were on it. */
function Replaced({ tenant, keys }: { tenant: Tenant; keys: readonly SigningKey[] }) {
  return keys.length === 0 ? null : (
    <p className="lane-replaced">
      <StateShape state="replaced" size={12} /> {words.ring.lane.replaced(keys.length)}{' '}
      {keys.map(({ id, kid }) => (
        <a key={id} className="link mono" href={hrefOf({ screen: 'key', tenant: tenant.name, kid })} title={kid}>
          {shortKid(kid)}
        </a>
      ))}
    </p>
  );
}

interface LaneStopProps {
  tenant: Tenant;
  ring: KeyRing;
  stop: Stop;
  clocks: RingView['clocks'];
  faults: LaneProps['faults'];
}

function LaneStop({ tenant, ring, stop: { state, keys }, clocks, faults }: LaneStopProps) {
  const id = useId();
  const [all, setAll] = useState(false);
  const { word, nist, means, empty } = words.model.state[state];
  const shown = all ? keys : keys.slice(0, SHOWN);
  return (
    <div className="stop" role="group" aria-labelledby={id}>
      <div className="stop-head" title={means}>
        <StateShape state={state} size={16} />
        <h3 id={id}>{word}</h3>
        {keys.length > 1 && <span className="stop-count numbers">{keys.length}</span>}
        <span className="stop-way" aria-hidden />
      </div>
      <p className="stop-nist">{say(words.ring.lane.nist(<abbr title="NIST SP 800-57">NIST</abbr>, nist))}</p>
      {keys.length === 0 ? (
        <p className="stop-empty">{empty}</p>
      ) : (
        <ul className="plain-list stop-keys">
          {shown.map((key) => (
            <KeyCard
              key={key.id}
              tenant={tenant}
              ring={ring}
              signingKey={key}
              clocks={clocks[key.kid]}
              faults={faults[key.kid]}
            />
          ))}
        </ul>
      )}
      {keys.length > SHOWN && (
        <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.ring.lane.showFewer : words.ring.lane.showAll(keys.length)}
        </Button>
      )}
    </div>
  );
}
