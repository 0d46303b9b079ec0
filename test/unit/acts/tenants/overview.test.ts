// How many keys of each tenant stand where, counted in the registry.
import { expect, it } from 'vitest';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { kidIn } from '../../../support/tenant-keys.ts';

const desk = deskForEach();
const tenant = ACME.name;
const counted = () => desk.custodian.listTenants().map((summary) => [summary.tenant.name, summary.keys]);

it('counts every key once, by its state, and none that was replaced before it was used', async () => {
  const { custodian } = desk;
  await custodian.addTenant({ ...ACME, alg: 'ES256' });
  await custodian.addTenant({ ...ACME, name: 'Empty', domain: 'empty.example', alg: 'ES256', empty: true });
  const none = ['Empty', { next: 0, current: 0, previous: 0, revoked: 0 }];
  expect(counted()).toEqual([[tenant, { next: 1, current: 1, previous: 0, revoked: 0 }], none]);
  await custodian.generateNext({ tenant });
  await custodian.addRing({ tenant, alg: 'ES256', name: 'second' });
  expect(counted()).toEqual([[tenant, { next: 2, current: 2, previous: 0, revoked: 0 }], none]);
  for (let count = 0; count < 2; count += 1) {
    await custodian.rotateRing({ tenant, ring: 'default', override: 'rehearsed' });
  }
  expect(counted()).toEqual([[tenant, { next: 2, current: 2, previous: 2, revoked: 0 }], none]);
  const revoking = { tenant, reason: 'routine', compromised: false, override: 'rehearsed' } as const;
  await custodian.revokeKey({ ...revoking, kid: kidIn(desk, tenant, 'previous') });
  expect(counted()).toEqual([[tenant, { next: 2, current: 2, previous: 1, revoked: 1 }], none]);
});
