// Saying what a file is, without bringing anything into custody. It needs neither registry nor keychain.
import { type ComparedFile, compared, type Comparison } from '../../../shared/domain/reading/comparison.ts';
import type { FoundFile } from '../../../shared/domain/reading/inspection.ts';
import type { Ports } from '../../ports/ports.ts';
import { withCustody } from '../custody/in-custody.ts';
import { documentIn } from '../four-eyes/documents.ts';
import { type FileSecrets, overwriteFile } from '../keys/file-secrets.ts';
import { looking } from '../bound.ts';

/** Overwrites `file` and `secrets` before it settles. */
export async function inspection(
  { reading, clock }: Pick<Ports, 'reading' | 'clock'>,
  file: Uint8Array,
  secrets: FileSecrets,
): Promise<FoundFile> {
  try {
    const found = await reading.inspect(file, secrets.passphrase, clock.now());
    const kind = await approvalKind(reading, file, found);
    // What is said of tokens is not true of it: its signature was checked, and it is no secret.
    return kind === null ? found : { ...found, kind, parts: [], warnings: [] };
  } finally {
    overwriteFile(file, secrets);
  }
}

/** A request to a second officer or an answer, also as a picture. What may be private is not made into a text for it. */
async function approvalKind(
  { textIn }: Pick<Ports['reading'], 'textIn'>,
  file: Uint8Array,
  { kind, parts }: FoundFile,
): Promise<FoundFile['kind'] | null> {
  const mayBe = kind === 'signed token' || parts.some(({ what }) => what === 'PNG picture');
  const text = mayBe ? await textIn(file) : null;
  const document = text === null ? null : documentIn(text);
  return document && APPROVAL_KIND[document];
}

const APPROVAL_KIND = { request: 'approval request', answer: 'approval' } as const;

/** The same, with the keys in custody to which its parts belong. */
export const inspectFile = looking(async (ports, file: Uint8Array, secrets: FileSecrets): Promise<FoundFile> => {
  const found = await inspection(ports, file, secrets);
  return ports.registry.read((reader) => withCustody(reader, found));
});

export interface ToCompare {
  file: Uint8Array;
  secrets: FileSecrets;
}

/** Two files side by side. Overwrites both, and what opens them, before it settles. */
export async function comparison(
  { reading, clock }: Pick<Ports, 'reading' | 'clock'>,
  first: ToCompare,
  second: ToCompare,
): Promise<Comparison> {
  const side = ({ file, secrets: { passphrase } }: ToCompare): Promise<ComparedFile> =>
    reading.comparedFile(file, { passphrase }, clock.now());
  try {
    return compared(await side(first), await side(second));
  } finally {
    [first, second].forEach(({ file, secrets }) => overwriteFile(file, secrets));
  }
}

export const compareFiles = looking(comparison);
