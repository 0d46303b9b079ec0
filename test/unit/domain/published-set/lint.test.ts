import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDING_WORDS } from '../../../../shared/words/en/publishing.ts';
import { lintSet } from '../../../../shared/domain/published-set/lint.ts';

const rsa = (bits: number, part: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' }),
  kid: 'a',
  use: 'sig',
  alg: 'RS256',
  ...part,
});
const p256 = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: 'a', alg: 'ES256' };
const found = (set: Record<string, unknown>[], ours: string[] = ['a']) =>
  lintSet(set, new Set(ours)).map(({ code, severity, kid }) => [code, severity, kid]);

describe('the lint of a set', () => {
  it('finds nothing in sound keys', () => {
    expect(found([rsa(2048), { ...p256, kid: 'b' }, { kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'c' }])).toEqual([]);
    expect(found([])).toEqual([]);
  });

  it('names each fault of a key', () => {
    expect(found([rsa(1024)])).toEqual([['rsa-too-small', 'error', 'a']]);
    expect(found([rsa(2048, { alg: 'ES256' })])).toEqual([['alg-does-not-fit', 'error', 'a']]);
    expect(found([{ ...p256, alg: 'ES384' }])).toEqual([['alg-does-not-fit', 'error', 'a']]);
    expect(found([{ ...p256, crv: 'toString' }])).toEqual([['kind-unsupported', 'error', 'a']]);
    expect(found([{ ...p256, kty: 'oct' }])).toEqual([['kind-unsupported', 'error', 'a']]);
    expect(found([{ ...p256, d: 'secret' }])).toEqual([['private-member', 'error', 'a']]);
    expect(found([{ ...p256, note: 'hello' }])).toEqual([['unknown-member', 'error', 'a']]);
  });

  it('shows the faults of foreign keys, but stops for a private key and for a kid that is there twice', () => {
    expect(found([rsa(1024)], [])).toEqual([['rsa-too-small', 'warning', 'a']]);
    expect(found([{ ...p256, kid: undefined }], [])).toEqual([['kid-missing', 'warning', 'key 1']]);
    expect(found([{ ...p256, d: 'secret' }], [])).toEqual([['private-member', 'error', 'a']]);
    expect(found([p256, p256], [])).toEqual([['kid-twice', 'error', 'a']]);
    const nameless = { ...p256, kid: null };
    expect(found([nameless, nameless], [])).toEqual([
      ['kid-missing', 'warning', 'key 1'],
      ['kid-missing', 'warning', 'key 2'],
    ]);
  });

  it('never throws, whatever a key holds, never repeats a value, and always has words', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 10 }), (set) => {
        for (const { code } of lintSet(set, new Set())) {
          expect(FINDING_WORDS[code]).not.toBe('');
        }
      }),
    );
  });
});
