// The window's words for how pressing something is. What there is to do is said in shared/words/{en,de}/waiting.ts.
import type { DueCounts } from '../state/due.ts';
import { words } from '../../text/words.ts';

export const SEVERITY = words.due.severity;

/** `2 overdue, 1 soon`; empty when nothing presses. */
export const countsLine = ({ overdue, soon }: DueCounts): string => words.due.counts(overdue, soon);
