// Keys of others in lines for people: what is decided about each, by whom, and why.
import type { ForeignKey, KeptForeign } from '../../../domain/published-set/foreign.ts';

/** One line for each decision that stands; nobody is to forget that these keys are accepted. */
export const keptLines = (kept: readonly KeptForeign[]): string[] =>
  kept.map((one) => `Kept, not ours: ${one.name} is accepted, ${decisionWords(one)}`);

export const decisionWords = ({ reason, at, by }: Pick<KeptForeign, 'reason' | 'at' | 'by'>): string =>
  `by a decision of ${by} at ${at}: ${reason}`;

/** What is decided with this push, and what is not; former decisions are told by the preview itself. */
export const foreignLines = (foreign: readonly ForeignKey[]): string[] => foreign.map(foreignLine);

function foreignLine({ name, decision }: ForeignKey): string {
  switch (decision?.kind) {
    case undefined:
      return `Not ours: ${name} is undecided. Keep it (--keep-foreign KID --reason TEXT) or remove it (--remove-foreign KID).`;
    case 'remove':
      return `Not ours: ${name} is removed.`;
    case 'keep':
      return `Not ours: ${name} is kept: ${decision.reason}`;
    case 'kept':
      return `Not ours: ${name} is kept, ${decisionWords(decision)}`;
  }
}
