// The window's words for how pressing something is. What there is to do is said in shared/waiting-words.ts.
import type { DueCounts } from '../state/due.ts';
import { words } from '../../words/words.ts';

export const SEVERITY = words.due.severity;

/** `2 overdue, 1 soon`; empty when nothing presses. */
export const countsLine = ({ overdue, soon }: DueCounts): string => words.due.counts(overdue, soon);
