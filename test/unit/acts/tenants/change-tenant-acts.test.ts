// A tenant that is edited, renamed, put aside and taken back, to the letter: what is kept, what ends, and what is refused.
import { describe, expect, it } from 'vitest';
import {
  archiveTenant,
  editTenant,
  previewEdit,
  renameTenant,
  reviveTenant,
} from '../../../../main/acts/tenants/change-tenant.ts';
import { showTenant } from '../../../../main/acts/tenants/tenants.ts';
import type { ActArgs } from '../../../../shared/contract.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant, otherTenant } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';

const tenant = 'Acme';
const desk = deskForEach();
const now = (name = tenant): Tenant => showTenant(desk.ports, { tenant: name }).tenant;
const keyNow = (kid: string): SigningKey | undefined =>
  desk.ports.registry.read((reader) => reader.keys('tenant')).find((key) => key.kid === kid);
const refusing = (code: string, facts: object) => expect.objectContaining({ code, facts }) as Error;

describe('a tenant that is edited', () => {
  const edit = (args: Omit<ActArgs<'tenant.edit'>, 'tenant'>, name = tenant) =>
    editTenant(desk.ports, { tenant: name, ...args });

  it('keeps what is left out, and what is said to be undefined', () => {
    putOnRecord(desk);
    const { tenant: edited } = edit({ domain: 'new.example', customDomain: undefined });
    expect(edited).toEqual({ ...aTenant, domain: 'new.example' });
    expect(now()).toEqual(edited);
    expect(newestEntries(desk, 1)).toEqual([['tenant.edited', tenant, { tenant, domain: 'new.example' }]]);
  });

  it('has no addresses once it stands on this machine, unless they are said', () => {
    const jwks = {
      endpoint: 'jwks',
      apiBaseUrl: 'https://id.acme.example/a',
      jwksUrl: 'https://id.acme.example/b',
    } as const;
    putOnRecord(desk, { tenant: { ...aTenant, ...jwks } });
    expect(edit({ endpoint: 'jwks' }).tenant).toMatchObject(jwks);
    expect(edit({ endpoint: 'sandbox' }).tenant).toMatchObject({ apiBaseUrl: null, jwksUrl: null });
  });

  it('lives by a policy that there is, or by none', () => {
    putOnRecord(desk);
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addPolicy({ id: 'p', name: 'Quarterly', terms: DEFAULT_TERMS.development }),
    );
    expect(edit({ policy: 'quarterly' }).policy?.name).toBe('Quarterly');
    expect(edit({ domain: 'new.example' }).tenant.policyId).toBe('p');
    expect(edit({ policy: null }).policy).toBeNull();
    expect(() => edit({ policy: 'none' })).toThrow(refusing('POLICY_NOT_FOUND', { policy: 'none' }));
  });

  it('rehearses at another tenant in development, or at none', () => {
    putOnRecord(desk);
    putOnRecord(desk, { tenant: otherTenant(), rings: [] });
    putOnRecord(desk, {
      tenant: otherTenant({ id: 'live', name: 'Live', domain: 'live.example', environment: 'production' }),
      rings: [],
    });
    expect(edit({ rehearsalTenant: 'OTHER' }).rehearsalTenant).toBe('Other');
    expect(edit({ domain: 'new.example' }).rehearsalTenant).toBe('Other');
    const unfit = (name: string) =>
      refusing('INPUT_INVALID', { field: 'rehearsalTenant', problem: { code: 'not-in-development', tenant: name } });
    expect(() => edit({ rehearsalTenant: 'Live' })).toThrow(unfit('Live'));
    expect(() => edit({ rehearsalTenant: 'acme' })).toThrow(unfit('Acme'));
    expect(() => edit({ rehearsalTenant: 'nobody' })).toThrow(refusing('TENANT_NOT_FOUND', { tenant: 'nobody' }));
    expect(edit({ rehearsalTenant: null }).tenant.rehearsalTenantId).toBeNull();
  });

  it.each<[Tenant['environment'], string | null]>([
    ['development', 'tenant'],
    ['staging', null],
    ['production', null],
  ])('is rehearsed at while it is in development: %s', (environment, rehearsedAt) => {
    putOnRecord(desk);
    putOnRecord(desk, { tenant: otherTenant({ rehearsalTenantId: 'tenant' }), rings: [] });
    const third = otherTenant({ id: 'third', name: 'Third', domain: 'third.example', rehearsalTenantId: 'other' });
    putOnRecord(desk, { tenant: third, rings: [] });
    edit({ environment });
    expect([now('Other').rehearsalTenantId, now('Third').rehearsalTenantId]).toEqual([rehearsedAt, 'other']);
  });

  it.each<[string, Omit<ActArgs<'tenant.edit'>, 'tenant'>, string | null]>([
    ['elsewhere', { customDomain: 'new.acme.example' }, null],
    ['where it was', { issuer: 'https://issuer.example/' }, after(-5)],
  ])('whose set is read %s', (_, change, publishedAt) => {
    const seen = { announcedAt: after(-9), publishedAt: after(-5) };
    const revocation = { reason: 'old', compromised: false, compromisedSince: null };
    const revoked = { state: 'revoked', revokedAt: after(-1), revocation } as const;
    putOnRecord(desk, { keys: [aKey({ kid: 'living', ...seen }), aKey({ kid: 'gone', ...seen, ...revoked })] });
    edit(change);
    expect([keyNow('living')?.publishedAt, keyNow('gone')?.publishedAt]).toEqual([publishedAt, after(-5)]);
  });

  it('says its environment when it moves to others', () => {
    putOnRecord(desk);
    const unsaid = refusing('INPUT_INVALID', { field: 'environment', problem: { code: 'environment-unsaid' } });
    const real = {
      endpoint: 'auth0',
      domain: 'acme.eu.auth0.com',
      apiBaseUrl: 'https://acme.eu.auth0.com/api/v2',
    } as const;
    expect(() => edit(real)).toThrow(unsaid);
    expect(edit({ ...real, environment: 'staging' }).tenant.endpoint).toBe('auth0');
    expect(edit({ domain: 'acme.us.auth0.com' }).tenant.domain).toBe('acme.us.auth0.com');
  });

  it('has each domain once', () => {
    putOnRecord(desk);
    expect(() => edit({ furtherDomains: ['id.acme.example'] })).toThrow(
      refusing('INPUT_INVALID', { field: 'customDomain', problem: { code: 'domain-twice' } }),
    );
  });

  it('is told before what that brings: of rings in use, its own keys, and who rehearses there', () => {
    const revocation = { reason: 'leaked', compromised: true, compromisedSince: null };
    const out = { state: 'revoked', revokedAt: after(-3), revocation, announcedAt: after(-9) } as const;
    const jwks = { ...aTenant, endpoint: 'jwks', apiBaseUrl: 'https://id.acme.example/a' } as const;
    const ed = { alg: 'Ed25519', bits: null } as const;
    putOnRecord(desk, {
      tenant: jwks,
      rings: [
        { ...aRing, ...ed, id: 'ed', name: 'ed' },
        { ...aRing, ...ed, id: 'gone', name: 'gone', retirement: { at: after(-1), reason: 'old' } },
      ],
      keys: [aKey({ kid: 'ours', ringId: 'ed', ...out })],
    });
    putOnRecord(desk, {
      tenant: otherTenant({ rehearsalTenantId: 'tenant' }),
      rings: [{ ...aRing, id: 'other ring', tenantId: 'other' }],
      keys: [aKey({ kid: 'theirs', tenantId: 'other', ringId: 'other ring', ...out })],
    });
    const consequences = previewEdit(desk.ports, {
      tenant,
      endpoint: 'auth0',
      apiBaseUrl: null,
      environment: 'staging',
    });
    expect(consequences).toContainEqual({ code: 'compromised-behind', kids: ['ours'] });
    expect(consequences).toContainEqual({ code: 'rings-unpublished', rings: ['ed'] });
    expect(consequences).toContainEqual({ code: 'rehearsals-end', tenants: ['Other'] });
    expect(now()).toEqual(jwks);
  });
});

describe('a tenant that is renamed, put aside, taken back', () => {
  it('is found by its new name', () => {
    putOnRecord(desk);
    putOnRecord(desk, { tenant: otherTenant(), rings: [] });
    expect(renameTenant(desk.ports, { tenant: 'acme', to: 'Best' }).tenant).toEqual({ ...aTenant, name: 'Best' });
    expect(now('best').id).toBe('tenant');
    expect(newestEntries(desk, 1)).toEqual([['tenant.renamed', 'acme', { to: 'Best' }]]);
    expect(() => renameTenant(desk.ports, { tenant: 'Best', to: 'other' })).toThrow(
      refusing('TENANT_EXISTS', { tenant: 'Other' }),
    );
    expect(renameTenant(desk.ports, { tenant: 'Best', to: 'BEST' }).tenant.name).toBe('BEST');
  });

  it('is put aside with a reason, and nobody rehearses there any more', () => {
    putOnRecord(desk);
    putOnRecord(desk, { tenant: otherTenant({ rehearsalTenantId: 'tenant' }), rings: [] });
    const archive = { at: after(0), reason: 'gone' };
    expect(archiveTenant(desk.ports, { tenant, reason: 'gone' }).tenant.archive).toEqual(archive);
    expect([now().archive, now('Other').rehearsalTenantId]).toEqual([archive, null]);
    expect(newestEntries(desk, 1)).toEqual([['tenant.archived', tenant, { reason: 'gone' }]]);
    expect(reviveTenant(desk.ports, { tenant }).tenant.archive).toBeNull();
    expect(now().archive).toBeNull();
    expect(newestEntries(desk, 1)).toEqual([['tenant.revived', tenant, {}]]);
  });
});
