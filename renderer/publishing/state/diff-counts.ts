// How many keys a push would treat in which way.
import type { DiffEntry, DiffKind } from '../../../shared/domain/published-set/publication.ts';
import { words } from '../../text/words.ts';

const ORDER: readonly DiffKind[] = ['altered', 'foreign', 'added', 'removed', 'kept'];

/** Kinds that occur, the most alarming first. */
export function diffCounts(diff: readonly DiffEntry[]): { kind: DiffKind; count: number }[] {
  return ORDER.map((kind) => ({ kind, count: diff.filter((entry) => entry.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

/** `2 added, 1 taken down`. */
export const countsLine = (diff: readonly DiffEntry[]): string =>
  diffCounts(diff)
    .map(({ kind, count }) => words.preview.diff.counted(count, words.model.diff[kind].word))
    .join(', ');
