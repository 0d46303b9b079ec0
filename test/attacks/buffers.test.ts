// Every buffer that ever held a private half is overwritten when the act has ended, whichever call on the way failed. The
// workshop and the keychain are the real ones (in memory) behind a recorder, and each call of theirs fails once in turn.
import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCustodian, type Custodian } from '../../main/acts/custodian.ts';
import type { Ports } from '../../main/ports/ports.ts';
import { REMEMBERED_HEAD, STATE_KEY } from '../../main/ports/secret-name.ts';
import { keeping, Secret } from '../../main/acts/custody/secret.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { kidIn } from '../support/remote-set.ts';

/** One for each act: what the doctor and the audit look at has not grown under the acts before. */
let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
});
afterEach(() => desk.close());

/** A custodian whose `failAt`th call of workshop, keychain or registry fails, and the buffers that it was given. */
function watched(failAt: number): { custodian: Custodian; buffers: Uint8Array[]; calls: () => number } {
  const { workshop, vault, registry } = desk.ports;
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
  const ports: Ports = {
    ...desk.ports,
    workshop: {
      ...workshop,
      async generate(alg, bits) {
        counted();
        const made = await workshop.generate(alg, bits);
        return { ...made, pkcs8: keep(made.pkcs8) };
      },
      async read(file, ring, options) {
        counted();
        const made = await workshop.read(file, ring, options);
        return { ...made, pkcs8: keep(made.pkcs8) };
      },
      async certify(...args) {
        counted();
        return workshop.certify(...args);
      },
      async request(...args) {
        counted();
        return workshop.request(...args);
      },
      async sign(...args) {
        counted();
        return workshop.sign(...args);
      },
      async signDocument(...args) {
        counted();
        return workshop.signDocument(...args);
      },
      async protect(...args) {
        counted();
        const file = await workshop.protect(...args);
        return { ...file, bytes: keep(file.bytes) };
      },
      publicHalf(pkcs8) {
        counted();
        return workshop.publicHalf(pkcs8);
      },
      publicJwk(...args) {
        counted();
        return workshop.publicJwk(...args);
      },
    },
    vault: {
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

describe('private halves are overwritten, whatever fails', () => {
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

describe('a secret', () => {
  it('shows nothing of itself and is gone after its use', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const secret = new Secret(bytes);
    expect(() => String(secret)).toThrow(TypeError);
    expect(() => JSON.stringify({ secret })).toThrow(TypeError);
    expect(inspect({ secret })).toBe('{ secret: [secret] }');
    expect(Object.keys(secret)).toEqual([]);
    await expect(
      keeping([secret], () => {
        throw new Error('made to fail');
      }),
    ).rejects.toThrow('made to fail');
    expect([...bytes]).toEqual([0, 0, 0]);
    expect(() => secret.use((held) => held)).toThrow('overwritten');
  });
});
