// What a stranger sees where a set is public in several places: what all of them list, what any of them lists.
import { expect, it } from 'vitest';
import { lookOutside } from '../../../../main/acts/publishing/outside.ts';
import type { PublicSet } from '../../../../main/ports/verifier.ts';
import { toRemoteKeys } from '../../../../shared/domain/published-set/published-key.ts';
import type { PublicPlace } from '../../../../shared/domain/tenant/public-addresses.ts';
import { failureOf } from '../../../support/outcome.ts';

const listing = (kids: string[], part: Partial<PublicSet> = {}): PublicSet => ({
  kids,
  keys: toRemoteKeys(kids.map((kid) => ({ kid, kty: 'EC' }))),
  exposedBeside: [],
  cacheControl: null,
  jwksSha256: `sha256 of ${kids.join()}`,
  ...part,
});

const place = (host: string): PublicPlace => ({
  jwksUrl: `https://${host}/jwks`,
  metadataUrl: null,
  canonicalJwksUrl: null,
  issuer: `https://${host}/`,
  issuerIsGuess: false,
});

/** The places in their order; `null`: it cannot be read. */
function look(...sets: (PublicSet | null)[]) {
  const asked: string[] = [];
  const [first = place('0'), ...further] = sets.map((_, index) => place(String(index)));
  const verifier = {
    prove: () => expect.fail('nothing is proven here'),
    listed: async (url: string) => {
      asked.push(url);
      return sets[asked.length - 1] ?? Promise.reject(new Error(`not readable: ${url}`));
    },
  };
  return { asked, seen: lookOutside(verifier, { jwksUrl: first.jwksUrl, further }, undefined) };
}

it('one place is seen as it is', async () => {
  const set = listing(['a', 'b'], { cacheControl: 'max-age=60', exposedBeside: ['d'] });
  expect(await look(set).seen).toEqual({ ...set, anywhere: ['a', 'b'] });
});

it('several are looked at in their order, and what they list is told as by all and by any', async () => {
  const [first, second, third] = [listing(['a', 'b', 'c']), listing(['c', 'b', 'd']), listing(['b', 'c'])];
  const { asked, seen } = look(first, second, third);
  expect(await seen).toEqual({
    kids: ['b', 'c'],
    anywhere: ['a', 'b', 'c', 'd'],
    keys: [...first.keys, ...second.keys, ...third.keys],
    exposedBeside: [],
    cacheControl: null,
    jwksSha256: first.jwksSha256,
  });
  expect(asked).toEqual(['https://0/jwks', 'https://1/jwks', 'https://2/jwks']);
});

it('private members beside the keys are named once, wherever they stand', async () => {
  const sets = [['d'], ['d', 'p'], []].map((exposedBeside) => listing([], { exposedBeside }));
  expect((await look(...sets).seen).exposedBeside).toEqual(['d', 'p']);
});

it.each<[string, (string | null)[], string | null]>([
  ['none has one', [null, null], null],
  ['one has none', [null, 'max-age=0'], 'max-age=0'],
  ['the first asks for more', ['max-age=60', 'max-age=10'], 'max-age=60'],
  ['the second asks for more', ['max-age=10', 'max-age=60'], 'max-age=60'],
  ['both ask for the same', ['max-age=60', 'public, max-age=60'], 'max-age=60'],
  [
    'one asks for more while it fails',
    ['max-age=60', 'max-age=1, stale-if-error=100'],
    'max-age=1, stale-if-error=100',
  ],
])('of their headers the one counts that asks caches for the most: %s', async (_, headers, cacheControl) => {
  const sets = headers.map((one) => listing([], { cacheControl: one }));
  expect((await look(...sets).seen).cacheControl).toBe(cacheControl);
});

it('the first place that cannot be read ends the look', async () => {
  const { asked, seen } = look(listing(['a']), null, listing(['a']));
  expect(await failureOf(seen)).toEqual(new Error('not readable: https://1/jwks'));
  expect(asked).toHaveLength(2);
});
