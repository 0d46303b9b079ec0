import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAIVE_VERIFIER_WORDS } from '../../../../shared/words/en/publishing.ts';
import { naiveWarnings } from '../../../../shared/domain/published-set/naive-warnings.ts';
import { NAIVE_VERIFIERS } from '../../../../shared/domain/published-set/naive-verifiers.ts';

const key = (kid: string, part: Record<string, unknown> = {}): Record<string, unknown> => ({
  kty: 'RSA',
  alg: 'RS256',
  kid,
  x5c: ['AA=='],
  ...part,
});
const troubled = (...args: Parameters<typeof naiveWarnings>) =>
  Object.fromEntries(naiveWarnings(...args).map(({ verifier, kids }) => [verifier, kids]));

describe('naive verifiers', () => {
  it('have no trouble with a current RS256 key in front of its successor', () => {
    expect(naiveWarnings([key('current'), key('next')], ['current'])).toEqual([]);
    expect(naiveWarnings([], [])).toEqual([]);
  });

  it('take the first key', () => {
    expect(troubled([key('next'), key('current')], ['current'])).toEqual({
      'first-key': ['current'],
      'ignores-kid': ['current'],
    });
  });

  it('ignore the kid, but tell kinds of keys apart', () => {
    const elliptic = { kty: 'EC', crv: 'P-256', alg: 'ES256' };
    expect(troubled([key('rsa'), key('ec', elliptic)], ['rsa', 'ec'])).toEqual({
      'first-key': ['ec'],
      'rs256-only': ['ec'],
    });
    // One without an algorithm fits every algorithm of its type, and of no other.
    const nameless = key('foreign', { ...elliptic, alg: undefined });
    expect(troubled([nameless, key('ours')], ['ours'])['ignores-kid']).toBeUndefined();
    expect(troubled([key('pss', { alg: 'PS256' }), key('ours')], ['ours'])['ignores-kid']).toBeUndefined();
    const withoutAlg = key('foreign', { alg: undefined });
    expect(troubled([withoutAlg, key('ours')], ['ours'])['ignores-kid']).toEqual(['ours']);
  });

  it('stumble over keys without x5c and over more than five keys', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((kid) => key(kid));
    expect(troubled(six, ['a'])).toEqual({ 'caches-five': ['a', 'b', 'c', 'd', 'e', 'f'] });
    expect(troubled(six.slice(1), ['b'])).toEqual({});
    expect(troubled([key('a'), key('b', { x5c: [] }), { kty: 'RSA' }], ['a'])['needs-x5c']).toEqual(['b', '(no kid)']);
  });

  it('never throw, whatever the set holds, and always have words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom('kty', 'kid', 'alg', 'crv', 'x5c'), fc.anything())),
        fc.array(fc.string()),
        (keys, kids) => {
          for (const { verifier } of naiveWarnings(keys, kids)) {
            expect(NAIVE_VERIFIER_WORDS[verifier].habit).not.toBe('');
          }
        },
      ),
    );
    expect(Object.keys(NAIVE_VERIFIER_WORDS)).toEqual([...NAIVE_VERIFIERS]);
  });
});
