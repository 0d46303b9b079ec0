// The verifiers that consume a tenant's key set, chosen by the products that people know. Each says how long it keeps a
// key set, and where that is known from.
import { Checkbox } from '@mantine/core';
import { VERIFIER_IDS, VERIFIERS, type Verifier, type VerifierId } from '../../shared/verifier-catalogue.ts';
import { durationOf } from '../text/durations.ts';
import './verifier-choice.css';

interface VerifierChoiceProps {
  chosen: readonly VerifierId[];
  onChange: (chosen: VerifierId[]) => void;
}

const REFETCH: Record<Verifier['refetch'], string> = {
  yes: 'looks again for an unknown kid',
  paused: 'looks again for an unknown kid after a pause',
  no: 'does not look again before that',
  never: 'never looks',
  unknown: 'it is not known whether it looks again',
};

export function VerifierChoice({ chosen, onChange }: VerifierChoiceProps) {
  return (
    <Checkbox.Group
      label="Who verifies the tokens?"
      description="The longest cache among them is waited for. Choose none when you do not know, and give a time below."
      value={[...chosen]}
      onChange={(values) => onChange(VERIFIER_IDS.filter((id) => values.includes(id)))}
    >
      <div className="verifiers">
        {VERIFIER_IDS.map((id) => {
          const { name, seconds, refetch, note } = VERIFIERS[id];
          const keeps = seconds === null ? 'until a person replaces it' : durationOf(seconds);
          return (
            <Checkbox
              key={id}
              value={id}
              label={name}
              description={
                <>
                  Keeps keys {keeps}; {REFETCH[refetch]}. {note}
                </>
              }
            />
          );
        })}
      </div>
    </Checkbox.Group>
  );
}
