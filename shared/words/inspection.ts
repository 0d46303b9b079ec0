// How an answer in codes to “what is this file?” becomes one in the words of a language.
import type { InspectedFile, InspectedKind, InspectedPart } from '../domain/reading/inspected-file.ts';
import type {
  FoundFact,
  FoundFile,
  FoundPart,
  FoundValue,
  FoundWarning,
  PlainValue,
  PlainWarning,
} from '../domain/reading/inspection.ts';
import type { FileFormat } from '../domain/reading/schemes.ts';

export interface InspectionWords {
  kind: (kind: InspectedKind) => string;
  format: (format: FileFormat) => string;
  purpose: (kind: InspectedKind) => string;
  advice: (kind: InspectedKind, importable: InspectedFile['importable']) => string;
  part: (what: FoundPart['what']) => string;
  fact: (name: FoundFact['name']) => string;
  value: (value: FoundValue) => string;
  warning: (warning: FoundWarning) => string;
}

/** Code -> its words, where they take no values. */
export type PlainValues = Readonly<Record<PlainValue, string>>;
export type PlainWarnings = Readonly<Record<PlainWarning, string>>;
export type Purposes = Readonly<Record<InspectedKind, string>>;
export type Advices = Readonly<Partial<Record<InspectedKind, string>>>;

const partIn = (words: InspectionWords, { what, facts, warnings }: FoundPart): InspectedPart => ({
  what: words.part(what),
  facts: facts.map(({ name, value: found }) => ({ label: words.fact(name), value: words.value(found) })),
  warnings: warnings.map(words.warning),
});

/** The whole answer in words, for the command line and for `--json`. */
export const inspectedIn = (words: InspectionWords, found: FoundFile): InspectedFile => ({
  kind: found.kind,
  format: words.format(found.format),
  bytes: found.bytes,
  parts: found.parts.map((part) => partIn(words, part)),
  warnings: found.warnings.map(words.warning),
  purpose: words.purpose(found.kind),
  advice: words.advice(found.kind, found.importable),
  importable: found.importable,
  needs: found.needs,
});
