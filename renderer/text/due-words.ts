// The window's words for how pressing something is. What there is to do is said in shared/waiting-words.ts.
import type { Severity } from '../../shared/forecast.ts';
import type { DueCounts } from '../state/due.ts';

export const SEVERITY: Record<Severity, { word: string; means: string }> = {
  overdue: { word: 'Overdue', means: 'Its day has come.' },
  soon: { word: 'Soon', means: 'Within two weeks.' },
  later: { word: 'Later', means: 'Nothing to do yet.' },
};

/** `2 overdue, 1 soon`; empty when nothing presses. */
export function countsLine({ overdue, soon }: DueCounts): string {
  return [overdue > 0 ? `${overdue} overdue` : '', soon > 0 ? `${soon} soon` : ''].filter(Boolean).join(', ');
}
