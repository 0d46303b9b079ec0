import { expect, test } from 'vitest';
import { revocability, revocationChallenge } from '../../../../renderer/state/revocation.ts';
import { aKey } from '../../../support/keys.ts';

test('only a previous key may be revoked; every other state says why not', () => {
  expect(revocability(aKey({ state: 'previous' }))).toEqual({ allowed: true });
  for (const state of ['next', 'current', 'revoked'] as const) {
    const verdict = revocability(aKey({ state }));
    expect(verdict.allowed).toBe(false);
    expect(verdict).toHaveProperty('why');
  }
});

test('the first six characters of the kid are typed', () => {
  expect(revocationChallenge('h3ogA9at3MKm4zaemlqQ')).toBe('h3ogA9');
});
