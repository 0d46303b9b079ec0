// A key file and its passphrase as a command line gives them: the file by name or, as `-`, through standard input; the
// passphrase through standard input only, so that neither ever stands in a process list.
import type { Field } from '../../shared/problems/fields.ts';
import { CustodianError } from '../../shared/errors.ts';
import { MAX_CREDENTIAL_BYTES, MAX_BUNDLE_BYTES, MAX_PASSPHRASE_BYTES } from '../../shared/domain/limits.ts';
import { readLimited } from '../files/read-file.ts';
import { erasing } from '../ports/secret.ts';

type Stdin = AsyncIterable<Buffer | string>;

interface KeyFileOptions {
  /** `-` stands for standard input. */
  file: string;
  passphraseStdin: boolean;
}

/** Throws USAGE when both should come from standard input, INPUT_INVALID or FILE_*. The caller overwrites both. */
export async function readKeyFile(
  { file, passphraseStdin }: KeyFileOptions,
  stdin: Stdin,
): Promise<{ bytes: Uint8Array; passphrase: Uint8Array | null }> {
  if (file === '-' && passphraseStdin) {
    throw new CustodianError('USAGE', { problem: { code: 'standard-input-twice' } });
  }
  const bytes =
    file === '-' ? await readBytes(stdin, MAX_BUNDLE_BYTES, 'file') : await readLimited(file, MAX_BUNDLE_BYTES);
  return { bytes, passphrase: passphraseStdin ? await readPassphrase(stdin) : null };
}

/** The same for several files, of which one may come through standard input, and one passphrase for all of them. */
export async function readKeyFiles(
  files: readonly string[],
  { passphraseStdin }: Pick<KeyFileOptions, 'passphraseStdin'>,
  stdin: Stdin,
): Promise<{ bytes: Uint8Array; passphrase: Uint8Array | null }[]> {
  if (files.filter((file) => file === '-').length + (passphraseStdin ? 1 : 0) > 1) {
    throw new CustodianError('USAGE', { problem: { code: 'standard-input-twice' } });
  }
  const read: Uint8Array[] = [];
  for (const file of files) {
    read.push((await readKeyFile({ file, passphraseStdin: false }, stdin)).bytes);
  }
  const passphrase = passphraseStdin ? await readPassphrase(stdin) : null;
  const copies = read.map((bytes) => ({ bytes, passphrase: passphrase && Uint8Array.from(passphrase) }));
  passphrase?.fill(0);
  return copies;
}

/** All of standard input but one line end, as bytes. */
export const readPassphrase = (stdin: Stdin): Promise<Uint8Array> =>
  readLine(stdin, MAX_PASSPHRASE_BYTES, 'passphrase');

/** The same for a client secret, a password or a token. */
export const readCredentialSecret = (stdin: Stdin): Promise<Uint8Array> =>
  readLine(stdin, MAX_CREDENTIAL_BYTES, 'secret');

async function readLine(stdin: Stdin, limit: number, field: Field): Promise<Uint8Array> {
  using input = erasing(await readBytes(stdin, limit + 2, field));
  return withoutLineEnd(input);
}

/** In bytes of its own. */
export function withoutLineEnd(input: Uint8Array): Uint8Array {
  const [last, beforeLast] = [input.at(-1), input.at(-2)];
  const lineEnd = last !== 0x0a ? 0 : beforeLast === 0x0d ? 2 : 1;
  return Uint8Array.from(input.subarray(0, input.length - lineEnd));
}

async function readBytes(stdin: Stdin, limit: number, field: Field): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stdin) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    parts.push(bytes);
    if (length > limit) {
      parts.forEach((held) => held.fill(0));
      throw new CustodianError('INPUT_INVALID', { field, problem: { code: 'standard-input-too-long', most: limit } });
    }
  }
  const whole = Uint8Array.from(Buffer.concat(parts));
  parts.forEach((part) => part.fill(0));
  return whole;
}
