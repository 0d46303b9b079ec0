import { createPrivateKey, createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateKey } from '../../../../main/key-store/software/generate.ts';

describe('generation', () => {
  test.each([
    ['ES256', 'P-256'],
    ['ES384', 'P-384'],
    ['ES512', 'P-521'],
    ['Ed25519', 'Ed25519'],
  ] as const)('%s lies on %s', async (alg, crv) => {
    const { pkcs8, spki } = await generateKey(alg, null);
    const fromPrivate = createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
    const fromPublic = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    expect(fromPrivate.equals(fromPublic)).toBe(true);
    expect(fromPublic.export({ format: 'jwk' }).crv).toBe(crv);
  });

  test('PS keys are plain rsaEncryption keys of the size asked for, and nobody waits for them', async () => {
    let turns = 0;
    const idle = setInterval(() => (turns += 1), 1);
    const { spki } = await generateKey('PS384', 3072);
    clearInterval(idle);
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    expect(key.asymmetricKeyType).toBe('rsa');
    expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 3072, publicExponent: 65537n });
    expect(turns).toBeGreaterThan(2);
  });

  test('an RSA key needs its size', async () => {
    await expect(generateKey('RS256', null)).rejects.toMatchObject({ code: 'INPUT_INVALID', facts: { field: 'bits' } });
  });
});
