// Backups in the hands of a test: made in memory, opened with an identity of its own, and put together again in other ways.
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { packTar, unpackTar } from 'modern-tar';
import { createHash } from 'node:crypto';
import type { BackupSource } from '../../main/acts/backup/check.ts';
import type { MadeBackup, SaveBackup } from '../../main/acts/backup/create.ts';
import type { BackupProtection } from '../../main/ports/backup.ts';
import type { BackupOpener } from '../../main/ports/backup-file.ts';
import type { Desk } from './desk.ts';

/** Of an officer who opens the backups of a test file. */
export interface Holder {
  identity: string;
  recipient: string;
}

export async function newHolder(): Promise<Holder> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export const sealedFor = ({ recipient }: Holder): BackupProtection => ({
  passphrase: null,
  recipients: [Buffer.from(`# a test\n${recipient}\n`)],
});

/** Anew each time: who is given one overwrites it. */
export const openedBy = ({ identity }: Holder): BackupOpener => ({
  kind: 'identity',
  bytes: Buffer.from(`# a test\n${identity}\n`),
});

/** Saves into `file`, as whole as a disk would. */
export function intoMemory(file: Buffer[]): SaveBackup {
  return async (chunks, prove) => {
    file.length = 0;
    for await (const chunk of chunks) {
      file.push(Buffer.from(chunk));
    }
    const whole = Buffer.concat(file);
    await prove(from(whole));
    return { file: 'keys.age', sha256: createHash('sha256').update(whole).digest('hex'), bytes: whole.length };
  };
}

export const from = (whole: Uint8Array): BackupSource =>
  async function* read() {
    for (let at = 0; at < whole.length; at += 10_000) {
      yield await Promise.resolve(whole.subarray(at, at + 10_000));
    }
  };

export interface Backed {
  made: MadeBackup;
  file: Uint8Array;
}

export async function backUp(
  { custodian }: Pick<Desk, 'custodian'>,
  holder: Holder,
  credentials = false,
): Promise<Backed> {
  const file: Buffer[] = [];
  const made = await custodian.createBackup({ protection: sealedFor(holder), credentials }, intoMemory(file));
  return { made, file: Buffer.concat(file) };
}

/** Path -> content. */
export type Files = Map<string, Uint8Array>;

export async function unpacked(file: Uint8Array, { identity }: Holder): Promise<Files> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const entries = await unpackTar(await decrypter.decrypt(file));
  return new Map(entries.map(({ header, data }) => [header.name, data ?? new Uint8Array()]));
}

export async function packed(
  files: Iterable<readonly [string, Uint8Array]>,
  { recipient }: Holder,
): Promise<Uint8Array> {
  const entries = [...files].map(([name, body]) => ({ header: { name, size: body.length }, body }));
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(await packTar(entries));
}
