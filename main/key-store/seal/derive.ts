// From a passphrase to a key: Argon2id (RFC 9106), by a library that clears what it worked on and lets other work go on.
import type { DerivationCost } from '../../../shared/domain/vault/seal-state.ts';
import { Secret } from '../../ports/secret.ts';
import { KEY_BYTES } from './cipher.ts';

/** The caller disposes of what it gives. The same text gives the same key, however a keyboard puts its accents together. */
export async function derive(
  passphrase: Secret,
  salt: Uint8Array,
  { kib: m, passes: t, lanes: p }: DerivationCost,
): Promise<Secret> {
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  using given = new Secret(passphrase.use(composed));
  return new Secret(await given.use((bytes) => argon2idAsync(bytes, salt, { m, t, p, dkLen: KEY_BYTES })));
}

/** Normalization Form C, as Unicode has it. What is no UTF-8 stays as it is, and ASCII never becomes a text. */
function composed(bytes: Uint8Array): Uint8Array {
  if (bytes.every((byte) => byte < 0x80)) {
    return Uint8Array.from(bytes);
  }
  try {
    return Buffer.from(new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC'), 'utf8');
  } catch {
    return Uint8Array.from(bytes);
  }
}
