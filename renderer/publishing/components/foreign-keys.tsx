// Keys of others: a decision about each, before anything goes. Kept with a reason that stays visible, or taken down.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { reasonSchema } from '../../../shared/fields.ts';
import type { ForeignKey } from '../../../shared/domain/published-set/foreign.ts';
import type { PublishAct } from '../../../shared/domain/published-set/finding.ts';
import type { Decision } from '../state/foreign-decisions.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { RemoteName } from '../../parts/remote-name.tsx';
import { When } from '../../parts/when.tsx';

const said = words.preview.foreign;

interface ForeignKeysProps {
  act: PublishAct;
  foreign: readonly ForeignKey[];
  disabled: boolean;
  onDecide: (name: string, decision: Decision) => void;
}

export function ForeignKeys({ act, foreign, disabled, onDecide }: ForeignKeysProps) {
  // A name may stand twice; the decision is about the name.
  const named = [...new Map(foreign.map((key) => [key.name, key])).values()];
  if (named.length === 0) {
    return null;
  }
  return (
    <section aria-label={said.label} className="stack-tight">
      <h3>{said.label}</h3>
      <p className="quiet small">{act === 'clear' ? said.allGo : said.decide}</p>
      {named.map((key) => (
        <ForeignRow key={key.name} act={act} foreign={key} disabled={disabled} onDecide={onDecide} />
      ))}
    </section>
  );
}

interface ForeignRowProps extends Omit<ForeignKeysProps, 'foreign'> {
  foreign: ForeignKey;
}

function ForeignRow({ act, foreign: { name, decision }, disabled, onDecide }: ForeignRowProps) {
  const goes = decision?.kind === 'remove';
  return (
    <div className="stack-tight">
      <Checkbox
        checked={goes}
        disabled={disabled}
        label={said.takeDown(name)}
        description={said.means}
        onChange={(event) => onDecide(name, event.currentTarget.checked ? 'remove' : null)}
      />
      {decision?.kind === 'kept' && (
        <p className="small">
          <RemoteName name={name} /> {say(said.kept(decision.by, <When at={decision.at} />, decision.reason))}
        </p>
      )}
      {decision?.kind === 'keep' && (
        <div className="row row-wrap">
          <span className="small">
            <RemoteName name={name} /> {said.keeps(decision.reason)}
          </span>
          <Button size="xs" variant="default" disabled={disabled} onClick={() => onDecide(name, null)}>
            {said.anew(name)}
          </Button>
        </div>
      )}
      {act !== 'clear' && decision === null && <KeepForm name={name} disabled={disabled} onDecide={onDecide} />}
    </div>
  );
}

function KeepForm({ name, disabled, onDecide }: Pick<ForeignRowProps, 'disabled' | 'onDecide'> & { name: string }) {
  const [reason, setReason] = useState('');
  const parsed = reasonSchema.safeParse(reason);
  return (
    <div className="row row-wrap">
      <TextInput
        aria-label={said.why(name)}
        placeholder={said.why(name)}
        w="100%"
        maw={420}
        maxLength={500}
        disabled={disabled}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={disabled || !parsed.success}
        onClick={() => onDecide(name, parsed.success ? { reason: parsed.data } : null)}
      >
        {said.keep(name)}
      </Button>
    </div>
  );
}
