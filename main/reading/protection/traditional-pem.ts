// The encrypted PEM of the days before PKCS#8 (RFC 1421 headers, OpenSSL's key derivation): `Proc-Type: 4,ENCRYPTED` and
// `DEK-Info: cipher,iv`. The key comes from one round of MD5 for each sixteen octets, salted with the vector.
import { hash } from 'node:crypto';
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { derSequence } from '../../../shared/encoding/der.ts';
import type { PemBlock } from '../layers/pem-strict.ts';
import { unreadable } from '../../encoding/unreadable.ts';
import { type BlockCipher, CIPHERS } from './ciphers.ts';
import { stillLocked, type Unlocking } from './unlock.ts';
import { erasing } from '../../ports/secret.ts';

const BY_NAME: Readonly<Record<string, BlockCipher>> = {
  'AES-128-CBC': CIPHERS.aes128,
  'AES-192-CBC': CIPHERS.aes192,
  'AES-256-CBC': CIPHERS.aes256,
  'DES-EDE3-CBC': CIPHERS.tripleDes,
  'DES-EDE-CBC': CIPHERS.twoKeyTripleDes,
  'DES-CBC': CIPHERS.des,
  'RC2-CBC': CIPHERS.rc2Bits128,
  'RC2-64-CBC': CIPHERS.rc2Bits64,
  'RC2-40-CBC': CIPHERS.rc2Bits40,
};

/** Blanks only, never line ends: so that a header of nothing but line ends costs no time. */
const DEK_INFO = /^[ \t]*DEK-Info:[ \t]*([A-Za-z0-9-]{1,40})(?:[ \t]*,[ \t]*([0-9A-Fa-f]{2,64}))?[ \t]*$/m;

export const isTraditionallyEncrypted = ({ headers }: PemBlock): boolean => headers.includes('ENCRYPTED');

/** What the header says, with the cipher as people know it. Throws KEY_CIPHER_UNSUPPORTED or KEY_UNREADABLE. */
export function traditionalCipher({ headers }: PemBlock): { cipher: BlockCipher; iv: Buffer } {
  const [, name, hex] = DEK_INFO.exec(headers) ?? [];
  if (name === undefined) {
    throw unreadable({ code: 'pem-encrypted-somehow' });
  }
  const cipher = BY_NAME[name.toUpperCase()];
  if (cipher === undefined) {
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'named', name: name.toUpperCase() } });
  }
  const iv = Buffer.from(hex ?? '', 'hex');
  if (iv.length !== cipher.blockBytes) {
    throw unreadable({ code: 'pem-damaged' });
  }
  return { cipher, iv };
}

/** The DER key of an encrypted block; the caller overwrites it. */
export async function openTraditional(block: PemBlock, unlocking: Unlocking, format: FileFormat): Promise<Buffer> {
  const { cipher, iv } = traditionalCipher(block);
  if (block.der === null || block.der.length % cipher.blockBytes !== 0) {
    throw unreadable({ code: 'pem-damaged' });
  }
  using key = erasing(derivedKey(unlocking.passphrase, iv.subarray(0, 8), cipher.keyBytes));
  const der = await cipher.decrypt(key, iv, block.der);
  if (der === null || derSequence(der) === null) {
    der?.fill(0);
    throw stillLocked(unlocking, format);
  }
  return der;
}

function derivedKey(passphrase: Uint8Array, salt: Uint8Array, length: number): Buffer {
  const key = Buffer.alloc(length);
  let block = Buffer.alloc(0);
  for (let at = 0; at < length;) {
    block = hash('md5', Buffer.concat([block, passphrase, salt]), 'buffer');
    at += block.copy(key, at);
  }
  block.fill(0);
  return key;
}
