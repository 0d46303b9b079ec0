// Before an act gets an answer, the rows that it was read from are held against their hashes: which ones, question by
// question. A question that is added has to say so here.
import { expect, it } from 'vitest';
import { ask, fullReader, type Question, questionsOf } from './questions.ts';

/** Rows of that tenant alone are named with it. */
const HELD: Record<Question, readonly string[]> = {
  tenants: ['tenants'],
  tenantByName: ['tenants of tenant'],
  keyNames: ['keys'],
  keyCounts: ['keys'],
  allKeyDates: ['keys'],
  allRings: ['rings'],
  allConsumers: ['consumers'],
  lastPublishedAt: ['publications'],
  lastSets: ['last_sets'],
  drifts: ['drift'],
  compromisedOut: ['keys'],
  rings: ['rings of tenant'],
  keys: ['keys of tenant'],
  keysBySpki: ['keys'],
  keysToErase: ['keys of tenant'],
  lastPublication: ['publications of tenant'],
  publications: ['publications of tenant'],
  keptForeign: ['kept_foreign of tenant'],
  proofs: ['proofs of tenant'],
  evidence: ['evidence of tenant'],
  evidenceDocument: ['evidence of tenant'],
  drift: ['drift of tenant'],
  notes: ['key_notes of tenant'],
  consumers: ['consumers of tenant'],
  consumerNotes: ['consumers of tenant', 'consumer_notes'],
  handOvers: ['hand_overs of tenant'],
  copiesOut: ['hand_overs'],
  completedPlans: ['completed_plans of tenant'],
  policies: ['policies'],
  outbox: ['tenants', 'outbox'],
  bundles: ['bundles of tenant'],
  bundlesOut: ['bundles'],
  couriers: ['couriers'],
  carried: ['carried'],
  authorities: ['authorities'],
  proxy: ['proxy'],
  proxyAccount: ['proxy_account'],
  intents: ['vault_intents'],
  auditAnchor: ['meta', 'meta'],
  // The chain is bound by the hash of its newest entry, which every act compares first.
  auditHead: [],
  latestInstant: [],
  clockEntries: [],
  backups: ['backups'],
  officers: ['officers of tenant'],
  fourEyes: ['four_eyes of tenant'],
  usedApprovals: ['used_approvals of tenant'],
  backedUpKeys: ['backed_up_keys of tenant'],
  unsavedKeys: ['backed_up_keys', 'keys'],
  audit: [],
};

const held: string[] = [];
const reader = fullReader({
  hold: (table, tenant) => held.push(`${table} of ${tenant}`),
  holdTable: (table) => held.push(table),
});

it.each(questionsOf(reader))('%s is held', (name) => {
  held.length = 0;
  expect(ask(reader, name)).toBeTruthy();
  expect(held).toEqual(HELD[name]);
});

it('holds every tenant where one is asked for that is not there, since its record may have been taken away', () => {
  held.length = 0;
  expect(reader.tenantByName('nobody')).toBeNull();
  expect(held).toEqual(['tenants']);
});
