import { expect, test } from 'vitest';
import { revocationChallenge, whyNotRevoked } from '../../../../renderer/keys/state/revocation.ts';
import { aKey } from '../../../support/keys.ts';

test('only a previous key may be revoked; every other state says why not', () => {
  expect(whyNotRevoked(aKey({ state: 'previous' }))).toBeNull();
  for (const state of ['next', 'current', 'revoked'] as const) {
    expect(whyNotRevoked(aKey({ state }))).toMatch(/\w+/);
  }
});

test('the first six characters of the kid are typed', () => {
  expect(revocationChallenge('h3ogA9at3MKm4zaemlqQ')).toBe('h3ogA9');
});
