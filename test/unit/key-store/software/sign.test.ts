import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateKey } from '../../../../main/key-store/software/generate.ts';
import { createKeyWorkshop } from '../../../support/workshop.ts';

const { sign: signToken } = createKeyWorkshop();

const CLAIMS = { iss: 'https://acme.example/', exp: 1_800_000_000, nested: { ä: [1, null] } };

const text = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');

describe('token signature', () => {
  test.each([
    ['ES256', 'sha256', 64],
    ['ES384', 'sha384', 96],
    ['ES512', 'sha512', 132],
    ['Ed25519', null, 64],
  ] as const)('%s is a raw signature of %s that node:crypto accepts', async (alg, digest, size) => {
    const { pkcs8, spki } = await generateKey(alg, null);
    const token = await signToken(pkcs8, alg, 'kid-1', CLAIMS);
    const [header = '', payload = '', signature = '', ...more] = token.split('.');
    expect(more).toEqual([]);
    expect(text(header)).toBe(`{"alg":"${alg}","kid":"kid-1","typ":"JWT"}`);
    expect(JSON.parse(text(payload))).toEqual(CLAIMS);

    const bytes = Buffer.from(signature, 'base64url');
    expect(bytes).toHaveLength(size);
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify(digest, signed, { key, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
  });

  test('a key does not sign under the algorithm of another', async () => {
    const { pkcs8 } = await generateKey('ES256', null);
    await expect(signToken(pkcs8, 'RS256', 'kid-1', CLAIMS)).rejects.toThrow(DOMException);
    await expect(signToken(pkcs8, 'ES384', 'kid-1', CLAIMS)).rejects.toThrow(DOMException);
  });

  test('the bytes of the key stay with their owner', async () => {
    const { pkcs8 } = await generateKey('ES256', null);
    const before = Buffer.from(pkcs8);
    await signToken(pkcs8, 'ES256', 'kid-1', CLAIMS);
    expect(before.equals(pkcs8)).toBe(true);
  });
});
