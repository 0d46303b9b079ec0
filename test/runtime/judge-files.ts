// What import and inspection make of files, and what the crypto library of this runtime makes of the same octets. No test
// framework: it also runs bundled inside Electron.
import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { createKeyWorkshop } from '../support/workshop.ts';
import { toWireError } from '../../shared/errors.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { ringOf } from '../support/rings.ts';
import { requireOwnSignature } from './import-matrix.ts';

export interface FileToJudge {
  name: string;
  /** Base64. */
  file: string;
  alg: SigningAlgorithm;
  passphrase: string | null;
}

export interface Judgement {
  /** `taken {SPKI}` or the code and facts of the refusal. */
  read: string;
  inspected: string;
  /** Whether the library opens the file as a private key; `null` where it does not know such files. */
  library: boolean | null;
}

const NOW = new Date('2026-11-29T00:00:00.000Z');

const workshop = createKeyWorkshop();

export async function judgeFiles(files: readonly FileToJudge[]): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const each of files) {
    judgements.push({ read: await read(each), inspected: await inspected(each), library: library(each) });
  }
  return judgements;
}

const secret = ({ passphrase }: FileToJudge): Uint8Array | null =>
  passphrase === null ? null : Buffer.from(passphrase);

async function read(each: FileToJudge): Promise<string> {
  const { file, alg } = each;
  const ring = ringOf(alg);
  const options = { passphrase: secret(each), entry: null, allowSmallExponent: true };
  try {
    const { pkcs8, spki, certificate } = await workshop.read(Buffer.from(file, 'base64'), ring, options);
    requireOwnSignature(pkcs8, spki);
    const beside = certificate === null ? '' : ` ${Buffer.from(certificate).toString('base64')}`;
    return `taken ${Buffer.from(spki).toString('base64')}${beside}`;
  } catch (error) {
    return refusal(error);
  }
}

async function inspected(each: FileToJudge): Promise<string> {
  try {
    return JSON.stringify(await workshop.inspect(Buffer.from(each.file, 'base64'), secret(each), NOW));
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): string {
  const { code, facts } = toWireError(error);
  const where = code === 'INTERNAL' && error instanceof Error ? (error.stack ?? '') : '';
  return `${code} ${JSON.stringify(facts)} ${where}`.trim();
}

function library({ file, passphrase }: FileToJudge): boolean | null {
  const bytes = Buffer.from(file, 'base64');
  if (passphrase !== null) {
    return null;
  }
  if (bytes[0] === 0x30) {
    return (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) =>
      opens(() => createPrivateKey({ key: bytes, format: 'der', type })),
    );
  }
  return bytes[0] === 0x7b
    ? opens(() => createPrivateKey({ key: JSON.parse(bytes.toString()) as JsonWebKey, format: 'jwk' }))
    : null;
}

function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}
