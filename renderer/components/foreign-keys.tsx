// Keys at the tenant that are not ours: each stays unless the officer ticks it, and the tick says what it does.
import { Checkbox } from '@mantine/core';
import type { DiffEntry } from '../../shared/model.ts';
import type { PublishAct } from '../../shared/publishing.ts';

interface ForeignKeysProps {
  act: PublishAct;
  diff: readonly DiffEntry[];
  /** Names of those that a push takes down. */
  removed: readonly string[];
  disabled: boolean;
  onChange: (removed: string[]) => void;
}

export function ForeignKeys({ act, diff, removed, disabled, onChange }: ForeignKeysProps) {
  const names = diff.flatMap(({ kind, state, kid, thumbprint }) =>
    state === null && (kind === 'foreign' || kind === 'removed') ? (kid ?? thumbprint ?? []) : [],
  );
  if (names.length === 0) {
    return null;
  }
  return (
    <Checkbox.Group
      label="Take down foreign keys"
      description={
        act === 'clear'
          ? 'Everything goes, so each of them must be ticked. Nothing happens before you press the button of step 2.'
          : 'They stay unless you tick them. Nothing happens before you push.'
      }
      value={[...removed]}
      onChange={onChange}
    >
      <div className="stack-tight">
        {[...new Set(names)].map((name) => (
          <Checkbox
            key={name}
            value={name}
            disabled={disabled}
            label={`Take down ${name}`}
            description="Every token signed with it is refused from then on. Ask its owner first."
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
