// The building blocks of an answer to “what is this file?”, made from public facts. The words come later, by language.
import type { FileFormat, KeyKind, Scheme } from '../../../shared/domain/reading/schemes.ts';
import { toWireError } from '../../../shared/errors.ts';
import type { Issuers } from '../certificate-signature.ts';
import type { KeyTests } from '../key-tests.ts';
import type {
  FactName,
  FoundFact,
  FoundPart,
  FoundValue,
  FoundWarning,
  PlainWarning,
} from '../../../shared/domain/reading/inspection.ts';

export type Facts = Readonly<Partial<Record<FactName, FoundValue | number | null>>>;

/** A warning that takes no values may be given by its code alone. */
export type Warned = FoundWarning | PlainWarning | null;

/** More things than a person looks at; the rest is counted. */
export const MAX_PARTS = 100;

/** Certificates and public keys of one bundle; those of every authority that there is are a few hundred. */
export const MAX_LISTED = 10_000;

export interface Looking {
  now: Date;
  /** Every certificate of the file, in which issuers are looked for. */
  beside: Issuers;
  tests: KeyTests;
}

export function part(what: FoundPart['what'], facts: Facts, warnings: readonly Warned[] = []): FoundPart {
  return { what, facts: factsOf(facts), warnings: warningsOf(warnings) };
}

export const warningsOf = (warnings: readonly Warned[]): FoundWarning[] =>
  warnings.flatMap((warning) => (warning === null ? [] : [typeof warning === 'string' ? { code: warning } : warning]));

export function factsOf(facts: Facts): FoundFact[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its keys are names by its type
  const given = Object.entries(facts) as [FactName, Facts[FactName]][];
  return given.flatMap(([name, value]) =>
    value === undefined || value === null || value === ''
      ? []
      : [{ name, value: typeof value === 'number' ? String(value) : value }],
  );
}

/** Why something did not open: the same refusal as at an import. */
export const reasonOf = (error: unknown): FoundWarning => ({ code: 'refused', error: toWireError(error) });

export const scheme = (found: Scheme): FoundValue => ({ code: 'scheme', scheme: found });

export const keyKind = (kind: KeyKind): FoundValue => ({ code: 'key-kind', kind });

/** A format with the same name in every language. */
export const format = (name: string): FileFormat => ({ code: 'named', name });

/** Shortened when it is very long. */
export const clipped = (text: string, length: number): FoundValue =>
  text.length > length ? { code: 'cut', text: text.slice(0, length), characters: text.length } : text;
