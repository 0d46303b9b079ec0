// Password-based encryption as we write it, with its AlgorithmIdentifier: PBES2 (RFC 8018 §6.2) for everything new, and
// 3DES of PKCS#12 (RFC 7292 appendix C) for old systems alone. What it costs stands with its name.
import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { encodeDer, encodeOid, encodeUnsigned } from '../../../encoding/der.ts';
import { TAG } from '../../../../shared/encoding/der.ts';
import { pkcs12Derive, PURPOSE } from '../../../reading/protection/pkcs12-kdf.ts';
import { LEGACY_ROUNDS, PBKDF2_ROUNDS } from '../../../../shared/domain/exports/protections.ts';
import { erasing } from '../../../ports/secret.ts';

const derivePbkdf2 = promisify(pbkdf2);

export interface Encryption {
  encrypt(plain: Uint8Array, passphrase: Passphrase): Promise<{ algorithm: Buffer; encrypted: Buffer }>;
}

/** The two forms in which a passphrase enters a derivation. */
export interface Passphrase {
  utf8: Uint8Array;
  /** Big-endian with its terminator (RFC 7292 appendix B.1). */
  utf16: Uint8Array;
}

const NULL = encodeDer(0x05);

/** AES-256-CBC under PBKDF2 with HMAC-SHA-256: what OpenSSL, BoringSSL, NSS, GnuTLS and Java all read. */
export const PBES2_AES256: Encryption = {
  async encrypt(plain, { utf8 }) {
    const [salt, iv] = [randomBytes(16), randomBytes(16)];
    using key = erasing(await derivePbkdf2(utf8, salt, PBKDF2_ROUNDS, 32, 'sha256'));
    const prf = encodeDer(TAG.sequence, encodeOid('1.2.840.113549.2.9'), NULL);
    const parameters = encodeDer(TAG.sequence, encodeDer(TAG.octetString, salt), derInteger(PBKDF2_ROUNDS), prf);
    const algorithm = encodeDer(
      TAG.sequence,
      encodeOid('1.2.840.113549.1.5.13'),
      encodeDer(
        TAG.sequence,
        encodeDer(TAG.sequence, encodeOid('1.2.840.113549.1.5.12'), parameters),
        encodeDer(TAG.sequence, encodeOid('2.16.840.1.101.3.4.1.42'), encodeDer(TAG.octetString, iv)),
      ),
    );
    return { algorithm, encrypted: cbc('aes-256-cbc', key, iv, plain) };
  },
};

/** pbeWithSHA1And3-KeyTripleDES-CBC. */
export const LEGACY_3DES: Encryption = {
  async encrypt(plain, { utf16 }) {
    const salt = randomBytes(8);
    const input = { passphrase: utf16, salt, rounds: LEGACY_ROUNDS, digest: 'sha1' } as const;
    using key = erasing(await pkcs12Derive({ ...input, purpose: PURPOSE.key, length: 24 }));
    const iv = await pkcs12Derive({ ...input, purpose: PURPOSE.iv, length: 8 });
    const parameters = encodeDer(TAG.sequence, encodeDer(TAG.octetString, salt), derInteger(LEGACY_ROUNDS));
    const algorithm = encodeDer(TAG.sequence, encodeOid('1.2.840.113549.1.12.1.3'), parameters);
    return { algorithm, encrypted: cbc('des-ede3-cbc', key, iv, plain) };
  },
};

function cbc(cipher: string, key: Buffer, iv: Buffer, plain: Uint8Array): Buffer {
  const encryption = createCipheriv(cipher, key, iv);
  return Buffer.concat([encryption.update(plain), encryption.final()]);
}

export function derInteger(value: number): Buffer {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(value);
  return encodeUnsigned(octets);
}
