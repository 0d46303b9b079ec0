import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateKey } from '../../../../main/key-store/software/generate.ts';
import { provenPublicKey } from '../../../../main/key-store/software/proven-public-key.ts';
import { SIGNING_ALGORITHMS } from '../../../../shared/domain/algorithms.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the public key of a private key', () => {
  it.each(SIGNING_ALGORITHMS)('of %s is the very bytes that were recorded when it was made', async (alg) => {
    const { pkcs8, spki } = await generateKey(alg, /^[RP]S/.test(alg) ? 2048 : null);
    expect(sha256(provenPublicKey(pkcs8))).toBe(sha256(spki));
  });

  it('is proven, not taken from what the file claims', () => {
    const [one, other] = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    const point = (pair: typeof one) =>
      pair?.publicKey.export({ format: 'der', type: 'spki' }).subarray(-65) ?? Buffer.alloc(0);
    const forged = Buffer.from(one?.privateKey.export({ format: 'der', type: 'pkcs8' }) ?? []);
    forged.set(point(other), forged.indexOf(point(one)));
    expect(() => provenPublicKey(forged)).toThrow(expect.objectContaining({ code: 'KEY_UNREADABLE' }));
  });

  it.each([
    ['nothing', ''],
    ['text', 'not a key'],
    ['a public key', null],
  ])('refuses %s', (_what, text) => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const bytes = text === null ? publicKey.export({ format: 'der', type: 'spki' }) : Buffer.from(text);
    expect(() => provenPublicKey(bytes)).toThrow(expect.objectContaining({ code: 'KEY_UNREADABLE' }));
  });
});
