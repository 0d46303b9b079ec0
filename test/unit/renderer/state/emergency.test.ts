import { expect, test } from 'vitest';
import { aftermath, emergencyOutcome, verifiersOf } from '../../../../renderer/keys/state/emergency.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { VERIFIER_IDS } from '../../../../shared/domain/verifiers.ts';
import { aKey } from '../../../support/keys.ts';
import { ringView } from '../../../support/views.ts';

test('one minute, ten minutes, twelve hours: who still accepts the old key, and who refuses the new one', () => {
  const moments = aftermath(['jose', 'dotnet', 'istio', 'pinned'], false);
  expect(moments).toEqual([
    {
      seconds: 60,
      accepting: ['jose', 'dotnet', 'istio', 'pinned'],
      // Two look again for an unknown kid, but pause before.
      refusing: ['jose', 'dotnet', 'istio', 'pinned'],
    },
    { seconds: 600, accepting: ['dotnet', 'istio', 'pinned'], refusing: ['istio', 'pinned'] },
    { seconds: 43_200, accepting: ['pinned'], refusing: ['pinned'] },
  ]);
});

test('a new key that every verifier knows already is refused by nobody', () => {
  expect(aftermath(VERIFIER_IDS, true).flatMap(({ refusing }) => refusing)).toEqual([]);
});

test('a policy that names no verifier is reckoned with all of them', () => {
  expect(verifiersOf(DEFAULT_TERMS.production)).toEqual(VERIFIER_IDS);
  expect(verifiersOf({ verifiers: ['tyk'] })).toEqual(['tyk']);
});

test('the emergency needs a key that signs; without one that takes over a fresh one does', () => {
  const [next, current] = [aKey({ kid: 'nxt' }), aKey({ kid: 'cur', state: 'current' })];
  expect(emergencyOutcome(ringView([next, current]), 0)).toEqual({
    revokedKid: 'cur',
    nextKid: 'nxt',
    nextKnown: false,
  });
  expect(emergencyOutcome(ringView([current]), 0)).toEqual({ revokedKid: 'cur', nextKid: null, nextKnown: false });
  expect(emergencyOutcome(ringView([next]), 0)).toBeNull();
});
