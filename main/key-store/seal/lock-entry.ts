// The entry that says how a store is sealed: the random key of the vault, wrapped under the passphrase. So another passphrase is
// one entry anew, and nothing else. It lies where it can be altered, so what it says is bounded before it is believed, and bound
// to the key that it holds.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { DerivationCost } from '../../../shared/domain/vault/seal-state.ts';
import { Secret, textIn } from '../../ports/secret.ts';
import type { SecretVault } from '../vault.ts';
import { decrypt, encrypt, KEY_BYTES } from './cipher.ts';
import { derive } from './derive.ts';

const NAME = 'vault-lock';
const SALT_BYTES = 16;

const base64 = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9+/]+=*$/);

const entrySchema = z.strictObject({
  version: z.literal(1),
  stage: z.enum(['sealing', 'sealed', 'opening']),
  /** By which entries that are sealed with this key are told from those of another. */
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  /** Argon2id. */
  cost: z.strictObject({
    kib: z
      .int()
      .min(8)
      .max(4 * 1024 * 1024),
    passes: z.int().min(1).max(64),
    lanes: z.int().min(1).max(64),
  }),
  salt: base64,
  wrapped: base64,
  /** HMAC-SHA-256 of all the rest, under the key of the vault. */
  mac: base64,
});

export type LockEntry = z.infer<typeof entrySchema>;

/** `store`: whose entries these are, as everything sealed is bound to it. */
export interface Entries {
  vault: SecretVault;
  store: string;
}

/** `null` where nothing is sealed. Throws VAULT_SECRET_DAMAGED. */
export async function readLockEntry({ vault }: Pick<Entries, 'vault'>): Promise<LockEntry | null> {
  try {
    return entrySchema.parse(parseJson(textIn(await vault.get(NAME))));
  } catch (error) {
    if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
      return null;
    }
    throw isCustodianError(error) ? error : new CustodianError('VAULT_SECRET_DAMAGED', { kid: NAME }, { cause: error });
  }
}

export const removeLockEntry = ({ vault }: Pick<Entries, 'vault'>): Promise<void> => vault.remove(NAME);

export const newKeyId = (): string => randomBytes(16).toString('hex');

/** The key wrapped under a passphrase. */
export async function wrap(
  { store }: Pick<Entries, 'store'>,
  key: Secret,
  { passphrase, cost, ...rest }: Pick<LockEntry, 'stage' | 'keyId'> & { passphrase: Secret; cost: DerivationCost },
): Promise<LockEntry> {
  const salt = randomBytes(SALT_BYTES);
  using derived = await derive(passphrase, salt, cost);
  const facts = { version: 1, ...rest, cost, salt: salt.toString('base64') } as const;
  const wrapped = derived.use((under) => key.use((bytes) => encrypt(under, bytes, bindsOf(store, facts))));
  return signed(key, { ...facts, wrapped: wrapped.toString('base64') });
}

/** `null` when it is not the passphrase. */
export async function unwrap(
  { store }: Pick<Entries, 'store'>,
  entry: LockEntry,
  passphrase: Secret,
): Promise<Secret | null> {
  using derived = await derive(passphrase, Buffer.from(entry.salt, 'base64'), entry.cost);
  const bytes = derived.use((under) => decrypt(under, Buffer.from(entry.wrapped, 'base64'), bindsOf(store, entry)));
  if (bytes === null) {
    return null;
  }
  const key = new Secret(bytes);
  if (isOf(key, entry)) {
    return key;
  }
  key[Symbol.dispose]();
  throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: NAME });
}

/** Whether the entry was written by who had this key. */
export function isOf(key: Secret, entry: LockEntry): boolean {
  const mac = Buffer.from(entry.mac, 'base64');
  const ours = macOf(key, entry);
  return key.use((bytes) => bytes.length) === KEY_BYTES && mac.length === ours.length && timingSafeEqual(mac, ours);
}

/** The same one at another stage. */
export const atStage = (key: Secret, { mac: _former, ...entry }: LockEntry, stage: LockEntry['stage']): LockEntry =>
  signed(key, { ...entry, stage });

export async function writeLockEntry({ vault }: Pick<Entries, 'vault'>, entry: LockEntry): Promise<LockEntry> {
  await vault.put(NAME, Buffer.from(JSON.stringify(entry), 'utf8'));
  return entry;
}

const signed = (key: Secret, entry: Omit<LockEntry, 'mac'>): LockEntry => ({
  ...entry,
  mac: macOf(key, entry).toString('base64'),
});

function macOf(key: Secret, { stage, wrapped, ...entry }: Omit<LockEntry, 'mac'>): Buffer {
  const text = ['key-custodian vault lock 1', stage, wrapped, ...partsOf(entry)].join('\n');
  return key.use((bytes) => createHmac('sha256', bytes).update(text).digest());
}

const bindsOf = (store: string, entry: Pick<LockEntry, 'keyId' | 'cost' | 'salt'>): string[] => [
  'key-custodian vault key 1',
  store,
  ...partsOf(entry),
];

const partsOf = ({
  keyId,
  cost: { kib, passes, lanes },
  salt,
}: Pick<LockEntry, 'keyId' | 'cost' | 'salt'>): string[] => [keyId, `${kib} ${passes} ${lanes}`, salt];
