// What the window asks of the core beside the acts themselves: a policy before anybody lives by it, and the fleet at a
// glance.
import { beforeEach, expect, it } from 'vitest';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { ACME, START } from '../../../support/desk.ts';
import { push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant({ ...ACME, environment: 'production' }));

const terms = { ...DEFAULT_TERMS.production, announceDays: 0, verifierCacheSeconds: 10, safetySeconds: 0 };

it('reckons the waits and warns of a policy that was never set, and changes nothing', () => {
  const before = desk.custodian.listAudit({ afterSeq: 0, limit: 100 }).length;
  expect(desk.custodian.previewPolicy({ name: 'new', terms })).toEqual({
    warnings: ['announced-too-late'],
    readyAfter: [
      { code: 'verifier-cache', seconds: 10 },
      { code: 'safety', seconds: 0 },
    ],
    safeAfter: [
      { code: 'token-lifetime', seconds: 86_400 },
      { code: 'clock-skew', seconds: 300 },
      { code: 'safety', seconds: 0 },
    ],
  });
  expect(desk.custodian.listPolicies()).toEqual([]);
  expect(desk.custodian.listAudit({ afterSeq: 0, limit: 100 })).toHaveLength(before);
});

it('reckons with the tenants that live by the policy: their environment, and the waits that then hold for them', async () => {
  await desk.custodian.setPolicy({ name: 'Quick', terms: DEFAULT_TERMS.production });
  await desk.custodian.editTenant({ tenant: 'Acme', policy: 'quick' });
  const preview = desk.custodian.previewPolicy({ name: 'quick', terms });
  expect(preview.warnings).toContain('cache-short-for-production');

  await desk.custodian.setPolicy({ name: 'quick', terms });
  await push(desk);
  const [ring] = desk.custodian.showTenant({ tenant: 'Acme' }).rings;
  const next = ring?.keys.find(({ state }) => state === 'next');
  const { readyAfter } = desk.custodian.previewPolicy({ name: 'quick', terms });
  const wait = readyAfter.reduce((sum, { seconds }) => sum + seconds, 0);
  expect(ring?.clocks[next?.kid ?? '']?.readyToSign.at).toBe(new Date(START + wait * 1000).toISOString());
});

it('lists every ring of every tenant with its kids', async () => {
  await desk.custodian.addTenant({ ...ACME, name: 'Beta', domain: 'beta.eu.auth0.com' });
  await desk.custodian.addRing({ tenant: 'Beta', alg: 'ES256' });
  const rings = desk.custodian.listRings();
  expect(rings.map(({ tenant, ring, alg }) => [tenant, ring, alg])).toEqual([
    ['Acme', 'default', 'RS256'],
    ['Beta', 'default', 'RS256'],
    ['Beta', 'es256', 'ES256'],
  ]);
  for (const { tenant, keys } of rings) {
    const views = desk.custodian.showTenant({ tenant }).rings;
    const known = new Set(views.flatMap((view) => view.keys.map(({ kid }) => kid)));
    expect(keys.map(({ state }) => state).toSorted()).toEqual(['current', 'next']);
    expect(keys.every(({ kid }) => known.has(kid))).toBe(true);
  }
});
