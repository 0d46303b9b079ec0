// What the rings of a tenant will need, as `ring add` and its dialog say it: one answer for both.
import { expect, it } from 'vitest';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { placesForecast } from '../../../../shared/domain/published-set/places.ts';
import { aKey, aRing } from '../../../support/keys.ts';

const ringWith = (...states: KeyState[]) => ({ ring: aRing, keys: states.map((state) => aKey({ state })) });
const rotated = () => ringWith('next', 'current', 'previous');

it('counts living keys alone: what is revoked or was replaced wants no place', () => {
  const rings = [rotated(), rotated(), rotated(), ringWith('next', 'revoked', 'replaced', 'replaced')];
  expect(placesForecast('auth0', rings, { published: [] })).toEqual({ limit: 10, now: 10, most: 12 });
});

it('thinks of a ring that is not made yet, and of keys of others', () => {
  const rings = [rotated(), rotated()];
  expect(placesForecast('auth0', rings, { published: [], more: 1 })).toBeNull();
  expect(placesForecast('auth0', rings, { published: ['a', 'b'], more: 1 })).toEqual({ limit: 10, now: 10, most: 11 });
  expect(placesForecast('jwks', rings, { published: ['a', 'b'], more: 1 })).toBeNull();
});

it('leaves out rings that sign no more, but not the keys that they still show', () => {
  const retired = { ...ringWith('previous'), ring: { ...aRing, retirement: { at: '', reason: '' } } };
  const rings = [rotated(), rotated(), rotated(), retired];
  expect(placesForecast('auth0', rings, { published: [] })).toBeNull();
  expect(placesForecast('auth0', [...rings, rotated()], { published: [] })).toEqual({ limit: 10, now: 13, most: 13 });
});
