// Handing a private key over: into a protected file, for a named recipient, with an entry in the ledger that stays. The
// entry is written before the file, so that no file can exist that the ledger does not know.
import { createHash } from 'node:crypto';
import { CustodianError } from '../../../shared/errors.ts';
import {
  type HandOver,
  type HandOverArgs,
  isOut,
  type PrivateFormat,
} from '../../../shared/domain/exports/hand-over.ts';
import { fileProtection } from '../../../shared/words/en/names.ts';
import { ofKey } from '../custody/custody.ts';
import { fileLabel, tenantSlug } from '../../../shared/domain/exports/file-names.ts';
import { findTenant } from '../find.ts';
import { readKey } from '../keys/ring-acts.ts';
import { erasing } from '../../ports/secret.ts';
import { bound, looking, queuedProven } from '../bound.ts';
import type { Ports } from '../../ports/ports.ts';

/** Exactly one of the two. The caller overwrites the passphrase. */
export interface HandOverProtection {
  /** UTF-8. */
  passphrase: Uint8Array | null;
  /** The file with the recipient's public JWK, age recipient or SSH public key. */
  recipient: Uint8Array | null;
}

/** Writes the file somewhere; only when this resolves does the file count as saved. */
export type SaveFile = (bytes: Uint8Array) => Promise<void>;

/** The bytes of the file are overwritten before this settles. */
async function protectAndSave(
  ports: Pick<Ports, 'registry' | 'keys' | 'clock'>,
  { tenant: name, kid, format, flavour, to }: HandOverArgs,
  { passphrase, recipient }: HandOverProtection,
  save: SaveFile,
): Promise<HandOver> {
  const { registry, keys, clock } = ports;
  if ((passphrase === null) === (recipient === null)) {
    const problem = { code: 'passphrase-or-recipient' } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem });
  }
  const { tenant, key } = readKey(ports, name, kid);
  if (!key.exportable) {
    throw new CustodianError('KEY_NOT_EXPORTABLE', { kid });
  }
  const file = await ofKey(key, async (stored) => {
    if (keys.exportPrivate === undefined) {
      throw new CustodianError('KEY_NOT_EXPORTABLE', { kid });
    }
    return keys.exportPrivate(stored, key, { format, flavour, passphrase, recipient });
  });
  using bytes = erasing(file.bytes);
  const sha256 = sha256Of(bytes);
  const at = clock.now().toISOString();
  const facts = { kid, format, protection: fileProtection(file.protection), to, recipient: file.recipient, sha256 };
  const entry = registry.change({ action: 'key.handed-over', subject: tenant.name, details: facts }, (writer) =>
    writer.addHandOver(tenant.id, { at, tenant: tenant.name, ...facts }),
  );
  await save(bytes);
  const savedAt = clock.now().toISOString();
  const details = { number: entry.number, kid };
  registry.change({ action: 'key.hand-over-saved', subject: tenant.name, details }, (writer) => {
    writer.noteHandOverSaved(entry.number, savedAt);
  });
  return { ...entry, savedAt };
}

export const handOver = queuedProven(
  protectAndSave,
  {
    act: 'export.private',
    seen: ([args, { recipient }]) => ({ ...args, recipientSha256: recipient === null ? null : sha256Of(recipient) }),
    at: 'everywhere',
  },
  ([, { passphrase }]) => void passphrase?.fill(0),
);

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The name that a person would expect, known before the file is made. */
export const handOverFileName = looking(
  (ports, { tenant: name, kid, format }: HandOverArgs, { recipient }: HandOverProtection): string => {
    const { tenant, key } = readKey(ports, name, kid);
    return `${tenantSlug(tenant)}-${fileLabel(key)}.${protectedExtension(format, recipient)}`;
  },
);

/** age files bear the name of what is inside, a JWE its own. */
function protectedExtension(format: PrivateFormat, recipient: Uint8Array | null): string {
  if (recipient === null) {
    return { p12: 'p12', pkcs8: 'pkcs8.pem', 'private-jwk': 'jwe' }[format];
  }
  const lines = Buffer.from(recipient).toString('utf8').split(/\r?\n/);
  const isAge = /^(?:age1|ssh-)/.test(lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '');
  return isAge ? `${format === 'pkcs8' ? 'pkcs8.pem' : 'jwk.json'}.age` : 'jwe';
}

/** Oldest first; of one key when it is named. */
export const listHandOvers = bound('handover.list', ({ registry }, { tenant: name, kid, out }): HandOver[] => {
  return registry.read((reader) =>
    reader
      .handOvers(findTenant(reader, name).id)
      .filter((entry) => (kid === undefined || entry.kid === kid) && (out !== true || isOut(entry))),
  );
});
