// Reads a backup as a stream, file by file: out of the age file, out of the tar. Every file is bounded, and none has a name
// that a backup does not have. What comes out before the end may still be cut off or altered: whoever reads it acts after the
// last file.
import { createHash } from 'node:crypto';
import type { Stanza } from 'age-encryption';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { BACKUP_FILES, meaningOf } from '../../../shared/domain/backup/format.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { BackupFlaw } from '../../../shared/problems/backup.ts';
import type { BackupFile, BackupOpener } from '../../ports/backup-file.ts';
import { errorCode } from '../../ports/disk-problems.ts';
import { erasing, Secret, textIn } from '../../ports/secret.ts';
import { keyInBackup } from './key.ts';

/** Of one file. The manifest of a million files stays below. */
const MAX_FILE = 128 * 1024 * 1024;
const MAX_PRIVATE = 64 * 1024;

/** Throws BACKUP_UNREADABLE, and what the file system said. The caller disposes of keys and secrets. */
export async function* openBackup(
  chunks: AsyncIterable<Uint8Array>,
  opener: BackupOpener,
): AsyncGenerator<BackupFile, void, undefined> {
  const source = chunks[Symbol.asyncIterator]();
  const seen = new Set<string>();
  try {
    const plain = await decrypted(ReadableStream.from({ [Symbol.asyncIterator]: () => source }), opener);
    for await (const entry of plain.pipeThrough(createTarDecoder({ strict: true }))) {
      yield await fileOf(entry, seen);
    }
  } catch (error) {
    throw isForeign(error) ? flawed({ code: 'damaged' }, error) : error;
  } finally {
    // A library that gives up lets go of nothing.
    await source.return?.();
  }
}

/** Neither ours nor the system's: a library that does not go on. */
const isForeign = (error: unknown): boolean => !isCustodianError(error) && errorCode(error) === '';

async function decrypted(file: ReadableStream<Uint8Array>, opener: BackupOpener): Promise<ReadableStream<Uint8Array>> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  const kinds = new Set<string>();
  // Before the others: it takes no stanza, and sees which there are.
  decrypter.addIdentity({
    unwrapFileKey(stanzas: Stanza[]) {
      stanzas.forEach(({ args }) => kinds.add(args[0] ?? ''));
      return null;
    },
  });
  addOpener(decrypter, opener);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    throw isForeign(error) ? flawed(whyClosed(error, kinds, opener), error) : error;
  }
}

function addOpener(
  decrypter: { addPassphrase(text: string): void; addIdentity(text: string): void },
  { kind, bytes }: BackupOpener,
): void {
  if (kind === 'passphrase') {
    decrypter.addPassphrase(textIn(bytes));
    return;
  }
  const lines = textIn(bytes)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  try {
    lines.forEach((line) => decrypter.addIdentity(line.trim()));
  } catch (error) {
    throw flawed({ code: 'identity-unusable' }, error);
  }
  if (lines.length === 0) {
    throw flawed({ code: 'identity-unusable' });
  }
}

function whyClosed(error: unknown, kinds: ReadonlySet<string>, { kind }: BackupOpener): BackupFlaw {
  const said = error instanceof Error ? error.message : '';
  if (said === 'scrypt work factor is too high') {
    return { code: 'too-costly' };
  }
  if (!said.startsWith('no identity matched')) {
    return { code: kinds.size === 0 ? 'no-backup' : 'damaged' };
  }
  const byPassphrase = kinds.has('scrypt');
  if (kind === 'passphrase') {
    return { code: byPassphrase ? 'wrong-passphrase' : 'needs-identity' };
  }
  return { code: byPassphrase ? 'needs-passphrase' : kind === 'shares' ? 'other-shares' : 'other-recipient' };
}

async function fileOf({ header, body }: ParsedTarEntry, seen: Set<string>): Promise<BackupFile> {
  const { name: path, type = 'file', size } = header;
  const meaning = meaningOf(path);
  if (seen.size === 0 && path !== BACKUP_FILES.readMe) {
    throw flawed({ code: 'no-backup' });
  }
  if (meaning === null || type !== 'file') {
    throw flawed({ code: 'unexpected', path: path.slice(0, 200) });
  }
  if (seen.has(path)) {
    throw flawed({ code: 'twice', path });
  }
  seen.add(path);
  const isPrivate = meaning.is === 'private-key' || meaning.is === 'credential';
  if (size > (isPrivate ? MAX_PRIVATE : MAX_FILE)) {
    throw flawed({ code: 'too-large', path });
  }
  const content = await wholeOf(body, size);
  const listed = { path, bytes: size, sha256: createHash('sha256').update(content).digest('hex') };
  if (meaning.is === 'credential') {
    return { ...listed, secret: new Secret(content) };
  }
  if (meaning.is === 'private-key') {
    using pem = erasing(content);
    return { ...listed, key: keyInBackup(pem) };
  }
  return { ...listed, content };
}

async function wholeOf(body: ReadableStream<Uint8Array>, size: number): Promise<Uint8Array> {
  const whole = new Uint8Array(size);
  let at = 0;
  for await (const chunk of body) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  if (at !== size) {
    throw flawed({ code: 'damaged' });
  }
  return whole;
}

const flawed = (problem: BackupFlaw, cause?: unknown): CustodianError<'BACKUP_UNREADABLE'> =>
  new CustodianError('BACKUP_UNREADABLE', { problem }, { cause });
