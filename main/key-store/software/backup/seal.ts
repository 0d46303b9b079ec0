// Writes a backup as a stream: files into a tar, the tar into an age file. A private key is in memory for as long as it is
// written, and with it what the streams hold of it on the way, which is some megabytes at most.
import { createHash } from 'node:crypto';
import { createTarPacker, type TarPackController } from 'modern-tar';
import { type ListedFile, PROTECTION } from '../../../../shared/domain/backup/format.ts';
import { armour } from '../../../../shared/encoding/pem.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import type { BackupPart, BackupProtection, PartTold, SealedBackup } from '../../../ports/backup.ts';
import { type Lost, orLost } from '../../../ports/lost-secret.ts';
import { erasing, textIn } from '../../../ports/secret.ts';
import { requirePassphraseLength } from '../../../reading/protection/passphrase.ts';
import type { SecretVault } from '../../vault.ts';
import { sshRecipient } from '../hand-over/age-ssh.ts';
import { type AgeRecipient, readRecipient } from '../hand-over/recipient.ts';
import { newShareSet } from './shares.ts';

/** Throws INPUT_INVALID. What goes wrong while parts are written comes out of the stream. */
export async function sealBackup(
  vault: Pick<SecretVault, 'get'>,
  parts: AsyncIterable<BackupPart>,
  protection: BackupProtection,
  { told, at }: { told: PartTold; at: Date },
): Promise<SealedBackup> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  const recipients = await Promise.all(protection.recipients.map(ageRecipient));
  const shares = protection.shares === undefined ? null : await newShareSet(protection.shares);
  if (shares !== null) {
    recipients.push({ kind: 'age', fingerprint: shares.recipient, to: shares.recipient });
  }
  if (recipients.length === 0) {
    encrypter.setPassphrase(passphraseText(protection.passphrase));
  }
  for (const { to } of recipients) {
    encrypter.addRecipient(typeof to === 'string' ? to : sshRecipient(to));
  }
  const { readable, controller } = createTarPacker();
  const sealed = await encrypter.encrypt(readable);
  const writing = writeParts(controller, parts, { told, at, open: (name) => vault.get(name) });
  // It comes out of the stream, and to nobody besides.
  writing.catch((error: unknown) => controller.error(error));
  return {
    chunks: sealed,
    protection: PROTECTION[recipients.length === 0 ? 'passphrase' : shares === null ? 'recipients' : 'shares'],
    recipients: recipients.map(({ fingerprint }) => fingerprint),
    shares,
  };
}

async function ageRecipient(file: Uint8Array): Promise<AgeRecipient> {
  const recipient = await readRecipient(file);
  if (recipient.kind === 'JWK') {
    throw new CustodianError('INPUT_INVALID', { field: 'recipient', problem: { code: 'age-recipient-only' } });
  }
  return recipient;
}

function passphraseText(passphrase: Uint8Array | null): string {
  requirePassphraseLength(passphrase);
  if (passphrase === null || passphrase.length === 0) {
    throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem: { code: 'empty' } });
  }
  const text = textIn(passphrase);
  if (!Buffer.from(text).equals(passphrase)) {
    throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem: { code: 'not-utf8' } });
  }
  return text;
}

interface Writing {
  told: PartTold;
  at: Date;
  open: (name: string) => Promise<Uint8Array>;
}

async function writeParts(
  controller: TarPackController,
  parts: AsyncIterable<BackupPart>,
  { told, at, open }: Writing,
): Promise<void> {
  for await (const part of parts) {
    const content = await contentOf(part, open);
    told(part, content instanceof Uint8Array ? await writeFile(controller, part.path, content, at) : content);
  }
  controller.finalize();
}

async function contentOf(part: BackupPart, open: Writing['open']): Promise<Uint8Array | Lost> {
  if ('bytes' in part) {
    return part.bytes;
  }
  if ('secret' in part) {
    return part.secret.use((bytes) => Uint8Array.from(bytes));
  }
  const opened = await orLost(open(part.key));
  if (opened === 'missing' || opened === 'damaged') {
    return opened;
  }
  using pkcs8 = erasing(opened);
  return Buffer.from(armour(pkcs8, { label: 'PRIVATE KEY' }));
}

async function writeFile(
  controller: TarPackController,
  path: string,
  content: Uint8Array,
  mtime: Date,
): Promise<ListedFile> {
  const size = content.length;
  const writer = controller.add({ name: path, size, mtime, mode: 0o600, type: 'file' }).getWriter();
  if (size > 0) {
    await writer.write(Uint8Array.from(content));
  }
  await writer.close();
  return { path, bytes: size, sha256: createHash('sha256').update(content).digest('hex') };
}
