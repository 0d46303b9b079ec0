// What counts as a seal of the audit chain: a place, signed by this device key, as such and in one spelling.
import { generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  chainHeadSchema,
  deviceKeyFingerprint,
  isSignedBy,
  readSeal,
  SEAL_TYPE,
  sealClaims,
} from '../../../../main/acts/audit/seal.ts';
import { compactJws, signJws } from '../../../../main/acts/custody/jws.ts';
import { createKeyWorkshop, inHand, type KeyMaterial } from '../../../support/workshop.ts';

const hash = '0123456789abcdef'.repeat(4);
const PLACE = { seq: 7, hash };
const HEADER = { alg: 'Ed25519', kid: 'the device key', typ: SEAL_TYPE } as const;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

let device: KeyMaterial;
let deviceKey: string;
beforeAll(async () => {
  device = await createKeyWorkshop().generate('Ed25519', null);
  deviceKey = base64(device.spki);
});

const signed = async (claims: object, header: Parameters<typeof signJws>[2] = HEADER): Promise<string> =>
  compactJws(await signJws(inHand(device.pkcs8), '', header, JSON.stringify(claims)));

it('is a purpose and a place under a type of its own', () => {
  expect(SEAL_TYPE).toBe('key-custodian/audit-seal');
  expect(sealClaims(PLACE)).toEqual({ purpose: 'key-custodian/audit-seal', seq: 7, hash });
});

it('is the place that was signed, of this version and of those before', async () => {
  expect(await signed(sealClaims(PLACE)).then((seal) => readSeal(seal, deviceKey))).toEqual(PLACE);
  expect(await signed(sealClaims(PLACE), { ...HEADER, typ: 'JWT' }).then((seal) => readSeal(seal, deviceKey))).toEqual(
    PLACE,
  );
});

it.each([
  ['another purpose', { ...sealClaims(PLACE), purpose: 'key-custodian/audit-file' }, HEADER],
  ['no purpose', { ...PLACE }, HEADER],
  ['more than a place', { ...sealClaims(PLACE), iat: 1 }, HEADER],
  ['no place', sealClaims({ seq: 0, hash }), HEADER],
  ['a hash that is none', sealClaims({ seq: 7, hash: hash.slice(1) }), HEADER],
  ['another type', sealClaims(PLACE), { ...HEADER, typ: 'at+jwt' }],
  ['more in its header', sealClaims(PLACE), { ...HEADER, jku: 'https://evil.example' }],
  ['no name of the key', sealClaims(PLACE), { alg: 'Ed25519', typ: SEAL_TYPE }],
  ['another name of the algorithm', sealClaims(PLACE), { ...HEADER, alg: 'EdDSA' }],
] as const)('is none with %s', async (_, claims, header) => {
  expect(readSeal(await signed(claims, header), deviceKey)).toBeNull();
});

it.each([
  ['one part more', (seal: string) => `${seal}.`],
  ['a padded signature', (seal: string) => `${seal}=`],
  ['no signature', (seal: string) => seal.slice(0, seal.lastIndexOf('.') + 1)],
  ['a header of nothing', (seal: string) => seal.slice(seal.indexOf('.'))],
  ['nothing in it', () => ''],
])('is none with %s', async (_, spoilt) => {
  expect(readSeal(spoilt(await signed(sealClaims(PLACE))), deviceKey)).toBeNull();
});

it('is none by another device, nor by what is no key of a device', async () => {
  const seal = await signed(sealClaims(PLACE));
  const workshop = createKeyWorkshop();
  const others = await Promise.all([workshop.generate('Ed25519', null), workshop.generate('ES256', null)]);
  for (const key of [...others.map(({ spki }) => base64(spki)), '', 'no key']) {
    expect(readSeal(seal, key)).toBeNull();
  }
});

describe('a signature', () => {
  it('by a key of another kind is none of a device, even where it is good', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed448');
    const signature = sign(null, Buffer.from('a.b'), privateKey).toString('base64url');
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    expect(isSignedBy(base64(spki), { protected: 'a', payload: 'b', signature })).toBe(false);
    const ours = await signJws(inHand(device.pkcs8), '', HEADER, 'x');
    expect(isSignedBy(deviceKey, ours)).toBe(true);
  });

  it.each(['protected', 'payload'] as const)('covers the %s', async (part) => {
    const parts = await signJws(inHand(device.pkcs8), '', HEADER, 'x');
    expect(isSignedBy(deviceKey, { ...parts, [part]: `${parts[part]}A` })).toBe(false);
  });

  it('has one spelling', async () => {
    const parts = await signJws(inHand(device.pkcs8), '', HEADER, 'x');
    expect(isSignedBy(deviceKey, { ...parts, signature: `${parts.signature}\n` })).toBe(false);
    expect(isSignedBy(deviceKey, { ...parts, signature: `${parts.signature}==` })).toBe(false);
  });
});

it.each([
  [{ seq: 1, hash }, true],
  [{ seq: 0, hash }, false],
  [{ seq: 1.5, hash }, false],
  [{ seq: 1, hash: `${hash}0` }, false],
  [{ seq: 1, hash: `0${hash}` }, false],
  [{ seq: 1, hash: hash.toUpperCase() }, false],
])('a place that came from outside: %j is one: %s', (place, is) => {
  expect(chainHeadSchema.safeParse(place).success).toBe(is);
});

it('a device is known by the SHA-256 of its public key', () => {
  // printf abc | sha256sum
  expect(deviceKeyFingerprint(base64(Buffer.from('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
