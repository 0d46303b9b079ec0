// Keys at the tenant that are not ours: each stays unless the officer ticks it, and the tick says what it does.
import { Checkbox } from '@mantine/core';
import type { DiffEntry } from '../../../shared/model/publication.ts';
import type { PublishAct } from '../../../shared/publishing.ts';
import { words } from '../../words/words.ts';

const said = words.preview.foreign;

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
      label={said.label}
      description={act === 'clear' ? said.allGo : said.stay}
      value={[...removed]}
      onChange={onChange}
    >
      <div className="stack-tight">
        {[...new Set(names)].map((name) => (
          <Checkbox key={name} value={name} disabled={disabled} label={said.takeDown(name)} description={said.means} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
