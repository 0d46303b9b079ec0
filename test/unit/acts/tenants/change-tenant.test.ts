// Everything about a tenant can change, and whoever changes it is told before what that brings: nothing in a registry is a
// decision for ever that was made in the first minute.
import { beforeEach, describe, expect, it } from 'vitest';
import { tenantAddSchema } from '../../../../shared/acts/tenants.ts';
import { check } from '../../../../shared/problems/issue.ts';
import { ACME } from '../../../support/desk.ts';
import { keysOf, push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const shown = (name = tenant) => desk.custodian.showTenant({ tenant: name });

const refusalOf = (act: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(act)
    .then(
      () => null,
      (error: unknown) => error,
    );

describe('what a tenant is for', () => {
  const real = { name: 'Real', domain: 'real.eu.auth0.com', endpoint: 'auth0' };

  it('must be said of an endpoint that others use', () => {
    const refused = check(tenantAddSchema, real);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { path: 'environment', problem: { code: 'environment-unsaid' } },
    });
    expect(check(tenantAddSchema, { ...real, environment: 'staging' })).toMatchObject({ ok: true });
    const likeOne = { apiBaseUrl: 'https://acme-example.com/', jwksUrl: 'https://my.example.acme.com/jwks.json' };
    expect(check(tenantAddSchema, { ...real, ...likeOne })).toMatchObject({ ok: false });
  });

  it.each([
    ['the sandbox', { endpoint: 'sandbox' }],
    [
      'names for examples and tests',
      { apiBaseUrl: 'https://id.acme.example/admin', jwksUrl: 'https://keys.example.com/jwks.json' },
    ],
    ['addresses on this machine', { apiBaseUrl: 'http://127.0.0.1:8080/', jwksUrl: 'https://localhost/jwks.json' }],
  ])('is development for %s, which nobody else uses', (_, where) => {
    expect(check(tenantAddSchema, { ...real, ...where })).toMatchObject({
      ok: true,
      value: { environment: 'development' },
    });
  });

  it('is said when it moves from here to others', async () => {
    const refused = { code: 'INPUT_INVALID', facts: { field: 'environment', problem: { code: 'environment-unsaid' } } };
    expect(await refusalOf(() => desk.custodian.editTenant({ tenant, endpoint: 'auth0' }))).toMatchObject(refused);
    const { tenant: moved } = await desk.custodian.editTenant({ tenant, endpoint: 'auth0', environment: 'staging' });
    expect(moved).toMatchObject({ endpoint: 'auth0', environment: 'staging' });
  });
});

describe('a change', () => {
  it('brings nothing with it while nothing is known outside', () => {
    const change = { tenant, customDomain: 'login.acme.example', issuer: 'https://login.acme.example' } as const;
    expect(desk.custodian.previewEdit(change)).toEqual([]);
  });

  it('says what stays behind, changes nothing by saying it, and starts the clocks anew', async () => {
    await push(desk);
    const kids = keysOf(desk).map(({ kid }) => kid);
    const move = { tenant, domain: 'acme.us.auth0.com', customDomain: 'id.acme.test' } as const;
    expect(desk.custodian.previewEdit(move)).toEqual([
      {
        code: 'set-stays-behind',
        kids: expect.toSatisfy((found: string[]) => found.toSorted().join() === kids.toSorted().join()) as unknown,
      },
      { code: 'seen-anew' },
      { code: 'certificates-name', domain: 'acme.eu.auth0.com' },
      { code: 'other-issuer', from: 'https://id.acme.example/', to: 'https://id.acme.test/' },
    ]);
    expect(keysOf(desk).every(({ publishedAt }) => publishedAt !== null)).toBe(true);
    await desk.custodian.editTenant(move);
    expect(keysOf(desk).map(({ publishedAt }) => publishedAt)).toEqual(kids.map(() => null));
    expect(keysOf(desk).every(({ announcedAt }) => announcedAt !== null)).toBe(true);
    await push(desk);
    expect(keysOf(desk).every(({ publishedAt }) => publishedAt !== null)).toBe(true);
  });

  it('of the environment names the clocks and questions that follow, and ends rehearsals', async () => {
    await desk.custodian.addTenant({ ...ACME, name: 'Live', domain: 'live.example', customDomain: null });
    await desk.custodian.editTenant({ tenant: 'Live', rehearsalTenant: tenant });
    const change = { tenant, environment: 'production' } as const;
    expect(desk.custodian.previewEdit(change)).toEqual([
      { code: 'production-begins' },
      { code: 'default-terms', environment: 'production' },
      { code: 'rehearsals-end', tenants: ['Live'] },
    ]);
    await desk.custodian.editTenant(change);
    expect(shown().tenant.environment).toBe('production');
    expect(shown('Live').rehearsalTenant).toBeNull();
    expect(desk.custodian.previewEdit({ tenant, environment: 'staging' }).map(({ code }) => code)).toEqual([
      'production-ends',
      'default-terms',
    ]);
  });

  it('of the endpoint names rings that cannot go there, and credentials that do not', async () => {
    const jwks = { endpoint: 'jwks', apiBaseUrl: 'https://id.acme.example/jwks' } as const;
    await desk.custodian.editTenant({ tenant, ...jwks, environment: 'development' });
    await desk.custodian.addRing({ tenant, alg: 'Ed25519', name: 'ed' });
    expect(
      desk.custodian.previewEdit({ tenant, endpoint: 'auth0', apiBaseUrl: null, environment: 'development' }),
    ).toEqual([{ code: 'credentials-anew' }, { code: 'rings-unpublished', rings: ['ed'] }]);
  });

  it('never leaves a compromised key behind without a word', async () => {
    await push(desk);
    const { kid } = keysOf(desk).find(({ state }) => state === 'next') ?? { kid: '' };
    await desk.custodian.withdrawKey({ tenant, kid, reason: 'leaked', compromised: true });
    const [first] = desk.custodian.previewEdit({ tenant, endpoint: 'jwks', environment: 'development' });
    expect(first).toEqual({ code: 'compromised-behind', kids: [kid] });
  });
});

describe('a name', () => {
  it('is changed, and everything goes on under the new one', async () => {
    await push(desk);
    await desk.custodian.renameTenant({ tenant, to: 'Acme Payments' });
    expect(shown('acme payments').lastPublication).not.toBeNull();
    expect(await refusalOf(() => shown())).toMatchObject({ code: 'TENANT_NOT_FOUND' });
  });

  it('of another tenant is not taken, but its own in other letters is', async () => {
    await desk.custodian.addTenant({ ...ACME, name: 'Other', domain: 'other.example', customDomain: null });
    expect(await refusalOf(() => desk.custodian.renameTenant({ tenant, to: 'other' }))).toMatchObject({
      code: 'TENANT_EXISTS',
    });
    expect((await desk.custodian.renameTenant({ tenant, to: 'ACME' })).tenant.name).toBe('ACME');
  });
});

describe('a tenant that is archived', () => {
  it('is left alone until it is taken back into use', async () => {
    await push(desk);
    await desk.custodian.archiveTenant({ tenant, reason: 'the team was closed' });
    const acts: (() => unknown)[] = [
      () => desk.custodian.previewPublication({ tenant }),
      () => desk.custodian.provePublication({ tenant }),
      () => desk.custodian.generateNext({ tenant }),
      () => desk.custodian.signToken({ tenant, claims: {}, ttl: 60 }),
      () => desk.custodian.addRing({ tenant, alg: 'ES256' }),
      () => desk.custodian.lookForDrift({ tenant }),
    ];
    for (const act of acts) {
      expect(await refusalOf(act)).toMatchObject({ code: 'TENANT_ARCHIVED' });
    }
    expect(desk.custodian.dueEvents({ days: 3650 })).toEqual([]);
    expect(await desk.custodian.lookOverFleet({})).toEqual([]);
    await desk.custodian.reviveTenant({ tenant });
    expect(desk.custodian.dueEvents({ days: 3650 }).length).toBeGreaterThan(0);
    expect((await desk.custodian.provePublication({ tenant })).every(({ ok }) => ok)).toBe(true);
  });

  it('is not silent about a compromised key that may be public', async () => {
    await push(desk);
    const { kid } = keysOf(desk).find(({ state }) => state === 'next') ?? { kid: '' };
    await desk.custodian.withdrawKey({ tenant, kid, reason: 'leaked', compromised: true });
    await desk.custodian.archiveTenant({ tenant, reason: 'the team was closed' });
    expect(desk.custodian.dueEvents({ days: 3650 }).map((event) => [event.kind, event.kid])).toEqual([
      ['compromised-public', kid],
    ]);
  });
});

describe('several custom domains', () => {
  const domains = { customDomain: 'id.acme.example', furtherDomains: ['login.acme.example'] } as const;

  it('are each proven, with the issuer of each', async () => {
    await desk.custodian.editTenant({ tenant, ...domains });
    await push(desk);
    const proofs = await desk.custodian.provePublication({ tenant });
    expect(proofs.map(({ ok, everywhere, jwksUrl }) => [ok, everywhere, new URL(jwksUrl).pathname])).toEqual([
      [true, true, '/id.acme.example/.well-known/jwks.json'],
      [true, true, '/login.acme.example/.well-known/jwks.json'],
    ]);
    expect(proofs.flatMap(({ steps }) => steps).filter(({ step }) => step === 'issuer')).toMatchObject([
      { fact: { code: 'discovered', issuer: 'https://id.acme.example/' } },
      { fact: { code: 'discovered', issuer: 'https://login.acme.example/' } },
    ]);
  });

  it('are each watched: a key counts as public where all list it, and as gone where none does', async () => {
    await push(desk);
    await desk.custodian.editTenant({ tenant, ...domains });
    expect(keysOf(desk).every(({ publishedAt }) => publishedAt === null)).toBe(true);
    // The sandbox does not know the second one before the next connection; then it shows the set there too.
    const report = await desk.custodian.lookForDrift({ tenant });
    expect(report.state).toBe('in-step');
    expect(keysOf(desk).every(({ publishedAt }) => publishedAt !== null)).toBe(true);
  });

  it('stand once each, behind a first one', async () => {
    const wrong = [
      { customDomain: 'a.example', furtherDomains: ['a.example'] },
      { customDomain: null, furtherDomains: ['a.example'] },
    ];
    for (const domain of wrong) {
      expect(await refusalOf(() => desk.custodian.editTenant({ tenant, ...domain }))).toMatchObject({
        code: 'INPUT_INVALID',
        facts: { problem: { code: 'domain-twice' } },
      });
    }
  });
});
