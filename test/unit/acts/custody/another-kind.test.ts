// A whole life of a key in a store that gives none out: nothing above the port knows the difference, but for the one thing
// that such a store cannot do.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEVICE_KEY, isKeyName, secretName } from '../../../../main/ports/secret-name.ts';
import { createMemoryKeyStore } from '../../../fakes/memory-key-store.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { pooledKeys } from '../../../support/pooled-keys.ts';
import { kidIn, push } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const keys = createMemoryKeyStore(pooledKeys());
let desk: Desk;
beforeEach(() => {
  desk = openDesk({ keys });
});
afterEach(() => desk.close());

it('makes, publishes, rotates, signs and destroys keys that cannot leave', async () => {
  const { custodian } = desk;
  await custodian.addTenant(ACME);
  await push(desk);
  const old = kidIn(desk, tenant, 'current');
  await custodian.rotateRing({ tenant, override: 'a rehearsal' });
  const { jws, kid } = await custodian.signToken({ tenant, claims: { sub: 'x' }, ttl: 60 });
  expect(await custodian.readToken({ tenant, jws })).toMatchObject({ accepted: true, signedBy: { kid } });

  const to = { format: 'pkcs8', flavour: 'modern', to: 'Nobody' } as const;
  const under = { passphrase: Buffer.from('a long passphrase'), recipient: null };
  await expect(custodian.handOver({ tenant, kid, ...to }, under, async () => undefined)).rejects.toMatchObject({
    code: 'KEY_NOT_EXPORTABLE',
  });

  await custodian.revokeKey({ tenant, kid: old, reason: 'retired', compromised: false, override: 'a rehearsal' });
  await custodian.destroyKey({ tenant, kid: old, confirm: old });
  desk.advance(86_400_000);
  await custodian.settle();
  const { keys: records } = custodian.showTenant({ tenant }).rings[0] ?? { keys: [] };
  const held = records.filter(({ destroyedAt }) => destroyedAt === null).map(({ id }) => secretName(id));
  expect(records).toHaveLength(held.length + 1);
  expect(new Set(keys.names())).toEqual(new Set([DEVICE_KEY, ...held]));
  expect(desk.vault.names().filter(isKeyName)).toEqual([]);
  expect((await custodian.examine(() => undefined)).findings).toEqual([]);
});
