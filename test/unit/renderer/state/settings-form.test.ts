import { expect, test } from 'vitest';
import { changesIn, settingsArgs, settingsOf } from '../../../../renderer/tenants/state/settings-form.ts';
import { revocationArgs } from '../../../../renderer/keys/state/revocation-form.ts';
import { destructionOf } from '../../../../renderer/keys/state/destruction.ts';
import { tenantEditSchema } from '../../../../shared/acts/tenants.ts';
import { aKey } from '../../../support/keys.ts';
import { tenantView } from '../../../support/views.ts';

const before = settingsOf(tenantView([]));

test('only what changed is sent, and a cleared setting is taken away', () => {
  expect(changesIn(before, { ...before, customDomain: ` ${before.customDomain} ` })).toEqual([]);
  const args = settingsArgs('acme', before, { ...before, customDomain: '', policy: 'quarterly' });
  expect(args).toEqual({ tenant: 'acme', customDomain: null, policy: 'quarterly' });
  expect(tenantEditSchema.parse(args)).toEqual(args);
});

test('a time of compromise belongs to a compromise, and is sent as an instant', () => {
  const values = { reason: 'found in a log', compromised: true, since: '2026-11-20T10:30' };
  expect(revocationArgs(values, false)).toEqual({
    reason: 'found in a log',
    compromised: true,
    compromisedSince: new Date('2026-11-20T10:30').toISOString(),
  });
  expect(revocationArgs({ ...values, compromised: false }, false)).not.toHaveProperty('compromisedSince');
  expect(revocationArgs({ ...values, since: '' }, false)).not.toHaveProperty('compromisedSince');
});

test('a private key is kept, scheduled for erasure, or erased; before revocation there is no question of it', () => {
  const at = '2026-11-30T00:00:00.000Z';
  expect(destructionOf(aKey({ state: 'previous' }))).toEqual({ stage: 'no' });
  expect(destructionOf(aKey({ state: 'revoked' }))).toEqual({ stage: 'kept' });
  expect(destructionOf(aKey({ state: 'revoked', destroyAt: at }))).toEqual({ stage: 'scheduled', at });
  expect(destructionOf(aKey({ state: 'revoked', destroyAt: at, destroyedAt: at }))).toEqual({
    stage: 'erased',
    at,
  });
});
