// Is a key that a server shows the key that was sent? How it is dressed may differ; its name, its numbers and its use may not.
import { expect, it } from 'vitest';
import { variationsOf } from '../../../../shared/domain/published-set/key-variations.ts';
import { aKey } from '../../../support/keys.ts';
import { ACME, openDesk } from '../../../support/desk.ts';

type Jwk = Record<string, unknown>;

const rsa: Jwk = {
  kty: 'RSA',
  kid: 'a',
  use: 'sig',
  alg: 'RS256',
  n: 'AQAB_-8',
  e: 'AQAB',
  x5t: 'AQID',
  'x5t#S256': 'AQIDBA',
};
const okp: Jwk = { kty: 'OKP', kid: 'b', crv: 'Ed25519', x: 'AAEC' };
const without = (jwk: Jwk, name: string): Jwk =>
  Object.fromEntries(Object.entries(jwk).filter(([key]) => key !== name));

it.each<[string, Jwk, Jwk, string[] | null]>([
  ['as sent', rsa, rsa, []],
  ['with a member more', { ...rsa, 'x-note': 1 }, rsa, []],
  ['without its kid', without(rsa, 'kid'), rsa, null],
  ['with another kid', { ...rsa, kid: 'b' }, rsa, null],
  ['of another kind', { ...rsa, kty: 'EC' }, rsa, null],
  ['on another curve', { ...okp, crv: 'X25519' }, okp, null],
  ['with its number in the other alphabet', { ...rsa, n: 'AQAB/+8=' }, rsa, ['written-otherwise']],
  ['with a zero before its number', { ...rsa, e: 'AAEAAQ' }, rsa, ['written-otherwise']],
  ['with another number', { ...rsa, e: 'Aw' }, rsa, null],
  ['with an empty number', { ...rsa, e: '' }, rsa, null],
  ['with a number that is no text', { ...rsa, e: 65537 }, rsa, null],
  ['without a number', without(rsa, 'n'), rsa, null],
  ['with octets that lost a zero', { ...okp, x: 'AQI' }, okp, null],
  ['with padding after its octets', { ...okp, x: 'AAEC=' }, okp, ['written-otherwise']],
  ['without its thumbprint', without(rsa, 'x5t'), rsa, ['certificate-dropped']],
  ['with an empty thumbprint', { ...rsa, 'x5t#S256': '' }, rsa, ['certificate-dropped']],
  ['with a thumbprint written otherwise', { ...rsa, x5t: 'AQID=' }, rsa, ['written-otherwise']],
  ['with another thumbprint', { ...rsa, 'x5t#S256': 'AQIDBQ' }, rsa, ['certificate-other']],
  ['without its address of a certificate', rsa, { ...rsa, x5u: 'https://a.example' }, ['certificate-dropped']],
  [
    'with another address',
    { ...rsa, x5u: 'https://b.example' },
    { ...rsa, x5u: 'https://a.example' },
    ['certificate-other'],
  ],
  ['without its use', without(rsa, 'use'), rsa, ['member-dropped']],
  ['with an empty use', { ...rsa, use: null }, rsa, ['member-dropped']],
  ['with another use', { ...rsa, use: 'enc' }, rsa, null],
  ['without the list of what it does', { ...rsa, key_ops: [] }, { ...rsa, key_ops: ['verify'] }, ['member-dropped']],
  ['with two variations of one kind', without(without(rsa, 'x5t'), 'x5t#S256'), rsa, ['certificate-dropped']],
])('%s', (_what, found, sent, kinds) => {
  expect(variationsOf(found, sent)).toEqual(kinds);
});

it('takes no member from what every object has', () => {
  expect(variationsOf({ kid: 'a' }, { kid: 'a', constructor: 'x' })).toEqual(['member-dropped']);
});

it('may have another certificate of the same key, and none of another key', async () => {
  const { custodian, close } = openDesk();
  const { rings } = await custodian.addTenant(ACME);
  const [one, other] = (rings[0]?.keys ?? [aKey(), aKey()]).map(({ jwk }): Jwk => ({ ...jwk }));
  const [mine, theirs] = [one?.['x5c'], other?.['x5c']];
  const sent = one ?? {};
  expect(variationsOf({ ...sent, x5c: mine }, sent)).toEqual([]);
  expect(variationsOf(without(sent, 'x5c'), sent)).toEqual(['certificate-dropped']);
  expect(variationsOf({ ...sent, x5c: [] }, sent)).toEqual(['certificate-dropped']);
  expect(variationsOf({ ...sent, x5c: theirs }, sent)).toBeNull();
  const chain = [mine, theirs].flat();
  expect(variationsOf({ ...sent, x5c: chain }, sent)).toEqual(['certificate-other']);
  // Where none was sent, one that was added must be of this key.
  const bare = without(sent, 'x5c');
  expect(variationsOf({ ...bare, x5c: mine }, bare)).toEqual([]);
  expect(variationsOf({ ...bare, x5c: theirs }, bare)).toBeNull();
  await close();
});
