// Every buffer that ever held a private key is overwritten when the act has ended, whichever call on the way failed. The key
// store, what it stands on and the readers are the real ones (in memory) behind a recorder, and each call fails once in turn.
import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCustodian, type Custodian } from '../../main/acts/custodian.ts';
import type { Ports } from '../../main/ports/ports.ts';
import { REMEMBERED_HEAD, STATE_KEY } from '../../main/ports/secret-name.ts';
import { Secret } from '../../main/ports/secret.ts';
import { createSecretBox } from '../../main/key-store/secret-box.ts';
import { generateKey } from '../../main/key-store/software/generate.ts';
import { createSoftwareKeys } from '../../main/key-store/software/keys.ts';
import type { SecretVault } from '../../main/key-store/vault.ts';
import { pkcs8Of } from '../../main/reading/private-key.ts';
import { pooledKeys } from '../support/pooled-keys.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { kidIn } from '../support/tenant-keys.ts';

/** One for each act: what the doctor and the audit look at has not grown under the acts before. */
const generate = pooledKeys();
let desk: Desk;
beforeEach(async () => {
  desk = openDesk({ generate });
  await desk.custodian.addTenant(ACME);
});
afterEach(() => desk.close());

/** A custodian whose `failAt`th call of key store, keychain, readers or registry fails, and the buffers that it was given. */
function watched(failAt: number): { custodian: Custodian; buffers: Uint8Array[]; calls: () => number } {
  const { reading, formats, registry } = desk.ports;
  const { vault } = desk;
  const buffers: Uint8Array[] = [];
  let calls = 0;
  const counted = (): void => {
    calls += 1;
    if (calls === failAt) {
      throw new Error('made to fail');
    }
  };
  const keep = <T extends Uint8Array>(bytes: T): T => {
    buffers.push(bytes);
    return bytes;
  };
  const watchedVault: SecretVault = {
    ...vault,
    async put(name, secret) {
      counted();
      await vault.put(name, secret);
    },
    async get(name) {
      counted();
      // What the keychain remembers of the registry is public, and the key of its seal opens and signs nothing: it is held.
      return name === REMEMBERED_HEAD || name === STATE_KEY ? vault.get(name) : keep(await vault.get(name));
    },
  };
  const keys = createSoftwareKeys(watchedVault, async (alg, bits) => {
    counted();
    const made = await generate(alg, bits);
    return { ...made, pkcs8: keep(made.pkcs8) };
  });
  const ports: Ports = {
    ...desk.ports,
    keys: {
      ...keys,
      async create(...args) {
        const kept = await keys.create(...args);
        counted();
        return kept;
      },
      async import(...args) {
        const kept = await keys.import(...args);
        counted();
        return kept;
      },
      async exportPrivate(...args) {
        const file = await keys.exportPrivate?.(...args);
        if (file === undefined) {
          throw new Error('software keys can be exported');
        }
        keep(file.bytes);
        return file;
      },
    },
    secrets: createSecretBox(watchedVault),
    reading: {
      ...reading,
      async privateKey(...args) {
        counted();
        const found = await reading.privateKey(...args);
        pkcs8Of(found.key).use(keep);
        return found;
      },
    },
    formats: {
      ...formats,
      publicJwk(...args) {
        counted();
        return formats.publicJwk(...args);
      },
    },
    registry: {
      ...registry,
      state: {
        ...registry.state,
        vouched: {
          ...registry.state.vouched,
          change(act, work) {
            counted();
            return registry.state.vouched.change(act, work);
          },
          noteIntents(intents) {
            counted();
            registry.state.vouched.noteIntents(intents);
          },
        },
      },
    },
  };
  return { custodian: createCustodian(ports), buffers, calls: () => calls };
}

const isOverwritten = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

let next = 0;
const passphrase = (): Uint8Array => Buffer.from('correct horse battery staple');
const pem = (): Uint8Array => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
};

const ACTS: [string, (custodian: Custodian) => Promise<unknown>][] = [
  ['adding a tenant', (custodian) => custodian.addTenant({ ...ACME, name: `Tenant ${(next += 1)}` })],
  ['adding a ring', (custodian) => custodian.addRing({ tenant: 'Acme', alg: 'ES256', name: `ring-${(next += 1)}` })],
  ['making a next key', (custodian) => custodian.generateNext({ tenant: 'Acme' })],
  ['rotating', (custodian) => custodian.rotateRing({ tenant: 'Acme', override: 'a rehearsal' })],
  [
    'rotating and revoking',
    (custodian) => custodian.rotateAndRevoke({ tenant: 'Acme', reason: 'a rehearsal', compromised: false }),
  ],
  ['importing', (custodian) => custodian.importKey({ tenant: 'Acme', as: 'next' }, pem(), { passphrase: null })],
  ['signing', (custodian) => custodian.signToken({ tenant: 'Acme', claims: {}, ttl: 60 })],
  [
    'a new certificate',
    (custodian) =>
      custodian.reissueCertificate({
        tenant: 'Acme',
        kid: kidIn(desk, 'Acme', 'current'),
        days: 365,
        usage: 'authority',
        dnsNames: [],
        purposes: [],
      }),
  ],
  [
    'handing over',
    (custodian) =>
      custodian.handOver(
        { tenant: 'Acme', kid: kidIn(desk, 'Acme', 'current'), format: 'pkcs8', flavour: 'modern', to: 'partner' },
        { passphrase: passphrase(), recipient: null },
        async () => undefined,
      ),
  ],
  ['exporting the audit chain', (custodian) => custodian.exportAudit()],
  ['the doctor', (custodian) => custodian.examine(() => undefined)],
];

describe('private keys are overwritten, whatever fails', () => {
  it.each(ACTS)(
    '%s',
    async (_, act) => {
      for (let failAt = 1; ; failAt += 1) {
        const { custodian, buffers, calls } = watched(failAt);
        await act(custodian).catch(() => undefined);
        expect(
          buffers.filter((bytes) => !isOverwritten(bytes)),
          `call ${failAt} failed`,
        ).toEqual([]);
        if (calls() < failAt) {
          expect(buffers.length).toBeGreaterThan(0);
          return;
        }
      }
    },
    120_000,
  );
});

it('of keys that are made together nothing stays when one of them fails half-way', async () => {
  const [names, tenants] = [desk.vault.names(), desk.custodian.listTenants().length];
  const buffers: Uint8Array[] = [];
  // The second has the public key of another key, so its certificate proves nothing.
  const keys = createSoftwareKeys(desk.vault, async (alg, bits) => {
    const [made, other] = [await generateKey(alg, bits), await generateKey(alg, bits)];
    buffers.push(made.pkcs8);
    return buffers.length === 2 ? { pkcs8: made.pkcs8, spki: other.spki } : made;
  });
  const custodian = createCustodian({ ...desk.ports, keys });
  const tenant = { ...ACME, name: 'Halfway', alg: 'ES256' } as const;
  await expect(custodian.addTenant(tenant)).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(buffers).toHaveLength(2);
  expect(buffers.every(isOverwritten)).toBe(true);
  expect(desk.vault.names()).toEqual(names);
  expect(desk.custodian.listTenants()).toHaveLength(tenants);
  expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
});

describe('a secret', () => {
  it('shows nothing of itself and is gone after its use', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const secret = new Secret(bytes);
    expect(() => String(secret)).toThrow(TypeError);
    expect(() => JSON.stringify({ secret })).toThrow(TypeError);
    expect(inspect({ secret })).toBe('{ secret: [secret] }');
    expect(Object.keys(secret)).toEqual([]);
    const failing = async (): Promise<void> => {
      using held = secret;
      await Promise.resolve(held);
      throw new Error('made to fail');
    };
    await expect(failing()).rejects.toThrow('made to fail');
    expect([...bytes]).toEqual([0, 0, 0]);
    expect(() => secret.use((held) => held)).toThrow('overwritten');
  });
});
