// What is there when a window opens over the desk: tenants whose keys have come some way, by the acts that bring them there.
import { randomUUID } from 'node:crypto';
import type { ParsedArgsOf } from '../../shared/contract.ts';
import { ENVIRONMENTS } from '../../shared/domain/limits.ts';
import { ACME, type Desk, openDesk, type PutAway } from './desk.ts';
import { DEFAULT_TERMS, type PolicyTerms } from '../../shared/domain/timing/policy.ts';
import { aKey, aRing, aTenant } from './keys.ts';
import { kidIn, push } from './tenant-keys.ts';

export interface Scene {
  /** What is there before. */
  on?: Scene;
  set(desk: Desk): Promise<void>;
}

const DAY = 86_400_000;

/** One after the other. */
export const together = (...scenes: readonly Scene[]): Scene => ({
  async set(desk) {
    for (const scene of scenes) {
      await scene.set(desk);
    }
  },
});

export const nothing: Scene = { set: async () => undefined };

/** A tenant with the two keys of its first moment. Elliptic, because those are quick to make. */
export const tenant = (wish: Partial<ParsedArgsOf<'tenant.add'>> & { name: string }): Scene => ({
  async set({ custodian }) {
    const domain = `${wish.name.toLowerCase().replaceAll(' ', '-')}.eu.auth0.com`;
    await custodian.addTenant({ ...ACME, domain, customDomain: `login.${domain}`, alg: 'ES256', ...wish });
  },
});

export const rehearsal = tenant({ name: 'rehearsal', customDomain: 'login.rehearsal.example' });

/** After a wait that satisfies every clock. */
async function rotate(desk: Desk, name: string): Promise<void> {
  desk.advance(40 * DAY);
  await desk.custodian.rotateRing({ tenant: name, override: 'a scene of a test' });
  await push(desk, name);
}

async function revoke(desk: Desk, name: string, because: { reason: string; compromised: boolean }): Promise<string> {
  const kid = kidIn(desk, name, 'previous');
  await desk.custodian.revokeKey({ tenant: name, kid, override: 'a scene of a test', ...because });
  return kid;
}

/** A ring in the middle of its life: every stop of the lane is taken. */
async function live(desk: Desk, name: string): Promise<void> {
  const { custodian } = desk;
  await push(desk, name);
  await rotate(desk, name);
  const kid = await revoke(desk, name, { reason: 'found in a build log of the billing team', compromised: true });
  await push(desk, name);
  await custodian.destroyKey({ tenant: name, kid, confirm: kid });
  await rotate(desk, name);
  await custodian.settle();
  await revoke(desk, name, { reason: 'replaced in the autumn rotation', compromised: false });
  await rotate(desk, name);
  desk.advance(20 * DAY);
}

export const acme: Scene = {
  async set(desk) {
    await tenant({ name: 'acme', customDomain: 'login.acme.example' }).set(desk);
    await live(desk, 'acme');
  },
};

/** Production, with a second ring. */
const bank: Scene = {
  async set(desk) {
    const name = 'Northwind Bank';
    const customDomain = 'login.northwind.example';
    await tenant({ name, domain: 'northwind.eu.auth0.com', customDomain, environment: 'production' }).set(desk);
    await desk.custodian.addRing({ tenant: name, name: 'open-banking', alg: 'ES384' });
    await live(desk, name);
  },
};

/** One tenant in the middle of its life, one in production, and one that was added just now. */
export const plain = together(acme, bank, rehearsal);

/** A moment ago everything rotated and was pushed, so every clock runs. */
export const waiting: Scene = {
  on: plain,
  async set(desk) {
    const names = ['acme', 'Northwind Bank'];
    for (const name of names) {
      const kid = await revoke(desk, name, { reason: 'replaced in the autumn rotation', compromised: false });
      await desk.custodian.destroyKey({ tenant: name, kid, confirm: kid });
      await desk.custodian.rotateRing({ tenant: name, override: 'a scene of a test' });
    }
    desk.advance(44_000);
    for (const name of names) {
      await push(desk, name);
    }
    desk.advance(8000);
  },
};

/** Some consumers of each kind, as a tenant in the middle of its life has them. */
export async function registerSome({ custodian }: Desk, name: string): Promise<void> {
  const blank = { cacheSeconds: null, contact: null, format: null, rings: null, note: null };
  const note = 'Takes a new certificate in its weekly window, Tuesdays';
  const contact = 'portal team, portal@northwind.example';
  await custodian.addConsumer({
    ...blank,
    tenant: name,
    name: 'Customer portal',
    verifier: 'pinned',
    contact,
    format: 'cer',
    note,
  });
  const terminals = { name: 'Card terminals', contact: 'terminals@partner.example', format: 'jwks' } as const;
  await custodian.addConsumer({ ...blank, tenant: name, ...terminals, verifier: 'pinned' });
  await custodian.addConsumer({ ...blank, tenant: name, name: 'API gateway', verifier: 'tyk', cacheSeconds: 600 });
}

/** As `waiting`, and the consumers of the bank are registered; one of them has answered about the key that signs. */
export const register: Scene = {
  on: plain,
  async set(desk) {
    const name = 'Northwind Bank';
    await registerSome(desk, name);
    await waiting.set(desk);
    const portal = { tenant: name, consumer: 'Customer portal' };
    await desk.custodian.confirmConsumer({ ...portal, kid: kidIn(desk, name, 'current'), answer: 'has' });
    const wish = { ...portal, kid: kidIn(desk, name, 'next') };
    await desk.custodian.recordConsumerExport(wish, await desk.custodian.exportForConsumer(wish));
  },
};

/** The bank's tenant has signed with several keys of its own. */
export const ownKeys: Scene = {
  on: plain,
  async set(desk) {
    const name = 'Northwind Bank';
    await desk.custodian.rotateOwnKeys({ tenant: name });
    const { keys } = await desk.custodian.rotateOwnKeys({ tenant: name });
    const kid = keys.findLast(({ state }) => state === 'previous')?.kid ?? '';
    await desk.custodian.revokeOwnKey({ tenant: name, kid });
    desk.advance(2 * DAY);
  },
};

/** A policy that two tenants live by, and one that is hurried. */
export const withPolicies: Scene = {
  on: plain,
  async set({ custodian }) {
    const careful = { ...DEFAULT_TERMS.production, verifiers: ['jose', 'aws-api-gateway'] } satisfies PolicyTerms;
    const hurried = { rotateEveryDays: 1400, announceDays: 1, keepDays: 1, verifiers: ['dotnet', 'pinned'] } as const;
    await custodian.setPolicy({ name: 'Quarterly', terms: careful });
    await custodian.setPolicy({
      name: 'Devices in the field',
      terms: { ...careful, ...hurried, verifiers: [...hurried.verifiers] },
    });
    for (const name of ['acme', 'Northwind Bank']) {
      await custodian.editTenant({ tenant: name, policy: 'Quarterly' });
    }
  },
};

/** Real in name alone: nothing is ever asked of it. */
export const contoso = tenant({ name: 'Contoso', endpoint: 'auth0', environment: 'production' });

export const withContoso: Scene = { on: plain, set: contoso.set };

/** Nine more that were added long ago. */
export const crowded: Scene = {
  on: plain,
  async set(desk) {
    for (let number = 1; number <= 9; number += 1) {
      const environment = number % 3 === 1 ? 'staging' : 'development';
      await tenant({ name: `branch-0${number}`, environment }).set(desk);
    }
    desk.advance(80 * DAY);
  },
};

/** A thousand tenants with three keys each, as records: what the overview has to stand. */
export const fleet: Scene = {
  set: async ({ ports: { registry } }) =>
    registry.change({ action: 'test.filled', subject: 'fleet', details: {} }, (writer) => {
      for (let index = 1; index <= 1000; index += 1) {
        const name = `branch-${String(index).padStart(4, '0')}`;
        const [tenantId, ringId] = [randomUUID(), randomUUID()];
        const environment = ENVIRONMENTS[index % ENVIRONMENTS.length] ?? 'production';
        writer.addTenant({
          ...aTenant,
          id: tenantId,
          name,
          domain: `${name}.example`,
          customDomain: null,
          environment,
        });
        writer.addRing({ ...aRing, id: ringId, tenantId });
        for (const state of ['next', 'current', 'previous'] as const) {
          writer.addKey(aKey({ id: randomUUID(), kid: `${name} ${state}`, tenantId, ringId, state }));
        }
      }
    }),
};

const made = new Map<Scene, Promise<PutAway>>();

/** The scene as it was put away when it was made first. */
export function kept(scene: Scene): Promise<PutAway> {
  const known = made.get(scene) ?? make(scene);
  made.set(scene, known);
  return known;
}

async function make(scene: Scene): Promise<PutAway> {
  const desk = openDesk({ from: scene.on === undefined ? 'kept' : await kept(scene.on) });
  await scene.set(desk);
  return desk.putAway();
}
