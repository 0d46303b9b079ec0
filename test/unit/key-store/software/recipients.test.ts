// Whom a private key can be sealed to, as recipients send their keys: JWKs for every algorithm that we write, sets, PEM,
// certificates. What cannot serve is refused with what to ask for.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compactDecrypt, type JWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustodianError, toWireError } from '../../../../shared/errors.ts';
import { JWE_RECIPIENT } from '../../../../shared/domain/exports/protections.ts';
import { type CertificateKinds, certificateKinds } from '../../../support/certificate-kinds.ts';
import { makeKey, type MadeKey } from '../../../runtime/made-key.ts';
import { createKeyWorkshop } from '../../../support/workshop.ts';

const workshop = createKeyWorkshop();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const [p256, p384, p521] = ['P-256', 'P-384', 'P-521'].map((namedCurve) => generateKeyPairSync('ec', { namedCurve }));
const x25519 = generateKeyPairSync('x25519');

let made: MadeKey;
let kinds: CertificateKinds;
beforeAll(async () => {
  made = await makeKey('ES256');
  kinds = certificateKinds();
});
afterAll(() => kinds.close());

const jwkOf = (key: KeyObject, members: object = {}): JWK => ({
  ...key.export({ format: 'jwk' }),
  ...members,
});
const text = (value: object): string => JSON.stringify(value);

const seal = (recipient: string) =>
  workshop.protect(made.pkcs8, made.key, {
    format: 'private-jwk',
    flavour: 'modern',
    passphrase: null,
    recipient: Buffer.from(recipient),
  });

/** The header of the JWE that this private key, and jose, open. */
async function openedBy(privateKey: KeyObject, recipient: string): Promise<string> {
  const { bytes } = await seal(recipient);
  const { plaintext, protectedHeader } = await compactDecrypt(Buffer.from(bytes).toString(), privateKey);
  const inside = JSON.parse(Buffer.from(plaintext).toString()) as Record<string, unknown>;
  expect([inside['kid'], typeof inside['d']]).toEqual([made.key.kid, 'string']);
  return protectedHeader.alg;
}

const problemOf = (recipient: string): Promise<unknown> =>
  seal(recipient).then(
    () => 'sealed',
    (error: unknown) => {
      const { facts } = toWireError(error);
      return error instanceof CustodianError && 'problem' in facts ? facts.problem : error;
    },
  );

test('every algorithm that a JWK may ask for, on every curve', async () => {
  for (const alg of JWE_RECIPIENT.RSA) {
    expect(await openedBy(rsa.privateKey, text(jwkOf(rsa.publicKey, { alg })))).toBe(alg);
  }
  for (const alg of JWE_RECIPIENT.EC) {
    for (const pair of [p256, p384, p521, x25519]) {
      if (pair !== undefined) {
        expect(await openedBy(pair.privateKey, text(jwkOf(pair.publicKey, { alg })))).toBe(alg);
      }
    }
  }
});

test('a client’s set: the key for encryption, or the one that may be it', async () => {
  const ours = jwkOf(rsa.publicKey, { kid: 'e', use: 'enc' });
  const signs = jwkOf(p256?.publicKey ?? rsa.publicKey, { kid: 's', use: 'sig' });
  expect(await openedBy(rsa.privateKey, text({ keys: [signs, ours] }))).toBe('RSA-OAEP-256');
  const silent = jwkOf(rsa.publicKey, { kid: 'e' });
  expect(await openedBy(rsa.privateKey, text({ keys: [{ ...signs, use: undefined, alg: 'ES256' }, silent] }))).toBe(
    'RSA-OAEP-256',
  );
  expect(await problemOf(text({ keys: [signs, signs] }))).toEqual({ code: 'set-without-encryption' });
  expect(await problemOf(text({ keys: [ours, { ...ours, kid: 'f' }] }))).toEqual({
    code: 'several-recipients',
    count: 2,
  });
  expect(await problemOf(text({ keys: [signs] }))).toEqual({ code: 'for-signing' });
  expect(await problemOf(text({ keys: [] }))).toEqual({ code: 'no-recipient' });
  expect(await problemOf(text({ keys: [ours, p256?.privateKey.export({ format: 'jwk' })] }))).toEqual({
    code: 'recipient-private',
  });
});

test('PEM and certificates', async () => {
  const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }).toString();
  expect(await openedBy(rsa.privateKey, pem(rsa.publicKey))).toBe('RSA-OAEP-256');
  expect(await openedBy(x25519.privateKey, pem(x25519.publicKey))).toBe('ECDH-ES');
  expect(await problemOf(kinds.issued({ extensions: 'keyUsage=keyEncipherment' }))).toBe('sealed');
  expect(await problemOf(kinds.chain().join(''))).toBe('sealed');
  expect(await problemOf(kinds.issued({ extensions: 'keyUsage=digitalSignature' }))).toEqual({
    code: 'certificate-not-for-encryption',
  });
  expect(await problemOf(kinds.key)).toEqual({ code: 'recipient-private' });
  expect(await problemOf('-----BEGIN PUBLIC KEY-----')).toEqual({ code: 'no-recipient' });
});

test('what cannot serve says what to ask for', async () => {
  expect(await problemOf(text(jwkOf(rsa.publicKey, { alg: 'RSA1_5' })))).toEqual({
    code: 'other-algorithm',
    algorithms: [...JWE_RECIPIENT.RSA],
  });
  expect(await problemOf(text(jwkOf(generateKeyPairSync('ed25519').publicKey)))).toEqual({ code: 'cannot-encrypt' });
});

test('as they were sent in', async () => {
  const folder = path.resolve(import.meta.dirname, '../../../fixtures/recipients');
  const sent = ['recipient-rsa-oaep.jwk', 'recipient-set.jwks'].map((name) =>
    readFileSync(path.join(folder, name), 'utf8'),
  );
  expect(await Promise.all(sent.map(problemOf))).toEqual(['sealed', 'sealed']);
});
