// The verifiers that consume a tenant's key set, chosen by the products that people know. Each says how long it keeps a
// key set, and where that is known from.
import { Checkbox } from '@mantine/core';
import { VERIFIER_IDS, type VerifierId, VERIFIERS } from '../../../shared/domain/verifiers.ts';
import { durationOf } from '../../text/durations.ts';
import { words } from '../../text/words.ts';
import './verifier-choice.css';

interface VerifierChoiceProps {
  chosen: readonly VerifierId[];
  onChange: (chosen: VerifierId[]) => void;
}

export function VerifierChoice({ chosen, onChange }: VerifierChoiceProps) {
  return (
    <Checkbox.Group
      label={words.verifiers.label}
      description={words.verifiers.means}
      value={[...chosen]}
      onChange={(values) => onChange(VERIFIER_IDS.filter((id) => values.includes(id)))}
    >
      <div className="verifiers">
        {VERIFIER_IDS.map((id) => {
          const { seconds, refetch } = VERIFIERS[id];
          const { name, note } = words.shared.verifier[id];
          const keeps = seconds === null ? words.verifiers.untilReplaced : durationOf(seconds);
          return (
            <Checkbox key={id} value={id} label={name} description={words.verifiers.keeps(keeps, refetch, note)} />
          );
        })}
      </div>
    </Checkbox.Group>
  );
}
