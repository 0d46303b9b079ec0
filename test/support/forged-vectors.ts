// Signatures, tokens and wrapped keys that must not pass, made for this run: the ways in which verifiers were fooled before,
// each with the valid one from which it was made.
import {
  constants,
  createHash,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  randomBytes,
  sign,
} from 'node:crypto';
import { aeskw } from '@noble/ciphers/aes.js';
import { encodeDer } from '../../main/encoding/der.ts';
import { TAG } from '../../shared/encoding/der.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { Vector } from '../runtime/vectors.ts';

const MESSAGE = Buffer.from('eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0');
const publicJwk = (key: KeyObject): object => createPublicKey(key).export({ format: 'jwk' });

function signatures(
  what: string,
  alg: SigningAlgorithm,
  key: KeyObject,
  valid: Uint8Array,
  forged: Readonly<Record<string, Uint8Array>>,
): Vector[] {
  const one = (name: string, signature: Uint8Array, isValid: boolean): Vector => ({
    name: `${what}: ${name}`,
    kind: 'signature',
    alg,
    jwk: publicJwk(key),
    message: MESSAGE.toString('hex'),
    signature: Buffer.from(signature).toString('hex'),
    valid: isValid,
  });
  return [one('valid', valid, true), ...Object.entries(forged).map(([name, signature]) => one(name, signature, false))];
}

/** RFC 8017 §9.2: 00 01 FF… 00 DigestInfo, and what implementations took in its place. */
function rsaForgeries(): Vector[] {
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const digest = createHash('sha256').update(MESSAGE).digest();
  const oid = Buffer.from('0609608648016503040201', 'hex');
  const sequence = (...parts: readonly Uint8Array[]): Buffer => encodeDer(TAG.sequence, ...parts);
  const info = sequence(sequence(oid, Buffer.of(5, 0)), encodeDer(TAG.octetString, digest));
  const encoded = (tail: Uint8Array, start = [0, 1], fill = 0xff, behind = Buffer.of()): Buffer => {
    const padding = Buffer.alloc(256 - start.length - 1 - tail.length - behind.length, fill);
    return Buffer.concat([Buffer.from(start), padding, Buffer.of(0), tail, behind]);
  };
  const signed = (block: Buffer): Buffer => privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
  const longLength = Buffer.concat([Buffer.of(0x30, 0x81), info.subarray(1)]);
  const early = encoded(info, [0, 1], 0xff, randomBytes(100));
  const good = signed(encoded(info));
  const pss = (saltLength: number): Buffer =>
    sign('sha256', MESSAGE, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
  return [
    ...signatures('RSA PKCS#1 v1.5', 'RS256', key, good, {
      'no NULL in its algorithm': signed(encoded(sequence(sequence(oid), encodeDer(TAG.octetString, digest)))),
      'a length in its long form': signed(encoded(longLength)),
      'octets behind the digest': signed(early),
      'block type 2': signed(encoded(info, [0, 2])),
      'block type 0': signed(encoded(info, [0, 0], 0)),
      'padding of zeros': signed(encoded(info, [0, 1], 0)),
      'padding of other octets': signed(encoded(info, [0, 1], 0xfe)),
      'the digest alone': signed(encoded(digest)),
      'another hash named': signed(encoded(Buffer.from(info.toString('hex').replace('040201', '040202'), 'hex'))),
      'an octet in front': Buffer.concat([Buffer.of(0), good]),
      'an octet less': good.subarray(1),
      nothing: Buffer.of(),
      zero: Buffer.alloc(256),
      one: Buffer.concat([Buffer.alloc(255), Buffer.of(1)]),
      'PSS in its place': pss(32),
    }),
    ...signatures('RSA PSS', 'PS256', key, pss(32), {
      'no salt': pss(0),
      'a salt of 20 octets': pss(20),
      'the longest salt': pss(222),
      'another hash': sign('sha512', MESSAGE, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
      'PKCS#1 v1.5 in its place': good,
      zero: Buffer.alloc(256),
    }),
  ];
}

const ORDERS = {
  'P-256': ['ES256', 'sha256', 32, 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'],
  'P-384': ['ES384', 'sha384', 48, `${'f'.repeat(48)}c7634d81f4372ddf581a0db248b0a77aecec196accc52973`],
  'P-521': [
    'ES512',
    'sha512',
    66,
    `01${'f'.repeat(64)}fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409`,
  ],
} as const;

const ecdsaForgeries = (): Vector[] =>
  Object.entries(ORDERS).flatMap(([namedCurve, [alg, digest, size, order]]) => {
    const { privateKey: key } = generateKeyPairSync('ec', { namedCurve });
    const raw = sign(digest, MESSAGE, { key, dsaEncoding: 'ieee-p1363' });
    const [r, s] = [raw.subarray(0, size), raw.subarray(size)];
    const number = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(size * 2, '0'), 'hex');
    const [zero, one, n] = [number(0n), number(1n), Buffer.from(order, 'hex')];
    const both = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);
    return signatures(`ECDSA ${namedCurve}`, alg, key, raw, {
      'r = 0, s = 0': both(zero, zero),
      'r = 0': both(zero, s),
      's = 0': both(r, zero),
      'r = n': both(n, s),
      's = n': both(r, n),
      'r = n, s = n': both(n, n),
      'r = 1, s = 1': both(one, one),
      'r and s exchanged': both(s, r),
      'in DER': sign(digest, MESSAGE, key),
      'an octet more': both(raw, Buffer.of(0)),
      'an octet less': raw.subarray(0, -1),
      'zeros in front of both': both(Buffer.of(0), r, Buffer.of(0), s),
      nothing: Buffer.of(),
    });
  });

const L = 2n ** 252n + 27742317777372353535851937790883648493n;

function ed25519Forgeries(): Vector[] {
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const good = sign(null, MESSAGE, key);
  const little = (value: bigint): Buffer =>
    Buffer.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toReversed());
  const s = BigInt(`0x${Buffer.from(good.subarray(32).toReversed()).toString('hex')}`);
  const r = good.subarray(0, 32);
  const flipped = Buffer.from(r);
  flipped[31] = (flipped[31] ?? 0) ^ 0x80;
  return signatures('Ed25519', 'Ed25519', key, good, {
    'S + L (malleable)': Buffer.concat([r, little(s + L)]),
    'S = 0': Buffer.concat([r, little(0n)]),
    'S = L': Buffer.concat([r, little(L)]),
    'the other half of R': Buffer.concat([flipped, good.subarray(32)]),
    'R = the neutral point': Buffer.concat([little(1n), good.subarray(32)]),
    'R and S exchanged': Buffer.concat([good.subarray(32), r]),
    'an octet more': Buffer.concat([good, Buffer.of(0)]),
    'an octet less': good.subarray(0, -1),
    zeros: Buffer.alloc(64),
  });
}

/** RFC 8725: what a token says of its own algorithm and key is not believed. */
function tokens(): Vector[] {
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey: other } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = publicJwk(key);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = (header: object): string => `${part(header)}.${part({ sub: 'a' })}`;
  const by = (header: object, signer: KeyObject, padding?: number): string => {
    const text = input(header);
    const options = padding === undefined ? signer : { key: signer, padding, saltLength: 32 };
    return `${text}.${sign('sha256', Buffer.from(text), options).toString('base64url')}`;
  };
  const hmac = (secret: string | Buffer): string => {
    const text = input({ alg: 'HS256' });
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const pem = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const good = by({ alg: 'RS256' }, key);
  const forged: Record<string, string> = {
    'alg: none': `${input({ alg: 'none' })}.`,
    'alg: None': `${input({ alg: 'None' })}.`,
    'alg: none with a signature': by({ alg: 'none' }, key),
    'HMAC with the public key as text': hmac(pem),
    'HMAC with the public key as DER': hmac(der),
    'HMAC with nothing': hmac(''),
    'PS256 under a key of an RS256 ring': by({ alg: 'PS256' }, key, constants.RSA_PKCS1_PSS_PADDING),
    'PSS that says RS256': by({ alg: 'RS256' }, key, constants.RSA_PKCS1_PSS_PADDING),
    'a key of its own': by({ alg: 'RS256', jwk: publicJwk(other) }, other),
    'an unknown critical header': by({ alg: 'RS256', crit: ['x'], x: 1 }, key),
    'no algorithm': by({}, key),
    'an unencoded payload': by({ alg: 'RS256', b64: false, crit: ['b64'] }, key),
    'no signature': `${good.split('.').slice(0, 2).join('.')}.`,
    'another payload': [good.split('.')[0], part({ sub: 'b' }), good.split('.')[2]].join('.'),
    'four parts': `${good}.AA`,
  };
  const token = (name: string, compact: string, valid: boolean): Vector => ({
    name: `token: ${name}`,
    kind: 'token',
    alg: 'RS256',
    jwk,
    compact,
    valid,
  });
  return [token('valid', good, true), ...Object.entries(forged).map(([name, compact]) => token(name, compact, false))];
}

function wrappedKeys(): Vector[] {
  const [kek, key] = [randomBytes(32), randomBytes(32)];
  const good = Buffer.from(aeskw(kek).encrypt(key));
  const vector = (name: string, wrapped: Uint8Array, plain: Uint8Array | null): Vector => ({
    name: `key wrap: ${name}`,
    kind: 'key-wrap',
    kek: kek.toString('hex'),
    wrapped: Buffer.from(wrapped).toString('hex'),
    plain: plain === null ? null : Buffer.from(plain).toString('hex'),
  });
  const flips = Array.from({ length: good.length }, (_, at) => {
    const changed = Buffer.from(good);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return vector(`octet ${at} changed`, changed, null);
  });
  const shorter = [0, 8, 16, 24, 39].map((length) => vector(`${length} octets`, good.subarray(0, length), null));
  return [
    vector('valid', good, key),
    ...flips,
    ...shorter,
    vector('eight more', Buffer.concat([good, Buffer.alloc(8)]), null),
  ];
}

export const forgedVectors = (): Record<string, Vector[]> => ({
  'RSA forgeries': rsaForgeries(),
  'ECDSA forgeries': ecdsaForgeries(),
  'Ed25519 forgeries': ed25519Forgeries(),
  'token forgeries': tokens(),
  'key wrap forgeries': wrappedKeys(),
  'RFC 3394': rfcVectors(),
});

/** RFC 3394 §4. */
function rfcVectors(): Vector[] {
  const long = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
  const data = '00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f';
  return (
    [
      ['4.1', 32, 32, '1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5'],
      ['4.2', 48, 32, '96778b25ae6ca435f92b5b97c050aed2468ab8a17ad84e5d'],
      ['4.3', 64, 32, '64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7'],
      ['4.4', 48, 48, '031d33264e15d33268f24ec260743edce1c6c7ddee725a936ba814915c6762d2'],
      ['4.6', 64, 64, '28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21'],
    ] as const
  ).flatMap(([section, kek, plain, wrapped]): Vector[] => {
    const vector = { kind: 'key-wrap', kek: long.slice(0, kek), wrapped, plain: data.slice(0, plain) } as const;
    const changed = wrapped.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    return [
      { name: `RFC 3394 ${section}`, ...vector },
      { name: `RFC 3394 ${section}, changed`, ...vector, wrapped: changed, plain: null },
    ];
  });
}
