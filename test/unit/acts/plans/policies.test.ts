// Policies: named once, followed by tenants, and judged by what those tenants are and what was seen of their caches.
import { describe, expect, it } from 'vitest';
import { listPolicies, previewPolicy, requirePolicy, setPolicy } from '../../../../main/acts/plans/policies.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { DEFAULT_TERMS, type PolicyTerms } from '../../../../shared/domain/timing/policy.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aTenant } from '../../../support/keys.ts';
import { newestEntries, putOnRecord } from '../../../support/on-record.ts';

const desk = deskForEach();
const terms = DEFAULT_TERMS.production;
const hurried: PolicyTerms = { ...terms, verifierCacheSeconds: 10, announceDays: 0 };
const set = (name: string, given: PolicyTerms = terms) => setPolicy(desk.ports, { name, terms: given });
const preview = (name: string, given: PolicyTerms = terms) => previewPolicy(desk.ports, { name, terms: given });
const follower = (name: string, policyId: string | null, part: Partial<Tenant> = {}) =>
  putOnRecord(desk, {
    tenant: { ...aTenant, id: name, name, domain: `${name}.example`, customDomain: null, policyId, ...part },
    rings: [],
  });

describe('a policy', () => {
  it('is made under its name, and given new terms under the same', () => {
    const { policy, ...made } = set('Quarterly');
    expect(policy).toEqual({ id: expect.any(String) as string, name: 'Quarterly', terms });
    expect(made).toMatchObject({ tenants: [] });
    expect(newestEntries(desk, 1)).toEqual([['policy.set', 'Quarterly', { ...terms }]]);
    expect(set('QUARTERLY', hurried).policy).toEqual({ id: policy.id, name: 'Quarterly', terms: hurried });
    expect(newestEntries(desk, 1)).toEqual([['policy.set', 'QUARTERLY', { ...hurried }]]);
    set('Another');
    expect(listPolicies(desk.ports, {}).map((one) => [one.policy.name, one.policy.terms])).toEqual([
      ['Another', terms],
      ['Quarterly', hurried],
    ]);
  });

  it('is found by its name in any letters', () => {
    const { policy } = set('Quarterly');
    desk.ports.registry.read((reader) => {
      expect(requirePolicy(reader, 'quarterly')).toEqual(policy);
      expect(() => requirePolicy(reader, 'none')).toThrow(
        expect.objectContaining({ code: 'POLICY_NOT_FOUND', facts: { policy: 'none' } }) as Error,
      );
    });
  });

  it('names those that live by it, and no others', () => {
    const { policy } = set('Quarterly');
    follower('one', policy.id);
    follower('two', null);
    follower('three', policy.id);
    expect(listPolicies(desk.ports, {}).map(({ tenants }) => tenants)).toEqual([['one', 'three']]);
  });
});

describe('what a policy would come to', () => {
  const seconds = (parts: readonly { code: string; seconds: number }[]) =>
    Object.fromEntries(parts.map((part) => [part.code, part.seconds]));
  const seen = (longest: number) => ({ seconds: longest, onErrorSeconds: longest, header: `max-age=${longest}` });

  it('is by its own terms where nobody lives by it', () => {
    follower('one', null, { environment: 'production', cacheSeen: seen(99_999) });
    const { warnings, readyAfter } = preview('new', hurried);
    expect(warnings).not.toContain('cache-short-for-production');
    expect(readyAfter.map(({ code }) => code)).toEqual(['verifier-cache', 'safety']);
    expect(seconds(readyAfter)).toMatchObject({ 'verifier-cache': 10 });
  });

  it('is by the environment of those that do', () => {
    const { policy } = set('Quarterly');
    follower('one', policy.id);
    expect(preview('quarterly', hurried).warnings).not.toContain('cache-short-for-production');
    follower('two', policy.id, { environment: 'production' });
    expect(preview('quarterly', hurried).warnings).toContain('cache-short-for-production');
    set('Quarterly', hurried);
    expect(listPolicies(desk.ports, {})[0]?.warnings).toContain('cache-short-for-production');
  });

  it('is by the widest cache that was seen of them, wherever it stands', () => {
    const { policy } = set('Quarterly');
    const first = () => Math.max(...preview('quarterly', hurried).readyAfter.map((part) => part.seconds));
    const alone = first();
    follower('none', policy.id);
    expect(first()).toBe(alone);
    follower('narrow', policy.id, { cacheSeen: seen(50_000) });
    expect(first()).toBe(50_000);
    follower('wide', policy.id, { cacheSeen: seen(70_000) });
    follower('x-narrow', policy.id, { cacheSeen: seen(60_000) });
    expect(first()).toBe(70_000);
    follower('stranger', null, { cacheSeen: seen(90_000) });
    expect(first()).toBe(70_000);
  });

  it('is by the consumers of those that do', () => {
    const { policy } = set('Quarterly');
    follower('one', policy.id);
    const before = preview('quarterly', hurried);
    desk.ports.registry.change({ action: 'test', subject: 'one', details: {} }, (writer) =>
      writer.addConsumer(aConsumer({ tenantId: 'one', verifier: 'jose', cacheSeconds: 80_000 }).consumer),
    );
    expect(preview('quarterly', hurried).readyAfter).not.toEqual(before.readyAfter);
    expect(preview('other', hurried).readyAfter).toEqual(before.readyAfter);
  });
});
