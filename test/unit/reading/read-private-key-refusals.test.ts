import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileFormat, keyKind } from '../../../shared/words/en/names.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import { createKeyWorkshop } from '../../support/workshop.ts';
import { encodeDer } from '../../../main/encoding/der.ts';
import { TAG } from '../../../shared/encoding/der.ts';
import { degenerateSignedData } from '../../../main/encoding/pkcs7.ts';
import {
  bytes,
  CLOSE_PRIMES,
  ecKey,
  pkcs8Der,
  pkcs8Pem,
  refusal,
  ROCA_PRIMES,
  rsaKey,
  rsaPem,
  spkiDer,
} from './fixtures.ts';
import { rsaFrom } from '../../support/hostile-keys.ts';

const { certify } = createKeyWorkshop();

const armoured = (label: string, der: Uint8Array): Buffer =>
  bytes(`-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`);

const onCurve = (namedCurve: string): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey;

const rsa = (modulusLength: number, publicExponent = 65537): Buffer =>
  pkcs8Der(generateKeyPairSync('rsa', { modulusLength, publicExponent }).privateKey);

describe('files that are something else', () => {
  let certificate: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    const material = { pkcs8: pkcs8Der(ecKey), spki: spkiDer(ecKey), thumbprint: '' };
    certificate = await certify(material, 'ES256', { commonName: 'a.example', notBefore: new Date(0), days: 5000 });
  });
  const rsaPublic = createPublicKey(rsaKey).export({ format: 'der', type: 'pkcs1' });

  test.each<[problem: KeyFileProblem, file: () => Uint8Array]>([
    [{ code: 'certificate' }, () => certificate],
    [{ code: 'certificate' }, () => armoured('CERTIFICATE', certificate)],
    [{ code: 'certificates' }, () => armoured('PKCS7', degenerateSignedData([certificate]))],
    [{ code: 'public-key' }, () => spkiDer(ecKey)],
    [{ code: 'public-key' }, () => armoured('RSA PUBLIC KEY', rsaPublic)],
    [{ code: 'ssh-public-key' }, () => bytes('ssh-ed25519 AAAAC3NzaC1 me@host')],
    [{ code: 'public-key' }, () => bytes('{"kty":"EC"}')],
    [{ code: 'other-json' }, () => bytes('{"a":1}')],
    [{ code: 'web-page' }, () => bytes('<!DOCTYPE html><html>')],
    [{ code: 'damaged' }, () => Buffer.from('feedfeed00000002', 'hex')],
    [{ code: 'damaged' }, () => bytes('PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none')],
    [{ code: 'damaged' }, () => armoured('OPENSSH PRIVATE KEY', bytes('openssh-key-v1'))],
    [{ code: 'pgp-key' }, () => armoured('PGP PRIVATE KEY BLOCK', bytes('x'))],
    [{ code: 'empty' }, () => new Uint8Array()],
    [{ code: 'unknown' }, () => bytes('hello')],
  ])('%j', async (problem, file) => {
    expect(await refusal(file(), 'ES256')).toEqual({ code: 'KEY_UNREADABLE', facts: { problem } });
  });
});

describe('files that are broken', () => {
  const pem = pkcs8Pem(ecKey);
  const noCurve = [Buffer.from('020101', 'hex'), encodeDer(TAG.octetString, Buffer.alloc(32, 7))];

  test.each<[problem: KeyFileProblem, file: Uint8Array]>([
    [{ code: 'pem-cut-off' }, bytes(pem.slice(0, 120))],
    [{ code: 'pem-damaged' }, bytes(pem.replace('MIG', '*IG'))],
    [{ code: 'der-cut-off', bytes: 60, of: 138 }, pkcs8Der(ecKey).subarray(0, 60)],
    [{ code: 'no-curve' }, encodeDer(TAG.sequence, ...noCurve)],
  ])('%j', async (problem, file) => {
    expect(await refusal(file, 'ES256')).toEqual({ code: 'KEY_UNREADABLE', facts: { problem } });
  });
});

describe('files that are encrypted', () => {
  const secret = { cipher: 'aes-256-cbc', passphrase: 'correct horse' };

  test.each<[format: string, file: string | Uint8Array]>([
    ['PKCS#8 PEM', ecKey.export({ format: 'pem', type: 'pkcs8', ...secret })],
    ['PKCS#8 DER', ecKey.export({ format: 'der', type: 'pkcs8', ...secret })],
    ['SEC1 PEM', ecKey.export({ format: 'pem', type: 'sec1', ...secret })],
    ['PKCS#1 PEM', rsaKey.export({ format: 'pem', type: 'pkcs1', ...secret })],
  ])('%s', async (format, file) => {
    const refused = await refusal(Buffer.from(file), 'ES256');
    expect(refused?.code === 'KEY_ENCRYPTED' && fileFormat(refused.facts.format)).toBe(format);
  });
});

describe('keys of other kinds', () => {
  test.each<[kind: string, key: KeyObject]>([
    ['X25519', generateKeyPairSync('x25519').privateKey],
    ['Ed448', generateKeyPairSync('ed448').privateKey],
    ['EC secp256k1', onCurve('secp256k1')],
    ['EC P-224', onCurve('secp224r1')],
    ['EC on the curve 1.3.36.3.3.2.8.1.1.7', onCurve('brainpoolP256r1')],
    ['EC with explicit curve parameters', explicitCurve('P-224')],
    [
      'RSASSA-PSS (RSA restricted to one scheme)',
      generateKeyPairSync('rsa-pss', { modulusLength: 2048, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha1' })
        .privateKey,
    ],
  ])('%s has no use here', async (kind, key) => {
    const refused = await refusal(pkcs8Der(key), 'ES256');
    expect(refused?.code === 'KEY_UNSUPPORTED' && keyKind(refused.facts.kind)).toBe(kind);
  });

  test.each([
    ['RSA 2048', rsaKey, 'ES256'],
    ['EC P-256', ecKey, 'RS256'],
    ['EC P-256', ecKey, 'ES384'],
    ['Ed25519', generateKeyPairSync('ed25519').privateKey, 'ES256'],
  ] as const)('%s does not fit another ring', async (kind, key, alg) => {
    const facts = { kind: { code: 'named', name: kind }, ring: 'default', alg };
    expect(await refusal(pkcs8Der(key), alg)).toEqual({ code: 'KEY_RING_MISMATCH', facts });
  });
});

describe('keys that are weak', () => {
  test.each<[problem: KeyFileProblem, file: Uint8Array]>([
    [{ code: 'modulus-short', bits: 1024, least: 2048 }, rsa(1024)],
    [{ code: 'exponent-small', exponent: '3', usual: 65_537 }, rsa(2048, 3)],
    [{ code: 'primes-close' }, rsaPem(rsaFrom(...CLOSE_PRIMES))],
    [{ code: 'flawed', flaw: 'rsa-roca' }, rsaPem(rsaFrom(...ROCA_PRIMES))],
  ])('%j', async (problem, file) => {
    expect(await refusal(file, 'RS256')).toEqual({ code: 'KEY_WEAK', facts: { problem } });
  });

  test('an EC file whose public key belongs to another key', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const mine = ecKey.export({ format: 'der', type: 'sec1' });
    const mixed = Buffer.concat([mine.subarray(0, -64), other.export({ format: 'der', type: 'sec1' }).subarray(-64)]);
    const problem = { code: 'public-half-other' };
    expect(await refusal(mixed, 'ES256')).toEqual({ code: 'KEY_WEAK', facts: { problem } });
  });
});

/** With all its numbers written out instead of its name. */
function explicitCurve(namedCurve: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve, paramEncoding: 'explicit' });
  return createPrivateKey(pkcs8Pem(privateKey));
}
