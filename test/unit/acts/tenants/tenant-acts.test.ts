// The acts on tenants, to the letter: what is on record of each, what is refused, and what a list says of a fleet.
import { describe, expect, it } from 'vitest';
import { rehearseTrouble, sandboxTrouble, startSandbox } from '../../../../main/acts/tenants/sandbox.ts';
import { addTenant, listTenants, removeTenant, showTenant } from '../../../../main/acts/tenants/tenants.ts';
import type { ActArgs } from '../../../../shared/contract.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aTenant, otherTenant } from '../../../support/keys.ts';
import { after, aPublication, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';

const tenant = 'Acme';
const desk = deskForEach();
const now = (name = tenant): Tenant => showTenant(desk.ports, { tenant: name }).tenant;

describe('a tenant that is added', () => {
  const add = (args: Partial<ActArgs<'tenant.add'>> = {}) => addTenant(desk.ports, { ...ACME, empty: true, ...args });

  it('has a ring, and nothing else that nobody said', async () => {
    const view = await add();
    expect(view.tenant).toEqual({
      id: expect.any(String) as string,
      ...ACME,
      furtherDomains: [],
      issuer: null,
      policyId: null,
      rehearsalTenantId: null,
      cacheSeen: null,
      createdAt: after(0),
      archive: null,
    });
    expect(view.rings.map(({ ring, keys }) => [ring, keys])).toEqual([
      [
        {
          id: expect.any(String) as string,
          tenantId: view.tenant.id,
          name: 'default',
          alg: 'RS256',
          bits: 2048,
          writtenAs: null,
          brought: true,
          createdAt: after(0),
          retirement: null,
        },
        [],
      ],
    ]);
    const details = {
      domain: ACME.domain,
      environment: 'development',
      endpoint: 'sandbox',
      ring: 'default',
      empty: true,
    };
    expect(newestEntries(desk, 1)).toEqual([['tenant.added', tenant, details]]);
  });

  it('has first keys unless they are brought in', async () => {
    const { rings } = await add({ alg: 'ES256', empty: false });
    expect(rings[0]?.ring).toMatchObject({ alg: 'ES256', bits: null, brought: false });
    expect(rings[0]?.keys.map(({ state, currentAt }) => [state, currentAt])).toEqual([
      ['next', null],
      ['current', after(0)],
    ]);
    expect(newestEntries(desk, 1)[0]?.[2]).not.toHaveProperty('empty');
    expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
  });

  it('has what was said', async () => {
    const said = { furtherDomains: ['login.acme.example'], issuer: 'https://issuer.example/' };
    expect((await add(said)).tenant).toMatchObject(said);
    const { rings } = await add({
      name: 'Ed',
      endpoint: 'jwks',
      apiBaseUrl: 'https://id.acme.example/set',
      alg: 'Ed25519',
      writtenAs: 'Ed25519',
    });
    expect(rings[0]?.ring).toMatchObject({ alg: 'Ed25519', writtenAs: 'Ed25519' });
  });

  it('has a name of its own', async () => {
    await add();
    expect(await failureOf(add({ name: 'ACME', empty: false }))).toMatchObject({
      code: 'TENANT_EXISTS',
      facts: { tenant },
    });
    expect(desk.vault.names()).toEqual([]);
  });

  it('has a name that nobody took while its keys were made', async () => {
    const { keys } = desk.ports;
    let taken = false;
    const create: typeof keys.create = async (...asked) => {
      const made = await keys.create(...asked);
      if (!taken) {
        taken = true;
        putOnRecord(desk, { tenant: { ...aTenant, name: 'ACME' }, rings: [] });
      }
      return made;
    };
    const added = addTenant({ ...desk.ports, keys: { ...keys, create } }, { ...ACME, alg: 'ES256' });
    expect(await failureOf(added)).toMatchObject({ code: 'TENANT_EXISTS', facts: { tenant: 'ACME' } });
  });

  it('has no algorithm that its endpoint does not take', async () => {
    expect(await failureOf(add({ endpoint: 'auth0', alg: 'Ed25519' }))).toMatchObject({
      code: 'RING_ALGORITHM_NOT_PUSHABLE',
      facts: { alg: 'Ed25519' },
    });
  });
});

describe('a tenant that is removed', () => {
  const remove = () => removeTenant(desk.ports, { tenant: 'acme' });

  it('takes its secrets along', async () => {
    const { tenant: added } = await addTenant(desk.ports, { ...ACME, alg: 'ES256' });
    expect(desk.vault.names()).toHaveLength(2);
    expect(await remove()).toBeNull();
    expect(desk.vault.names()).toEqual([]);
    expect(desk.ports.registry.read((reader) => [reader.tenants(), reader.keys(added.id), reader.intents()])).toEqual([
      [],
      [],
      [],
    ]);
    expect(newestEntries(desk, 4).map(([action]) => action)).toContain('tenant.removed');
    const removed = newestEntries(desk, 9).find(([action]) => action === 'tenant.removed');
    expect(removed).toEqual(['tenant.removed', tenant, { domain: ACME.domain }]);
  });

  it.each<[string, Partial<SigningKey>]>([
    ['was announced', { announcedAt: after(-1) }],
    ['signed', { uses: 1, lastUsedAt: after(-1) }],
    ['was brought in', { provenance: { kind: 'imported', source: 'PEM' } }],
  ])('is none of which a key %s', async (_, part) => {
    putOnRecord(desk, { keys: [aKey({ kid: 'unused' }), aKey({ kid: 'in service', ...part, state: 'current' })] });
    expect(await failureOf(remove())).toMatchObject({
      code: 'TENANT_IN_SERVICE',
      facts: { tenant, kid: 'in service' },
    });
    expect(now().name).toBe(tenant);
  });

  it('is none of which a key was handed over', async () => {
    putOnRecord(desk, { keys: [aKey({ kid: 'handed over' })] });
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addHandOver('tenant', {
        at: after(0),
        tenant,
        kid: 'handed over',
        format: 'pkcs8',
        protection: 'AES',
        to: 'Ops',
        recipient: null,
        sha256: 'ab'.repeat(32),
      }),
    );
    expect(await failureOf(remove())).toMatchObject({ facts: { tenant, kid: 'handed over' } });
  });
});

describe('a fleet', () => {
  it('is listed by name, with what is known of each', () => {
    const key = aKey({ kid: 'k', state: 'current', currentAt: after(-9) });
    putOnRecord(desk, { keys: [key, aKey()], publications: [aPublication([key], { at: after(-5) })] });
    putOnRecord(desk, { tenant: otherTenant({ name: 'Able' }), rings: [] });
    const report = {
      tenant,
      at: after(0),
      state: 'drifted' as const,
      findings: [{ kind: 'foreign' as const, kid: 'theirs' }],
      keptForeign: [],
      unreadable: null,
      unseen: null,
      jwksUrl: null,
    };
    desk.ports.registry.noteDrift('tenant', report);
    expect(listTenants(desk.ports, {})).toEqual([
      {
        tenant: otherTenant({ name: 'Able' }),
        keys: { next: 0, current: 0, previous: 0, revoked: 0 },
        lastPublishedAt: null,
        drift: null,
      },
      {
        tenant: aTenant,
        keys: { next: 1, current: 1, previous: 0, revoked: 0 },
        lastPublishedAt: after(-5),
        drift: report,
      },
    ]);
  });

  it('says of a drift only what no publication made old, and of each tenant its own compromised keys', () => {
    const revocation = { reason: 'leaked', compromised: true, compromisedSince: null };
    const gone = aKey({ kid: 'gone', state: 'revoked', revokedAt: after(-3), revocation, announcedAt: after(-9) });
    putOnRecord(desk, { keys: [gone], publications: [aPublication([], { at: after(1) })] });
    putOnRecord(desk, { tenant: otherTenant(), rings: [] });
    desk.ports.registry.noteDrift('tenant', {
      tenant,
      at: after(0),
      state: 'drifted',
      findings: [{ kind: 'foreign', kid: 'theirs' }],
      keptForeign: [],
      unreadable: null,
      unseen: null,
      jwksUrl: null,
    });
    expect(listTenants(desk.ports, {}).map(({ drift }) => drift?.findings ?? null)).toEqual([
      [{ kind: 'compromised-public', kid: 'gone' }],
      null,
    ]);
  });
});

it('the sandbox is started, and troubled, as it is told', async () => {
  const { url } = await desk.sandbox.start();
  expect(await startSandbox(desk.ports, {})).toMatchObject({ url });
  expect(await rehearseTrouble(desk.ports, { trouble: 'reset' })).toEqual({ trouble: 'reset', left: 1, here: true });
  expect(await sandboxTrouble(desk.ports, {})).toEqual({ trouble: 'reset', left: 1, here: true });
});
