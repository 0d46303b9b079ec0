// The difference in one line, and a warning when somebody else has had a hand in the set.
import type { DiffEntry } from '../../../shared/domain/published-set/publication.ts';
import { countsLine, diffCounts } from '../state/diff-counts.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';

export function DiffSummary({ diff }: { diff: readonly DiffEntry[] }) {
  const counts = diffCounts(diff);
  if (counts.length === 0) {
    return null;
  }
  const line = countsLine(diff);
  if (counts.some(({ kind }) => kind === 'altered')) {
    return (
      <Notice tone="danger" title={`${line}.`}>
        <p>{words.preview.diff.altered}</p>
      </Notice>
    );
  }
  if (counts.some(({ kind }) => kind === 'foreign')) {
    return (
      <Notice tone="caution" title={`${line}.`}>
        <p>{words.preview.diff.foreign}</p>
      </Notice>
    );
  }
  return <p className="summary-line small">{line}</p>;
}
