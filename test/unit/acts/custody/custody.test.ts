// Custody's own refusals, by stores that do not keep their promise: the record follows the private key, never the reverse.
import { createSecretBox } from '../../../../main/key-store/secret-box.ts';
import { generateKey } from '../../../../main/key-store/software/generate.ts';
import { beforeEach, expect, it } from 'vitest';
import { assertHeld } from '../../../../main/acts/custody/held-keys.ts';
import type { Publication } from '../../../../shared/domain/published-set/publication.ts';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { DEVICE_KEY, PROXY_ACCOUNT, credentialName, secretName } from '../../../../main/ports/secret-name.ts';
import { createSoftwareKeys } from '../../../../main/key-store/software/keys.ts';
import { type SecretVault } from '../../../../main/key-store/vault.ts';
import { type SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME, openDesk } from '../../../support/desk.ts';
import { keysOf } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const keys = (): SigningKey[] => keysOf(desk);
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

it('lets no public key out that is not of the private key held here', async () => {
  const [one, other] = keys() as [SigningKey, SigningKey];
  const send = (key: SigningKey) => assertHeld(desk.ports, { keys: [key], kids: [key.kid], last: null });
  await expect(send(one)).resolves.toBeUndefined();
  const refused = { code: 'KEY_NOT_OURS', facts: { kid: one.kid } };
  await expect(send({ ...one, jwk: { ...other.jwk, kid: one.kid } })).rejects.toMatchObject(refused);
  await expect(send({ ...one, spkiSha256: other.spkiSha256 })).rejects.toMatchObject(refused);
  await expect(send({ ...one, id: other.id })).rejects.toMatchObject(refused);
});

it('lets a previous key go out without its private key as it did before, and no other', async () => {
  const [key] = keys() as [SigningKey];
  await desk.vault.remove(secretName(key.id));
  const sent = (of: Partial<SigningKey>, jwks: readonly object[] | null) => {
    const last = jwks === null ? null : ({ sent: JSON.stringify({ keys: jwks }) } as Publication);
    const own = { ...key, ...of };
    return assertHeld(desk.ports, { keys: [own], kids: [own.kid], last });
  };
  const missing = { code: 'VAULT_SECRET_MISSING' };
  await expect(sent({ state: 'previous' }, [key.jwk])).resolves.toBeUndefined();
  await expect(sent({ state: 'current' }, [key.jwk])).rejects.toMatchObject(missing);
  await expect(sent({ state: 'previous' }, [{ ...key.jwk, use: 'enc' }])).rejects.toMatchObject(missing);
  await expect(sent({ state: 'previous' }, null)).rejects.toMatchObject(missing);
  await expect(sent({ state: 'revoked', destroyedAt: key.createdAt }, null)).resolves.toBeUndefined();
});

it('signs nothing with a key whose private key was destroyed', async () => {
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

it.each<[string, () => Promise<string>]>([
  ['the device key', async () => DEVICE_KEY],
  [
    'the password of a proxy',
    async () => {
      const account = { proxy: 'http://proxy.corp.test:3128', user: 'officer' };
      await desk.custodian.network.storeAccount(account, Buffer.from('secret'));
      return PROXY_ACCOUNT;
    },
  ],
  [
    'a credential',
    async () => {
      const { tenant: real } = await desk.custodian.addTenant({ ...ACME, name: 'Real', endpoint: 'auth0' });
      const none = { certificate: Buffer.alloc(0), key: Buffer.alloc(0) };
      await desk.custodian.credentials.store(
        { tenant: 'Real', kind: 'client-secret', clientId: 'app' },
        { secret: Buffer.from('client-secret-0123456789'), ...none },
      );
      return credentialName(real.id);
    },
  ],
  ['a key that is recorded', async () => secretName(keys()[0]?.id ?? '')],
])('leaves %s alone when a note about it was left over', async (_what, store) => {
  const name = await store();
  const before = await desk.vault.get(name);
  desk.ports.registry.noteIntents([{ name, purpose: 'write', at: new Date().toISOString() }]);
  await desk.custodian.settle();
  expect(await desk.vault.get(name)).toEqual(before);
  expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
});

it('lets nothing stay of a destroyed key that was to come back and did not', async () => {
  const { kid, id } = keys().find(({ state }) => state === 'current') as SigningKey;
  const secret = await desk.vault.get(secretName(id));
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'drill', compromised: false });
  await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
  desk.advance(86_400_000);
  await desk.custodian.settle();
  await desk.vault.put(secretName(id), secret);
  desk.ports.registry.noteIntents([{ name: secretName(id), purpose: 'write', at: new Date().toISOString() }]);
  await desk.custodian.settle();
  expect(keyNames()).not.toContain(secretName(id));
});

it('overwrites a device key as soon as it is stored', async () => {
  const made: Uint8Array[] = [];
  const { custodian, close } = openDesk({
    async generate(alg, bits) {
      const pair = await generateKey(alg, bits);
      if (alg === 'Ed25519') {
        made.push(pair.pkcs8);
      }
      return pair;
    },
  });
  await custodian.addTenant({ ...ACME, alg: 'ES256', bits: undefined });
  expect((await custodian.verifyAudit()).deviceKey).not.toBeNull();
  expect(made.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true]);
  await close();
});

it('overwrites what it read of a key that was to be gone, when it erases it late', async () => {
  const { kid, id } = keys().find(({ state }) => state === 'current') as SigningKey;
  const secret = await desk.vault.get(secretName(id));
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'drill', compromised: false });
  await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
  desk.advance(86_400_000);
  await desk.custodian.settle();
  await desk.vault.put(secretName(id), secret);
  const read: Uint8Array[] = [];
  const vault: SecretVault = {
    ...desk.vault,
    async get(name) {
      const bytes = await desk.vault.get(name);
      if (name === secretName(id)) {
        read.push(bytes);
      }
      return bytes;
    },
  };
  const stores = { keys: createSoftwareKeys(vault), secrets: createSecretBox(vault) };
  await createCustodian({ ...desk.ports, ...stores }).examine(() => undefined);
  expect(desk.vault.names()).not.toContain(secretName(id));
  expect(read.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true]);
});

it('settles what an act has noted that failed, and leaves the notes of others to them', async () => {
  const other = secretName('of-another-act');
  desk.ports.registry.noteIntents([{ name: other, purpose: 'write', at: new Date().toISOString() }]);
  await desk.vault.put(other, Uint8Array.of(1));
  const before = keyNames();
  const custodian = createCustodian({ ...desk.ports, keys: createSoftwareKeys(unfaithful(desk.vault)) });
  await expect(custodian.generateNext({ tenant })).rejects.toMatchObject({ code: 'VAULT_SECRET_DAMAGED' });
  expect(keyNames()).toEqual(before);
  expect(desk.ports.registry.read((reader) => reader.intents()).map(({ name }) => name)).toEqual([other]);
  await desk.custodian.settle();
  expect(keyNames()).not.toContain(other);
});
