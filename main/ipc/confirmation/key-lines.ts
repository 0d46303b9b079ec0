// What a question says of keys, and of what may be long.
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { DialogWords } from '../../../shared/words/words.ts';
import type { Fact } from '../question.ts';

/** How many of anything are named; the rest are counted. */
export const MOST_NAMES = 12;
const MOST_CHARACTERS = 200;

export const shortened = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;

/** Kid and thumbprint, once where they are the same; nothing where there is no key. */
export function keyLines(label: string, key: { kid: string; thumbprint?: string | null } | null): Fact[] {
  return key === null ? [] : [{ label, values: [...new Set([key.kid, key.thumbprint ?? key.kid])], mono: true }];
}

/** Who may still have a copy; nothing where nobody has. */
export const holders = (
  { confirmation: said, accept }: DialogWords,
  copies: readonly { number: number; to: string }[],
): Fact[] =>
  copies.length === 0
    ? []
    : [
        {
          label: said.label.copies,
          values: [
            ...copies.slice(0, MOST_NAMES).map(({ number, to }) => said.copy(shortened(to), number)),
            ...(copies.length > MOST_NAMES ? [accept.more(copies.length - MOST_NAMES)] : []),
          ],
          mono: false,
        },
      ];

export function exposed(
  { confirmation: said }: DialogWords,
  { compromised, compromisedSince }: { compromised: boolean; compromisedSince?: Instant | undefined },
): Fact {
  const value = compromised
    ? compromisedSince === undefined
      ? said.exposed
      : said.exposedSince(said.instant(compromisedSince))
    : said.routine;
  return { label: said.label.why, values: [value], mono: false };
}
