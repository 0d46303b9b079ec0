// The authorities that are trusted besides those built in. One is added by a dialog of the main process, which also names
// its fingerprint before it is trusted.
import { Button } from '@mantine/core';
import type { Authority, NetworkView } from '../../../shared/domain/network.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { When } from '../../parts/when.tsx';

const NETWORK = words.network;

export function NetworkAuthorities({ view: { authorities, trusted } }: { view: NetworkView }) {
  const add = useCommand('network.addAuthority');
  const remove = useCommand('network.removeAuthority');
  const busy = add.busy || remove.busy;
  return (
    <>
      <Facts>
        <Fact name={NETWORK.builtIn}>{NETWORK.trusted(trusted)}</Fact>
        <Fact name={NETWORK.authorities}>
          {authorities.length === 0 ? (
            <span className="quiet">{NETWORK.none}</span>
          ) : (
            <div className="stack">
              {authorities.map((authority) => (
                <Named
                  key={authority.sha256}
                  authority={authority}
                  busy={busy}
                  onRemove={() => void remove.run({ sha256: authority.sha256 })}
                />
              ))}
            </div>
          )}
        </Fact>
      </Facts>
      <Failure error={add.error ?? remove.error} />
      <div>
        <Button variant="default" size="sm" loading={add.busy} disabled={busy} onClick={() => void add.run({})}>
          {NETWORK.add}
        </Button>
      </div>
    </>
  );
}

function Named({
  authority: { subject, sha256, endsAt },
  busy,
  onRemove,
}: {
  authority: Authority;
  busy: boolean;
  onRemove: () => void;
}) {
  return (
    <div>
      <div className="row row-wrap">
        <strong>{subject}</strong>
        <span className="quiet">
          {NETWORK.until} <When at={endsAt} precision="day" />
        </span>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={NETWORK.removeOne(subject)}
          disabled={busy}
          onClick={onRemove}
        >
          {NETWORK.remove}
        </Button>
      </div>
      <Fingerprint what={NETWORK.fingerprint} value={sha256} />
    </div>
  );
}
