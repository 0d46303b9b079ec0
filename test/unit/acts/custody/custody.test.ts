// Custody's own refusals, by stores that do not keep their promise: the record follows the private half, never the reverse.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { DEVICE_KEY, secretName } from '../../../../main/ports/secret-name.ts';
import { createSoftwareKeys } from '../../../../main/key-store/software/keys.ts';
import type { SecretVault } from '../../../../main/key-store/vault.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';

const tenant = 'Acme';

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
});
afterEach(() => desk.close());

const keys = (): SigningKey[] => desk.custodian.showTenant({ tenant }).rings.flatMap((view) => view.keys);
const keyNames = (): string[] => desk.vault.names().filter((name) => name.startsWith('key-'));

/** A keychain that gives back other bytes than it was given, for keys. */
const unfaithful = (vault: SecretVault): SecretVault => ({
  ...vault,
  async get(name) {
    const stored = await vault.get(name);
    return name.startsWith('key-') ? stored.fill(1, 40, 44) : stored;
  },
});

it('records no key that the keychain gives back changed', async () => {
  const before = keys();
  const custodian = createCustodian({ ...desk.ports, keys: createSoftwareKeys(unfaithful(desk.vault)) });
  await expect(custodian.generateNext({ tenant })).rejects.toMatchObject({ code: 'VAULT_SECRET_DAMAGED' });
  await expect(custodian.addTenant({ ...ACME, name: 'Other' })).rejects.toMatchObject({ code: 'VAULT_SECRET_DAMAGED' });
  expect(keys()).toEqual(before);
  expect(desk.custodian.listTenants()).toHaveLength(1);
  expect(keyNames()).toHaveLength(before.length);
});

it('signs nothing with a key whose private half was destroyed', async () => {
  const { kid } = keys().find(({ state }) => state === 'current') as SigningKey;
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'drill', compromised: false });
  await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
  desk.advance(86_400_000);
  await desk.custodian.settle();
  expect(keyNames()).not.toContain(secretName(keys().find((key) => key.kid === kid)?.id ?? ''));
  await expect(
    desk.custodian.handOver(
      { tenant, kid, format: 'pkcs8', flavour: 'modern', to: 'Nobody' },
      { passphrase: Buffer.from('a long passphrase'), recipient: null },
      async () => undefined,
    ),
  ).rejects.toMatchObject({ code: 'KEY_DESTROYED' });
});

it('leaves the device key alone when a note about it was left over', async () => {
  expect(desk.vault.names()).toContain(DEVICE_KEY);
  desk.ports.registry.noteIntents([{ name: DEVICE_KEY, purpose: 'write', at: new Date().toISOString() }]);
  await desk.custodian.settle();
  expect(desk.vault.names()).toContain(DEVICE_KEY);
  expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
});
