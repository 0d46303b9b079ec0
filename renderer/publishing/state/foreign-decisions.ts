// What the officer decides about keys of others while a preview is on the screen. Another decision makes another preview.
import type { KeepForeign } from '../../../shared/domain/published-set/foreign.ts';

export interface Decisions {
  removeForeign: readonly string[];
  keepForeign: readonly KeepForeign[];
}

export const UNDECIDED: Decisions = { removeForeign: [], keepForeign: [] };

/** `null`: nothing is decided about this key any more. */
export type Decision = 'remove' | { reason: string } | null;

export function decide({ removeForeign, keepForeign }: Decisions, name: string, decision: Decision): Decisions {
  const remove = removeForeign.filter((one) => one !== name);
  const keep = keepForeign.filter((one) => one.name !== name);
  return {
    removeForeign: decision === 'remove' ? [...remove, name] : remove,
    keepForeign: decision === null || decision === 'remove' ? keep : [...keep, { name, reason: decision.reason }],
  };
}

/** As the contract takes them; a push without any needs no word. */
export const decisionArgs = ({
  removeForeign,
  keepForeign,
}: Decisions): { removeForeign?: string[]; keepForeign?: KeepForeign[] } => ({
  ...(removeForeign.length > 0 && { removeForeign: [...removeForeign] }),
  ...(keepForeign.length > 0 && { keepForeign: [...keepForeign] }),
});

export const isDecided = ({ removeForeign, keepForeign }: Decisions): boolean =>
  removeForeign.length + keepForeign.length > 0;

/** The names of the keys about which these differ. */
export function decidedBetween(before: Decisions, now: Decisions): Set<string> {
  const wishes = ({ removeForeign, keepForeign }: Decisions): Map<string, string> =>
    new Map([
      ...removeForeign.map((name) => [name, 'remove'] as const),
      ...keepForeign.map(({ name, reason }) => [name, `keep ${reason}`] as const),
    ]);
  const [first, second] = [wishes(before), wishes(now)];
  return new Set([...first.keys(), ...second.keys()].filter((name) => first.get(name) !== second.get(name)));
}
