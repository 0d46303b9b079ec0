import { expect, test } from 'vitest';
import { filteredEntries, NO_FILTERS } from '../../../../renderer/audit/state/audit-search.ts';
import { diffCounts } from '../../../../renderer/publishing/state/diff-counts.ts';
import { groupTenants, matching } from '../../../../renderer/fleet/state/tenant-groups.ts';
import type { DiffEntry } from '../../../../shared/domain/published-set/publication.ts';
import type { AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import { AT, aTenant } from '../../../support/keys.ts';

const summary = (name: string, environment: 'development' | 'staging' | 'production', domain = `${name}.example`) => ({
  tenant: { ...aTenant, name, environment, domain },
  keys: { next: 1, current: 1, previous: 0, revoked: 0 },
  lastPublishedAt: null,
  drift: null,
});

const entry = (kind: DiffEntry['kind']): DiffEntry => ({
  kind,
  kid: 'k',
  kty: 'RSA',
  alg: null,
  thumbprint: null,
  state: null,
});

const tenants = [summary('b', 'development'), summary('a', 'development'), summary('bank', 'production')];

test('tenants stand by environment, production first, then by name; empty groups are left out', () => {
  expect(
    groupTenants(tenants).map((group) => [group.environment, group.tenants.map((one) => one.tenant.name)]),
  ).toEqual([
    ['production', ['bank']],
    ['development', ['a', 'b']],
  ]);
});

test('a tenant is found by its name or a domain, in any case', () => {
  expect(matching(tenants, ' BANK.ex ').map((one) => one.tenant.name)).toEqual(['bank']);
  expect(matching(tenants, 'id.acme')).toHaveLength(3);
  expect(matching(tenants, '')).toHaveLength(3);
});

const audited = (seq: number, action: string): AuditEntry => ({
  seq,
  at: AT,
  actor: 'officer via window',
  action,
  subject: 'acme/default',
  details: { reason: 'quarterly rotation' },
  previousHash: '',
  hash: '',
});

test('audit entries are found by words in any of their parts, in any order', () => {
  const audit = ['key.rotated', 'key.generated', 'key.revoked'].map((action, index) => audited(index + 1, action));
  const found = (text: string) => filteredEntries(audit.toReversed(), { ...NO_FILTERS, text });
  expect(found('quarterly rotated').map(({ action }) => action)).toEqual(['key.rotated']);
  expect(found('quarterly nonsense')).toEqual([]);
  expect(found('  ')).toEqual(audit.toReversed());
});

test('audit entries are found by the days of this machine, first and last included', () => {
  const audit = [4, 5, 6].map((day) => ({
    ...audited(day, 'key.rotated'),
    at: new Date(2026, 10, day, 23, 59).toISOString(),
  }));
  const found = filteredEntries(audit.toReversed(), { ...NO_FILTERS, from: '2026-11-05', until: '2026-11-05' });
  expect(found.map(({ seq }) => seq)).toEqual([5]);
});

test('a difference is counted by kind, the most alarming first', () => {
  expect(diffCounts([entry('kept'), entry('added'), entry('altered'), entry('added')])).toEqual([
    { kind: 'altered', count: 1 },
    { kind: 'added', count: 2 },
    { kind: 'kept', count: 1 },
  ]);
});
