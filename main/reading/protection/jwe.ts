// Encrypted JWKs (RFC 7517 §7): a JWE in compact or JSON form, opened with a passphrase (PBES2, RFC 7518 §4.8). jose opens
// them too, but not in Electron, and its parts are not for sale one by one.
import { aeskw } from '@noble/ciphers/aes.js';
import type { UnreadScheme } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { CONTENT_ENCRYPTIONS, type EncryptedContent } from './jwe-content.ts';
import { pbkdf2Derivation } from './pbes2.ts';
import { stillLocked, type Unlocking } from './unlock.ts';
import { erasing } from '../../ports/secret.ts';

export interface Jwe {
  /** Protected and unprotected members together. */
  header: Record<string, unknown>;
  /** base64url, over which the tag was made. */
  protectedHeader: string;
  encryptedKey: string;
  iv: string;
  ciphertext: string;
  tag: string;
  /** Additional data of the JSON form; `null` without. */
  aad: string | null;
}

const FORMAT = { code: 'encrypted-jwk' } as const;

/** RFC 7518 §4.8.1.2. Fewer protect nothing, and whoever reads such a file would believe that it was protected. */
const MIN_ROUNDS = 1000;

/** The longest content key, and eight octets. */
const MAX_WRAPPED = 72;

const PBES2 = {
  'PBES2-HS256+A128KW': { digest: 'sha256', keyBytes: 16 },
  'PBES2-HS384+A192KW': { digest: 'sha384', keyBytes: 24 },
  'PBES2-HS512+A256KW': { digest: 'sha512', keyBytes: 32 },
} as const;

const isPbes2 = (alg: unknown): alg is keyof typeof PBES2 => typeof alg === 'string' && Object.hasOwn(PBES2, alg);

/** The plaintext; the caller overwrites it. Throws KEY_ENCRYPTED, KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED, KEY_UNREADABLE. */
export async function openJwe(jwe: Jwe, unlocking: Unlocking): Promise<Buffer> {
  const { alg, enc, p2s, p2c, zip, crit } = jwe.header;
  const encryption = CONTENT_ENCRYPTIONS[String(enc)];
  if (!isPbes2(alg)) {
    throw unsupported({ code: 'jwe-key', alg: shown(alg) });
  }
  if (encryption === undefined || zip !== undefined || crit !== undefined) {
    throw unsupported(
      encryption === undefined
        ? { code: 'jwe-encryption', enc: shown(enc) }
        : { code: zip === undefined ? 'jwe-extensions' : 'jwe-compression' },
    );
  }
  if (typeof p2s !== 'string' || typeof p2c !== 'number' || !Number.isInteger(p2c) || p2c < 1) {
    throw unreadable(DAMAGED);
  }
  if (p2c < MIN_ROUNDS) {
    throw unsupported({ code: 'jwe-rounds', rounds: p2c, least: MIN_ROUNDS });
  }
  const { digest, keyBytes } = PBES2[alg];
  // RFC 7518 §4.8.1.1: the salt is alg, a zero octet, and what the header gives.
  const salt = Buffer.concat([Buffer.from(`${alg}\0`), decoded(p2s)]);
  using kek = erasing(
    await pbkdf2Derivation(digest, salt, p2c).derive(unlocking.passphrase, keyBytes, unlocking.budget),
  );
  using key = erasing(unwrapped(kek, decoded(jwe.encryptedKey)));
  if (key === null) {
    throw stillLocked(unlocking, FORMAT);
  }
  const plaintext = key.length === encryption.keyBytes ? encryption.open(key, content(jwe)) : null;
  if (plaintext === null) {
    throw unreadable(DAMAGED); // the right passphrase, or the key would not have unwrapped
  }
  return plaintext;
}

/** RFC 3394. `null` when the key-encryption key is not the right one, or what it wraps is no key of RFC 7518 §5. */
function unwrapped(kek: Uint8Array, wrapped: Uint8Array): Uint8Array | null {
  try {
    return wrapped.length > MAX_WRAPPED ? null : aeskw(kek).decrypt(wrapped);
  } catch {
    return null;
  }
}

const decoded = (part: string): Buffer => Buffer.from(part, 'base64url');

function content({ protectedHeader, aad, iv, ciphertext, tag }: Jwe): EncryptedContent {
  const text = aad === null ? protectedHeader : `${protectedHeader}.${aad}`;
  return { iv: decoded(iv), ciphertext: decoded(ciphertext), tag: decoded(tag), authenticated: Buffer.from(text) };
}

const unsupported = (cipher: UnreadScheme): CustodianError<'KEY_CIPHER_UNSUPPORTED'> =>
  new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher });

/** A value of a header in an error: short and printable. */
const shown = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w+-]{1,40}$/.test(value) ? value : null;
