// Files with several keys and with certificates: who is chosen, which certificate is kept, and what is refused.
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyWorkshop } from '../../support/workshop.ts';
import { readPrivateKey } from '../../../main/reading/read-private-key.ts';
import { bytes, ecKey, pkcs8Der, pkcs8Pem, PLAIN, refusal, rsaKey, spkiDer } from './fixtures.ts';
import { ringOf } from '../../support/rings.ts';

const { certify } = createKeyWorkshop();

const otherEc = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const short = (key: KeyObject): string => createHash('sha256').update(spkiDer(key)).digest('hex').slice(0, 8);
const jwk = (key: KeyObject, members: object = {}): object => ({ ...key.export({ format: 'jwk' }), ...members });
const set = (...keys: object[]): Buffer => bytes(JSON.stringify({ keys }));

const certificates = new Map<KeyObject, string>();
beforeAll(async () => {
  for (const [key, alg] of [
    [ecKey, 'ES256'],
    [otherEc, 'ES256'],
    [rsaKey, 'RS256'],
  ] as const) {
    const material = { pkcs8: pkcs8Der(key), spki: spkiDer(key), thumbprint: '' };
    const der = await certify(material, alg, { commonName: `${alg}.example`, notBefore: new Date(0), days: 5000 });
    certificates.set(key, Buffer.from(der).toString('base64'));
  }
});
const pem = (key: KeyObject): string =>
  `-----BEGIN CERTIFICATE-----\n${certificates.get(key) ?? ''}\n-----END CERTIFICATE-----\n`;

describe('several keys in one file', () => {
  const file = set(jwk(ecKey, { kid: 'first' }), jwk(otherEc, { kid: 'same' }), jwk(rsaKey, { kid: 'same' }), {
    kty: 'oct',
    k: 'AA',
  });

  test('are listed with number, name, kind and fingerprint', async () => {
    const entries = [
      `1: first (EC P-256, ${short(ecKey)})`,
      `2: same (EC P-256, ${short(otherEc)})`,
      `3: same (RSA 2048, ${short(rsaKey)})`,
      '4: unnamed (symmetric (oct))',
    ].join('\n');
    expect(await refusal(file, 'ES256')).toEqual({ code: 'KEY_CHOICE_NEEDED', facts: { entries } });
    expect(await refusal(file, 'ES256', { entry: 'same' })).toEqual({ code: 'KEY_CHOICE_NEEDED', facts: { entries } });
    expect(await refusal(file, 'ES256', { entry: 'third' })).toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'entry' },
    });
  });

  test.each([
    ['first', 'ES256', ecKey],
    ['1', 'ES256', ecKey],
    ['2', 'ES256', otherEc],
    [short(rsaKey), 'RS256', rsaKey],
  ] as const)('are chosen by %s', async (entry, alg, key) => {
    const read = await readPrivateKey(file, ringOf(alg), { ...PLAIN, entry });
    expect(Buffer.from(read.key.spki)).toEqual(spkiDer(key));
  });

  test('the chosen one is judged like any other', async () => {
    expect(await refusal(file, 'RS256', { entry: '1' })).toMatchObject({ code: 'KEY_RING_MISMATCH' });
    expect(await refusal(file, 'ES256', { entry: '4' })).toEqual({
      code: 'KEY_UNSUPPORTED',
      facts: { kind: 'symmetric (oct)' },
    });
  });

  test('the same key in two forms needs no choice', async () => {
    const sec1 = ecKey.export({ format: 'pem', type: 'sec1' }).toString();
    expect(await refusal(bytes(pkcs8Pem(ecKey) + sec1), 'ES256')).toBeNull();
  });

  test('names cannot write on the terminal', async () => {
    const named = set(jwk(ecKey, { kid: '\u001b[31mred\nalert' }), jwk(otherEc));
    const { facts } = (await refusal(named, 'ES256')) ?? {};
    expect(JSON.stringify(facts)).toContain('1: [31mred alert (EC');
  });

  test('hundreds of them are refused at once', async () => {
    const many = set(...Array.from({ length: 300 }, () => jwk(ecKey)));
    expect(await refusal(many, 'ES256')).toMatchObject({ code: 'KEY_UNREADABLE' });
  });
});

describe('certificates beside a key', () => {
  test('the one of the key is kept, wherever it stands', async () => {
    for (const file of [pkcs8Pem(ecKey) + pem(ecKey), pem(rsaKey) + pem(ecKey) + pkcs8Pem(ecKey)]) {
      const { certificate } = await readPrivateKey(bytes(file), ringOf('ES256'), PLAIN);
      expect(Buffer.from(certificate ?? []).toString('base64')).toBe(certificates.get(ecKey));
    }
  });

  test('without any, there is none', async () => {
    expect((await readPrivateKey(pkcs8Der(ecKey), ringOf('ES256'), PLAIN)).certificate).toBeNull();
  });

  test('the one of another key is a reason to refuse', async () => {
    expect(await refusal(bytes(pkcs8Pem(ecKey) + pem(otherEc)), 'ES256')).toEqual({
      code: 'KEY_CERTIFICATE_MISMATCH',
      facts: { subject: 'CN=ES256.example' },
    });
  });

  test('each of two keys gets its own', async () => {
    const file = bytes(pkcs8Pem(ecKey) + pkcs8Pem(otherEc) + pem(otherEc) + pem(ecKey));
    for (const key of [ecKey, otherEc]) {
      const { certificate } = await readPrivateKey(file, ringOf('ES256'), { ...PLAIN, entry: short(key) });
      expect(Buffer.from(certificate ?? []).toString('base64')).toBe(certificates.get(key));
    }
  });

  test('of two keys, one may have none', async () => {
    const file = bytes(pkcs8Pem(ecKey) + pkcs8Pem(otherEc) + pem(otherEc));
    const { certificate } = await readPrivateKey(file, ringOf('ES256'), { ...PLAIN, entry: short(ecKey) });
    expect(certificate).toBeNull();
  });

  test('in a JWK it must be the first of its chain', async () => {
    const own = jwk(ecKey, { x5c: [certificates.get(ecKey), certificates.get(rsaKey)] });
    expect(await refusal(bytes(JSON.stringify(own)), 'ES256')).toBeNull();
    const turned = jwk(ecKey, { x5c: [certificates.get(rsaKey), certificates.get(ecKey)] });
    expect(await refusal(bytes(JSON.stringify(turned)), 'ES256')).toMatchObject({ code: 'KEY_CERTIFICATE_MISMATCH' });
  });

  test('a damaged one is no certificate of this key', async () => {
    const broken = '-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n';
    const problem = 'the certificate beside its key is damaged';
    expect(await refusal(bytes(pkcs8Pem(ecKey) + broken), 'ES256')).toEqual({
      code: 'KEY_UNREADABLE',
      facts: { problem },
    });
  });
});

describe('limits', () => {
  test('small exponents need an explicit yes', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 });
    expect(await refusal(pkcs8Der(privateKey), 'RS256')).toMatchObject({ code: 'KEY_WEAK' });
    expect(await refusal(pkcs8Der(privateKey), 'RS256', { allowSmallExponent: true })).toBeNull();
  });

  test('passphrases have a length at which both libraries still agree', async () => {
    const secret = { cipher: 'aes-256-cbc', passphrase: 'x'.repeat(1024) };
    const file = Buffer.from(ecKey.export({ format: 'pem', type: 'pkcs8', ...secret }));
    expect(await refusal(file, 'ES256', { passphrase: bytes(secret.passphrase) })).toBeNull();
    expect(await refusal(file, 'ES256', { passphrase: Buffer.alloc(1025, 'x') })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await refusal(file, 'ES256', { passphrase: new Uint8Array() })).toMatchObject({
      code: 'KEY_PASSPHRASE_WRONG',
    });
  });

  test('the passphrase and the file are left to their owner', async () => {
    const [passphrase, file] = [bytes('secret'), bytes(pkcs8Pem(ecKey))];
    await readPrivateKey(file, ringOf('ES256'), { ...PLAIN, passphrase });
    expect([passphrase.toString(), createPublicKey(file.toString()).asymmetricKeyType]).toEqual(['secret', 'ec']);
  });
});
