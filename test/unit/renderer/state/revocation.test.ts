import { expect, test } from 'vitest';
import { revocability, revocationChallenge } from '../../../../renderer/state/revocation.ts';
import { fakeKey, fakeTenant } from '../fake-data.ts';

test('only a previous key may be revoked; every other state says why not', () => {
  expect(revocability(fakeKey('k', { state: 'previous' }))).toEqual({ allowed: true });
  for (const state of ['next', 'current', 'revoked'] as const) {
    const verdict = revocability(fakeKey('k', { state }));
    expect(verdict.allowed).toBe(false);
    expect(verdict).toHaveProperty('why');
  }
});

test('production asks for the name of the tenant, everything else for the first six characters of the kid', () => {
  const kid = 'h3ogA9at3MKm4zaemlqQ';
  expect(revocationChallenge(fakeTenant(), kid)).toEqual({ what: 'kid', text: 'h3ogA9' });
  expect(revocationChallenge(fakeTenant({ name: 'Northwind Bank', environment: 'production' }), kid)).toEqual({
    what: 'tenant',
    text: 'Northwind Bank',
  });
});
