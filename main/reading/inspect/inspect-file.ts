// Answers “what is this file?” for any file, without bringing anything into custody and without ever throwing for what is
// in it. Every text in the answer is made safe to print: a file must not write on a terminal.
import type { FoundFact, FoundFile, FoundPart, FoundValue } from '../../../shared/domain/reading/inspection.ts';
import { asDer } from '../ber.ts';
import { joseDocument } from '../containers/jose-document.ts';
import { decodeBase64, fileText, isUtf16, pemBlocks } from '../pem-blocks.ts';
import { requirePassphraseLength } from '../protection/passphrase.ts';
import { createWorkBudget } from '../protection/work-budget.ts';
import { ageFinding, ageKeyFinding } from './age-finding.ts';
import { derFinding } from './der-finding.ts';
import { clipped, type Finding, finding, type Looking } from './finding.ts';
import { joseFinding } from './jose-finding.ts';
import { binaryFinding, markupFinding } from './other-files.ts';
import { pemFinding } from './pem-finding.ts';
import { sshFileFinding, sshPublicFinding } from './ssh-finding.ts';
import { erasing } from '../../ports/secret.ts';

const MAX_VALUE = 1000;

/** 64 keys of 2048 bits or one of 8192: two to four seconds. */
const MAX_PRIMES = 4096;

/** The caller owns and overwrites file and passphrase. Throws INPUT_INVALID for a passphrase that is too long, nothing else. */
export async function inspectFile(file: Uint8Array, passphrase: Uint8Array | null, now: Date): Promise<FoundFile> {
  requirePassphraseLength(passphrase);
  const found = await look(file, {
    passphrase,
    now,
    beside: [],
    budget: createWorkBudget(),
    primes: { left: MAX_PRIMES },
  });
  return {
    ...found,
    bytes: file.length,
    parts: found.parts.map(printablePart),
    warnings: printableTexts(found.warnings),
  };
}

async function look(file: Uint8Array, looking: Looking): Promise<Finding> {
  if (file.every((byte) => byte === 0)) {
    return finding('empty', 'none', [], { warnings: file.length === 0 ? [] : ['zeros'] });
  }
  const der = asDer(file);
  const binary = der === null ? binaryFinding(file) : await derFinding(der, 'DER', looking);
  if (binary !== null) {
    return binary;
  }
  if (der !== null) {
    return finding('unknown', 'DER', [], { warnings: ['unknown-der'] });
  }
  const text = fileText(file);
  const found = await lookAtText(text, looking);
  if (isUtf16(file)) {
    found.warnings.push({ code: 'utf-16' });
  }
  return found;
}

async function lookAtText(text: string, looking: Looking): Promise<Finding> {
  const trimmed = text.trim();
  if (trimmed === '') {
    return finding('empty', 'text', []);
  }
  const { blocks, cutOff } = pemBlocks(text);
  if (blocks.length > 0) {
    return pemFinding(blocks, cutOff, looking);
  }
  if (cutOff) {
    return finding('unknown', 'PEM', [], { warnings: ['only-block-cut-off'] });
  }
  if (trimmed.startsWith('age-encryption.org/')) {
    return ageFinding(trimmed, 'age');
  }
  const document = joseDocument(text);
  if (document !== null) {
    return joseFinding(document, looking);
  }
  const known = markupFinding(text, looking.now) ?? sshFileFinding(trimmed) ?? sshPublicFinding(trimmed);
  return known ?? ageKeyFinding(text) ?? (await bareFinding(text, looking));
}

/** Base64 without armour, such as an `x5c` member. */
async function bareFinding(text: string, looking: Looking): Promise<Finding> {
  using bare = erasing(decodeBase64(text));
  const der = bare === null ? null : asDer(bare);
  const found = der === null ? null : await derFinding(der, 'Base64', looking);
  // oxlint-disable-next-line no-control-regex
  const isText = !/[\0-\x08\x0e-\x1f\uFFFD]/.test(text.slice(0, 4096));
  return found ?? finding('unknown', isText ? 'text' : 'binary', []);
}

const printablePart = ({ what, facts, warnings }: FoundPart): FoundPart => ({
  what: printableTexts(what),
  facts: facts.map(({ name, value }) => ({ name: printableName(name), value: printableValue(value) })),
  warnings: printableTexts(warnings),
});

const printableName = (name: FoundFact['name']): FoundFact['name'] =>
  typeof name === 'string' ? name : { member: printableValue(name.member) };

const printableValue = (value: FoundValue): FoundValue =>
  typeof value === 'string' ? clipped(printable(value), MAX_VALUE) : printableTexts(value);

/** The same thing with every text in it made safe. Codes are safe already, and stay as they are. */
function printableTexts<T>(thing: T): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the same thing but for letters in its texts
  return JSON.parse(JSON.stringify(thing), (_name, inner: unknown) =>
    typeof inner === 'string' ? printable(inner).slice(0, MAX_VALUE) : inner,
  ) as T;
}

/** No control characters, no direction marks, no lone surrogates. */
const printable = (text: string): string => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
