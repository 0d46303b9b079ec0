// Answers “what is this file?” for any file, without bringing anything into custody and without ever throwing for what is
// in it. It reads as import does and judges as import does, so that it never promises what import refuses. Every text in the
// answer is made safe to print: a file must not write on a terminal.
import type { FoundFile, FoundPart, FoundWarning } from '../../../shared/domain/reading/inspection.ts';
import { type CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import { Issuers } from '../certificate-signature.ts';
import { certificatesIn, type Contents } from '../contents.ts';
import { KeyTests } from '../key-tests.ts';
import { readContents } from '../read-contents.ts';
import { certificatePart } from './certificate-part.ts';
import { factsOf, type Looking, MAX_LISTED, reasonOf, warningsOf } from './finding.ts';
import { printablePart, printableTexts } from './printable.ts';
import { privateKeyPart } from './private-key-part.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** The caller owns and overwrites file and passphrase. Throws INPUT_INVALID for a passphrase that is too long, nothing else. */
export async function inspectFile(file: Uint8Array, passphrase: Uint8Array | null, now: Date): Promise<FoundFile> {
  using contents = await readContents(file, { passphrase, allowLongWork: false });
  const verdict = await verdictOn(contents, now);
  const tests = new KeyTests();
  const beside = new Issuers(certificatesIn(contents).map(({ der }) => der));
  const parts = await partsOf(contents, verdict, { now, beside, tests });
  return {
    kind: contents.kind,
    format: contents.format,
    bytes: file.length,
    parts: parts.map(printablePart),
    warnings: printableTexts([...warningsFor(contents, verdict, parts), ...untested(tests)]),
    importable: verdict.importable,
    needs: verdict.needs,
  };
}

async function partsOf(contents: Contents, { flaws }: Verdict, looking: Looking): Promise<FoundPart[]> {
  const parts: FoundPart[] = [];
  for (const piece of contents.pieces) {
    if (parts.length >= MAX_LISTED) {
      break;
    }
    switch (piece.is) {
      case 'key':
        parts.push(privateKeyPart(piece.key, flaws.get(piece.key) ?? null));
        break;
      case 'certificate': {
        const described = piece.isShown ? certificatePart(piece.der, looking) : null;
        parts.push(
          ...(described === null ? [] : [{ ...described, facts: [...factsOf(piece.facts), ...described.facts] }]),
        );
        break;
      }
      case 'part':
        parts.push(await piece.describe(looking));
    }
  }
  return parts;
}

/** Why there is no key to be had is said once: by the key itself, or by the file. */
function warningsFor(contents: Contents, { needs }: Verdict, parts: readonly FoundPart[]): FoundWarning[] {
  const { layers, opened, warnings, refusal } = contents;
  const isSaid = refusal === null || isPlain(refusal) || parts.some((part) => part.warnings.some(isRefusal));
  return warningsOf([
    ...layers.map((layer) => ({ code: 'layer', layer }) as const),
    opened === 'as-given' ? null : { code: 'passphrase-form', form: opened },
    ...warnings,
    isSaid ? null : reasonOf(refusal),
    ...needs.map((need) => ({ code: 'import-needs', need }) as const),
  ]);
}

const untested = (tests: KeyTests): FoundWarning[] => {
  const leftOut = tests.leftOut();
  return leftOut === null ? [] : [{ code: 'keys-tested-in-part', ...leftOut }];
};

/** Nobody who asks what a file is has to be told that it is no private key. */
const PLAIN: ReadonlySet<KeyFileProblem['code']> = new Set<KeyFileProblem['code']>([
  'certificate',
  'certificates',
  'certificate-request',
  'public-key',
  'public-jwks',
  'other-json',
  'signed-token',
  'web-page',
  'xml',
  'empty',
  'unknown',
  'other-der',
  'age-file',
  'age-key',
  'other-file',
  'pgp-key',
  'only-parameters',
  'ssh-public-key',
  'pem-cut-off',
  'der-cut-off',
]);

const isPlain = (refusal: CustodianError): boolean =>
  isCustodianError(refusal, 'KEY_ENCRYPTED') ||
  (isCustodianError(refusal, 'KEY_UNREADABLE') && PLAIN.has(refusal.facts.problem.code));

const isRefusal = ({ code }: FoundWarning): boolean => code === 'refused';
