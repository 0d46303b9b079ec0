// One entry as it lies in the store below: sealed under the key of the vault, in the open, or left behind by a seal that was taken
// away, because nobody could open it any more.
import { CustodianError } from '../../../shared/errors.ts';
import type { Secret } from '../../ports/secret.ts';
import { kindOfSecret } from '../../ports/secret-name.ts';
import { MAX_SECRET_BYTES } from '../keychain/codec.ts';
import { ADDED_BYTES, decrypt, encrypt } from './cipher.ts';
import type { LockEntry } from './lock-entry.ts';

/** The key of the vault, and by which entries that are sealed with it are told from others. */
export interface Under {
  entry: LockEntry;
  key: Secret;
}

/** In front of what is sealed. No private key, and nothing else that is kept, begins so. */
const MARK = Buffer.from('kcseal1\0', 'latin1');
/** In its place where the seal is gone and what is behind it never opened: nothing to read, and nothing that was thrown away. */
const LEFT = Buffer.from('kcleft1\0', 'latin1');

/** What a seal adds takes from the room of a secret. */
const MOST_SEALED_BYTES = MAX_SECRET_BYTES - MARK.length - ADDED_BYTES;

const beginsWith = (bytes: Uint8Array, mark: Buffer): boolean =>
  Buffer.compare(bytes.subarray(0, mark.length), mark) === 0;

export const isSealed = (bytes: Uint8Array): boolean => beginsWith(bytes, MARK);
export const isLeft = (bytes: Uint8Array): boolean => beginsWith(bytes, LEFT);
export const asLeft = (sealed: Uint8Array): Uint8Array => Buffer.concat([LEFT, sealed.subarray(MARK.length)]);

/** `store`: under what the store below keeps it; it opens nowhere else. Throws VAULT_TOO_LARGE. */
export function sealEntry(store: string, name: string, secret: Uint8Array, { entry, key }: Under): Uint8Array {
  if (secret.length > MOST_SEALED_BYTES) {
    throw new CustodianError('VAULT_TOO_LARGE', { bytes: secret.length });
  }
  return key.use((bytes) => Buffer.concat([MARK, encrypt(bytes, secret, bindsOf(store, name, entry))]));
}

/** `null` when it is not what was sealed there under this key. */
export const openEntry = (store: string, name: string, sealed: Uint8Array, { entry, key }: Under): Uint8Array | null =>
  key.use((bytes) => decrypt(bytes, sealed.subarray(MARK.length), bindsOf(store, name, entry)));

const bindsOf = (store: string, name: string, { keyId }: LockEntry): string[] => [
  'key-custodian sealed entry 1',
  store,
  keyId,
  kindOfSecret(name),
  name,
];
