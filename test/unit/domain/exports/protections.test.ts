// What a passphrase costs to guess in each file that leaves, and which algorithms close it.
import { describe, expect, it } from 'vitest';
import {
  JWE_PASSPHRASE,
  JWE_RECIPIENT,
  JWE_ROUNDS,
  JWE_WRAPPED,
  jweProtection,
  jweSealed,
  P12_PROTECTION,
  PKCS8_PROTECTION,
} from '../../../../shared/domain/exports/protections.ts';

const modern = {
  code: 'passphrase',
  cipher: 'AES-256-CBC',
  // OWASP, Password Storage Cheat Sheet: PBKDF2 with HMAC-SHA-256.
  derivation: { code: 'derivation', name: 'PBKDF2', hash: 'HMAC-SHA-256', rounds: 600_000 },
};

describe('a passphrase', () => {
  it('in PKCS#8 is stretched as OWASP asks', () => {
    expect(PKCS8_PROTECTION).toEqual({ ...modern, mac: null });
  });

  it('in PKCS#12 costs no less by its MAC', () => {
    expect(P12_PROTECTION.modern).toEqual({ ...modern, mac: { hash: 'SHA-512', rounds: 640_000 } });
  });

  it('in PKCS#12 for old readers is what those can read', () => {
    expect(P12_PROTECTION.compatible).toEqual({
      code: 'passphrase',
      cipher: '3DES-CBC',
      derivation: { code: 'derivation', name: 'PKCS#12', hash: 'SHA-1', rounds: 10_000 },
      mac: { hash: 'SHA-1', rounds: 10_000 },
    });
  });

  it.each([
    ['modern', 210_000],
    ['compatible', 10_000],
  ] as const)('in a JWE, %s, has %i rounds', (flavour, rounds) => {
    expect(JWE_ROUNDS[flavour]).toBe(rounds);
    expect(jweProtection(flavour)).toEqual({
      code: 'jwe-passphrase',
      alg: 'PBES2-HS512+A256KW',
      rounds,
      enc: 'A256GCM',
    });
    expect(JWE_PASSPHRASE).toBe('PBES2-HS512+A256KW');
  });
});

describe('a JWE for a recipient', () => {
  it('says with what its content is closed', () => {
    expect(jweSealed('ECDH-ES')).toEqual({ code: 'jwe-recipient', alg: 'ECDH-ES', enc: 'A256GCM' });
  });

  // RFC 7518 §4.1; RSA-OAEP-384 and -512 are of Web Cryptography.
  it('takes the usual algorithm of a key first, and never PKCS#1 v1.5', () => {
    expect(JWE_RECIPIENT).toEqual({
      RSA: ['RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512', 'RSA-OAEP'],
      EC: ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'],
    });
  });

  it('wraps with keys as long as their names say', () => {
    for (const [alg, octets] of Object.entries(JWE_WRAPPED)) {
      expect(alg).toBe(`ECDH-ES+A${octets * 8}KW`);
    }
    expect(Object.keys(JWE_WRAPPED)).toEqual(JWE_RECIPIENT.EC.slice(1));
  });
});
