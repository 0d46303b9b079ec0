// Texts from a file, made safe to print: a file must not write on a terminal.
import type { FoundFact, FoundPart, FoundValue } from '../../../shared/domain/reading/inspection.ts';
import { clipped } from './finding.ts';

const MAX_VALUE = 1000;

export const printablePart = ({ what, facts, warnings }: FoundPart): FoundPart => ({
  what: printableTexts(what),
  facts: printableFacts(facts),
  warnings: printableTexts(warnings),
});

export const printableFacts = (facts: readonly FoundFact[]): FoundFact[] =>
  facts.map(({ name, value }) => ({ name: printableName(name), value: printableValue(value) }));

const printableName = (name: FoundFact['name']): FoundFact['name'] =>
  typeof name === 'string' ? name : { member: printableValue(name.member) };

const printableValue = (value: FoundValue): FoundValue =>
  typeof value === 'string' ? clipped(printable(value), MAX_VALUE) : printableTexts(value);

/** The same thing with every text in it made safe. Codes are safe already, and stay as they are. */
export function printableTexts<T>(thing: T): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the same thing but for letters in its texts
  return JSON.parse(JSON.stringify(thing), (_name, inner: unknown) =>
    typeof inner === 'string' ? printable(inner).slice(0, MAX_VALUE) : inner,
  ) as T;
}

/** No control characters, no direction marks, no lone surrogates. */
export const printable = (text: string): string => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
