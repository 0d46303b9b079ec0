import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import { effortOf } from '../../support/effort.ts';
import { bytes, ecKey, pkcs8Der, pkcs8Pem, refusal, rsaKey } from './fixtures.ts';

const OUTCOMES = ['accepted', 'KEY_UNREADABLE', 'KEY_ENCRYPTED', 'KEY_UNSUPPORTED', 'KEY_WEAK', 'KEY_RING_MISMATCH'];

/** `refusal` lets every exception through that is not one of ours, so an unexpected one fails the property. */
async function outcome(file: Uint8Array, alg: SigningAlgorithm): Promise<string> {
  const refused = await refusal(file, alg);
  return refused === null ? 'accepted' : refused.code;
}

describe('hostile files', () => {
  test('mutations of real files give a key or one of the five refusals', async () => {
    const originals = fc.constantFrom<[Buffer, SigningAlgorithm]>(
      [pkcs8Der(rsaKey), 'RS256'],
      [pkcs8Der(ecKey), 'ES256'],
      [ecKey.export({ format: 'der', type: 'sec1' }), 'ES256'],
      [bytes(pkcs8Pem(ecKey)), 'ES256'],
      [pkcs8Der(generateKeyPairSync('ed25519').privateKey), 'Ed25519'],
    );
    const edit = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(originals, fc.array(edit, { minLength: 1, maxLength: 3 }), async ([original, alg], edits) => {
        let file = Buffer.from(original);
        for (const { at, byte, cut } of edits) {
          // Half of the edits hit the first 40 bytes, where the structure is.
          const place = at % (byte % 2 === 0 ? Math.min(40, file.length) : file.length);
          file = cut && byte < 16 ? file.subarray(0, place + 1) : file;
          file[Math.min(place, file.length - 1)] = byte;
        }
        expect(OUTCOMES).toContain(await outcome(file, alg));
      }),
      { numRuns: 400 },
    );
  });

  test('random bytes and random blocks are never accepted', async () => {
    const label = fc.constantFrom('PRIVATE KEY', 'EC PRIVATE KEY', 'CERTIFICATE', 'X');
    const block = fc
      .tuple(label, fc.base64String({ maxLength: 80 }))
      .map(([name, body]) => bytes(`-----BEGIN ${name}-----\n${body}\n-----END ${name}-----\n`));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), block), async (file) => {
        expect(OUTCOMES.slice(1)).toContain(await outcome(file, 'ES256'));
      }),
      { numRuns: 200 },
    );
  });

  test('the largest file of nothing but beginnings is refused without a pause', async () => {
    const file = Buffer.alloc(256 * 1024, '-----BEGIN PRIVATE KEY-----');
    const { given, rounds } = await effortOf(() => outcome(file, 'ES256'));
    expect(given).toBe('KEY_UNREADABLE');
    expect(rounds).toBeLessThan(5_000_000);
  });

  test('a refusal holds no piece of the key', async () => {
    const refused = JSON.stringify(await refusal(pkcs8Der(rsaKey), 'ES256'));
    const { d = '', p = '', q = '' } = rsaKey.export({ format: 'jwk' });
    for (const secret of [d, p, q]) {
      expect(refused).not.toContain(secret.slice(0, 16));
      expect(refused).not.toContain(Buffer.from(secret, 'base64url').toString('base64').slice(0, 16));
    }
  });
});
