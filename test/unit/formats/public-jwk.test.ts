import {
  createECDH,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  X509Certificate,
} from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createKeyWorkshop } from '../../support/workshop.ts';
import { generateKey } from '../../../main/key-store/software/generate.ts';
import { publicJwk } from '../../../main/formats/public-jwk.ts';
import { jwkThumbprint } from '../../../shared/encoding/thumbprint.ts';
import { publicMembers } from '../../../main/encoding/public-parts.ts';

const { certify } = createKeyWorkshop();

const profile = { commonName: 'acme.eu.auth0.com', notBefore: new Date('2026-11-22T05:30:00Z'), days: 5000 };

const spkiOfKey = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });
const spkiOf = (jwk: Record<string, string>): Buffer =>
  createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' });

describe('thumbprint', () => {
  test('RFC 7638 §3.1', async () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    expect(jwkThumbprint({ kty: 'RSA', n, e: 'AQAB' })).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });

  test('RFC 8037 appendix A.3', async () => {
    const spki = spkiOf({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' });
    expect(jwkThumbprint(publicMembers(spki))).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });
});

describe('public JWK', () => {
  test.each([
    ['RS256', 2048, ['kty', 'use', 'alg', 'kid', 'n', 'e', 'x5c', 'x5t', 'x5t#S256']],
    ['ES384', null, ['kty', 'use', 'alg', 'kid', 'crv', 'x', 'y', 'x5c', 'x5t', 'x5t#S256']],
    ['Ed25519', null, ['kty', 'use', 'alg', 'kid', 'crv', 'x', 'x5c', 'x5t', 'x5t#S256']],
  ] as const)('%s holds these members in this order and nothing else', async (alg, bits, members) => {
    const material = await generateKey(alg, bits);
    const certificate = await certify(material, alg, profile);
    const jwk = publicJwk(material.spki, certificate, alg, 'my-kid');

    expect(Object.keys(jwk)).toEqual(members);
    expect(jwk).toMatchObject({ use: 'sig', alg, kid: 'my-kid' });
    expect(Buffer.from(jwk.x5c[0], 'base64').equals(certificate)).toBe(true);
    expect(jwk.x5t).toBe(createHash('sha1').update(certificate).digest('base64url'));
    expect(jwk.x5t).toHaveLength(27);
    expect(jwk['x5t#S256']).toBe(createHash('sha256').update(certificate).digest('base64url'));
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    expect(key.equals(new X509Certificate(certificate).publicKey)).toBe(true);
  });

  test('refuses the certificate of another key', async () => {
    const [mine, other] = [await generateKey('ES256', null), await generateKey('ES256', null)];
    const certificate = await certify(other, 'ES256', profile);
    expect(() => publicJwk(mine.spki, certificate, 'ES256', 'k')).toThrow(
      expect.objectContaining({ code: 'INTERNAL', facts: { reference: 'certificate of another key' } }),
    );
  });
});

describe('members', () => {
  /** The smallest scalars of which a coordinate begins with a zero byte. */
  test.each([
    ['prime256v1', 379, 'x', 32],
    ['prime256v1', 43, 'y', 32],
    ['secp384r1', 197, 'x', 48],
  ] as const)('on %s, scalar %i, a leading zero of %s is kept (RFC 7518 §6.2.1)', (curve, scalar, name, size) => {
    const ecdh = createECDH(curve);
    const secret = Buffer.alloc(size);
    secret.writeUInt32BE(scalar, size - 4);
    ecdh.setPrivateKey(secret);
    const point = ecdh.getPublicKey();
    const jwk = {
      kty: 'EC',
      crv: size === 32 ? 'P-256' : 'P-384',
      x: point.subarray(1, 1 + size).toString('base64url'),
      y: point.subarray(1 + size).toString('base64url'),
    };
    const members = publicMembers(spkiOf(jwk));
    expect(members).toEqual(jwk);
    expect(Buffer.from(jwk[name], 'base64url')[0]).toBe(0);
  });

  test('P-521 coordinates always have 66 bytes, n never begins with zero', () => {
    for (let round = 0; round < 8; round += 1) {
      const members = publicMembers(spkiOfKey(generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey));
      const { x, y } = members.kty === 'EC' ? members : { x: '', y: '' };
      expect([x, y].map((coordinate) => Buffer.from(coordinate, 'base64url').length)).toEqual([66, 66]);
    }
    const members = publicMembers(spkiOfKey(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey));
    expect(members.kty === 'RSA' && Buffer.from(members.n, 'base64url').length).toBe(128);
  });

  test('other keys are refused', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    expect(() => publicMembers(spkiOfKey(publicKey))).toThrow(
      expect.objectContaining({ code: 'KEY_UNSUPPORTED', facts: { kind: 'EC secp256k1' } }),
    );
  });
});
