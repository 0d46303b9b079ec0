// The building blocks of an answer to “what is this file?”. Everything here is text for people, made from public facts.
import { toWireError } from '../../../shared/errors.ts';
import type {
  InspectedFact,
  InspectedFile,
  InspectedKind,
  InspectedPart,
} from '../../../shared/model/inspected-file.ts';
import { sentenceFor } from '../../../shared/sentences.ts';
import type { Unlocking } from '../protection/unlock.ts';

/** What was found, before the words that go with its kind are added. */
export interface Finding {
  kind: InspectedKind;
  format: string;
  parts: InspectedPart[];
  warnings: string[];
  importable: InspectedFile['importable'];
}

/** More things than a person looks at; the rest is counted. */
export const MAX_PARTS = 100;

export interface Looking extends Unlocking {
  now: Date;
}

/** A finding of one thing. `null` values are facts that are not there. */
export function finding(
  kind: InspectedKind,
  format: string,
  parts: readonly InspectedPart[],
  rest: Partial<Pick<Finding, 'warnings' | 'importable'>> = {},
): Finding {
  return { kind, format, parts: [...parts], warnings: [], importable: 'no', ...rest };
}

export function part(
  what: string,
  facts: Readonly<Record<string, string | number | null>>,
  warnings: readonly (string | null)[] = [],
): InspectedPart {
  return { what, facts: factsOf(facts), warnings: warnings.filter((warning) => warning !== null) };
}

export function factsOf(facts: Readonly<Record<string, string | number | null>>): InspectedFact[] {
  return Object.entries(facts).flatMap(([label, value]) =>
    value === null || value === '' ? [] : [{ label, value: String(value) }],
  );
}

/** Why something did not open, in the words of the same refusal at import. */
export const reasonOf = (error: unknown): string => sentenceFor(toWireError(error)).message;

export const colons = (digest: Buffer): string =>
  digest
    .toString('hex')
    .toUpperCase()
    .replaceAll(/..(?!$)/g, '$&:');

/** Upper-case hex of a big-endian number, shortened when it is very long. */
export const clipped = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}… (${text.length} characters)` : text;
