// A key that a set shows as a certificate alone is recognised in every form that verifiers take it in, and another is not.
import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublicJwk } from '../../../../shared/domain/key-ring/key.ts';
import { isSameMaterial } from '../../../../shared/domain/key-ring/same-material.ts';
import { aKey } from '../../../support/keys.ts';
import { createKeyWorkshop } from '../../../support/workshop.ts';

const workshop = createKeyWorkshop();

async function certified(alg: 'RS256' | 'ES256' | 'Ed25519'): Promise<{ der: Buffer; jwk: PublicJwk }> {
  const pair = await workshop.generate(alg, alg === 'RS256' ? 2048 : null);
  const der = Buffer.from(await workshop.certify(pair, alg, { commonName: 'a', notBefore: new Date(), days: 9 }));
  const { publicKey } = new X509Certificate(der);
  return { der, jwk: publicKey.export({ format: 'jwk' }) as unknown as PublicJwk };
}

/** Behind the header of the outer SEQUENCE. */
const contents = (der: Buffer): Buffer => der.subarray(2 + ((der[1] ?? 0) & 0x7f));

const FORMS: [string, (der: Buffer) => Buffer][] = [
  ['as DER', (der) => der],
  ['with octets behind its end', (der) => Buffer.concat([der, Buffer.of(0, 0, 1)])],
  ['with an open length', (der) => Buffer.concat([Buffer.of(0x30, 0x80), contents(der), Buffer.of(0, 0)])],
  ['with a length of more octets than needed', (der) => Buffer.concat([Buffer.of(0x30, 0x83, 0), der.subarray(2)])],
];

describe.each(['RS256', 'ES256', 'Ed25519'] as const)('a key of %s', (alg) => {
  let ours: Awaited<ReturnType<typeof certified>>;
  let other: typeof ours;
  beforeAll(async () => {
    ours = await certified(alg);
    other = await certified(alg);
  });

  it.each(FORMS)('is known by its certificate %s', (_form, write) => {
    const file = write(ours.der);
    // Others take it too.
    expect(new X509Certificate(file).subject).toBe('CN=a');
    expect(isSameMaterial(ours.jwk, { x5c: [file.toString('base64')] })).toBe(true);
    expect(isSameMaterial(other.jwk, { x5c: [file.toString('base64')] })).toBe(false);
  });
});

it.each([
  ['nothing', {}],
  ['an empty list', { x5c: [] }],
  ['a number', { x5c: [1] }],
  ['an empty text', { x5c: [''] }],
  ['an empty sequence', { x5c: ['MAA='] }],
  ['sequences without a key', { x5c: ['MAIwAA=='] }],
  ['a text that is no Base64', { x5c: '§' }],
  ['a number that is zero', { n: 'AA', x: 'AA', e: 'AQAB' }],
  ['a number that is no text', { n: 1, x: 1, e: 1 }],
  ['an empty number', { n: '', x: '', e: '' }],
])('%s is the material of no key', (_, found) => {
  const rsa = aKey().jwk;
  const ed = { ...rsa, kty: 'OKP', crv: 'Ed25519', x: 'AAEC' } as const;
  expect([isSameMaterial(rsa, found), isSameMaterial(ed, found)]).toEqual([false, false]);
});
