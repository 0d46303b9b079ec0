// The difference in one line, and a warning when somebody else has had a hand in the set.
import type { DiffEntry } from '../../shared/model.ts';
import { diffCounts } from '../state/diff-counts.ts';
import { DIFF } from '../text/words.ts';
import { Notice } from './notice.tsx';

export function DiffSummary({ diff }: { diff: readonly DiffEntry[] }) {
  const counts = diffCounts(diff);
  if (counts.length === 0) {
    return null;
  }
  const line = counts.map(({ kind, count }) => `${count} ${DIFF[kind].word.toLowerCase()}`).join(', ');
  if (counts.some(({ kind }) => kind === 'altered')) {
    return (
      <Notice tone="danger" title={`${line}.`}>
        <p>A key that bears one of our kids is not the one we published. Find out who changed it before you push.</p>
      </Notice>
    );
  }
  if (counts.some(({ kind }) => kind === 'foreign')) {
    return (
      <Notice tone="caution" title={`${line}.`}>
        <p>
          The tenant holds keys that are not from this custodian. A push keeps them unless you tick them below. Make
          sure that you know whose they are.
        </p>
      </Notice>
    );
  }
  return <p className="summary-line small">{line}</p>;
}
