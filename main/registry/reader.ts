// Every question to the registry as SQL. Which of many comes first is said in core/ports/registry-reader.ts.
import type { RegistryReader } from '../ports/registry-reader.ts';
import { text, textOrNull } from './columns.ts';
import { DEVICE_KEY, metaValue, SEAL } from './meta.ts';
import { driftFrom } from './records/drift.ts';
import { auditFrom, intentFrom } from './records/audit.ts';
import { consumerFrom, consumerNoteFrom } from './records/consumers.ts';
import { handOverFrom } from './records/hand-overs.ts';
import { KEY_DATES, compromisedFrom, keyDatesFrom, keyFrom, keyNameFrom, noteFrom, ringFrom } from './records/keys.ts';
import { authorityFrom, proxyAccountFrom, proxyFrom } from './records/network.ts';
import { bundleFrom, carriedFrom, outboxFrom } from './records/offline.ts';
import { completedFrom } from './records/plans.ts';
import { evidenceFrom, keptForeignFrom, lastSetFrom, publicationFrom } from './records/publications.ts';
import { policyFrom, tenantFrom } from './records/tenants.ts';
import { proofFrom } from './records/proofs.ts';
import type { Sql } from './sql.ts';

export function readerOver(sql: Sql): RegistryReader {
  return {
    tenants: () => sql.all(tenantFrom, 'SELECT * FROM tenants ORDER BY name'),
    keyNames: () =>
      sql.all(
        keyNameFrom,
        // The index holds all of it; without the sign the order would lead through the table, with every certificate.
        'SELECT tenant_id, ring_id, kid, state, current_at, previous_at, print FROM keys ORDER BY +rowid',
      ),
    allKeyDates: () => sql.all(keyDatesFrom, `SELECT ${KEY_DATES} FROM keys ORDER BY rowid`),
    allConsumers: () => sql.all(consumerFrom, 'SELECT * FROM consumers ORDER BY rowid'),
    allRings: () => sql.all(ringFrom, 'SELECT * FROM rings ORDER BY rowid'),
    lastPublishedAt: () =>
      new Map(
        sql.all(
          (row) => [text(row, 'tenant_id'), text(row, 'at')] as const,
          'SELECT tenant_id, max(at) AS at FROM publications GROUP BY tenant_id',
        ),
      ),
    lastSets: () =>
      new Map(sql.all((row) => [text(row, 'tenant_id'), lastSetFrom(row)] as const, 'SELECT * FROM last_sets')),
    drifts: () =>
      new Map(
        sql.all((row) => [text(row, 'tenant_id'), driftFrom(row)] as const, 'SELECT tenant_id, report FROM drift'),
      ),
    tenantByName: (name) => sql.first(tenantFrom, 'SELECT * FROM tenants WHERE name = ?', name),
    rings: (tenantId) => sql.all(ringFrom, 'SELECT * FROM rings WHERE tenant_id = ? ORDER BY rowid', tenantId),
    keys: (tenantId) => sql.all(keyFrom, 'SELECT * FROM keys WHERE tenant_id = ? ORDER BY rowid', tenantId),
    keysBySpki: (spki) => sql.all(keyFrom, 'SELECT * FROM keys WHERE spki_sha256 = ? ORDER BY rowid', spki),
    compromisedOut: () =>
      sql.all(
        compromisedFrom,
        `SELECT tenant_id, kid, revoked_at FROM keys WHERE state = 'revoked' AND taken_down_at IS NULL
          AND (announced_at IS NOT NULL OR published_at IS NOT NULL)
          AND json_extract(revocation, '$.compromised') = 1 ORDER BY rowid`,
      ),
    keysToErase: (at) =>
      sql.all(
        keyFrom,
        'SELECT * FROM keys WHERE destroy_at IS NOT NULL AND destroy_at <= ? AND destroyed_at IS NULL ORDER BY rowid',
        at,
      ),
    lastPublication: (tenantId) =>
      sql.first(
        publicationFrom,
        'SELECT * FROM publications WHERE tenant_id = ? ORDER BY rowid DESC LIMIT 1',
        tenantId,
      ),
    outbox: () =>
      sql.all(
        outboxFrom,
        `SELECT tenants.name AS tenant, outbox.* FROM outbox JOIN tenants ON tenants.id = outbox.tenant_id
         ORDER BY outbox.queued_at, outbox.rowid`,
      ),
    bundles: (tenantId) => sql.all(bundleFrom, 'SELECT * FROM bundles WHERE tenant_id = ? ORDER BY rowid', tenantId),
    bundlesOut: () => sql.all(bundleFrom, 'SELECT * FROM bundles WHERE outcome IS NULL ORDER BY rowid'),
    couriers: () => sql.all((row) => text(row, 'fingerprint'), 'SELECT fingerprint FROM couriers ORDER BY rowid'),
    carried: (bundleId) => sql.first(carriedFrom, 'SELECT * FROM carried WHERE bundle_id = ?', bundleId),
    authorities: () => sql.all(authorityFrom, 'SELECT * FROM authorities ORDER BY subject, sha256'),
    proxy: () =>
      sql.first(proxyFrom, 'SELECT * FROM proxy') ?? { kind: 'system', address: null, script: null, noProxy: [] },
    proxyAccount: () => sql.first(proxyAccountFrom, 'SELECT * FROM proxy_account'),
    intents: () => sql.all(intentFrom, 'SELECT * FROM vault_intents ORDER BY rowid'),
    keptForeign: (tenantId) =>
      sql.all(keptForeignFrom, 'SELECT * FROM kept_foreign WHERE tenant_id = ? ORDER BY rowid', tenantId),
    publications: (tenantId, limit) =>
      sql.all(
        publicationFrom,
        'SELECT * FROM publications WHERE tenant_id = ? ORDER BY rowid DESC LIMIT ?',
        tenantId,
        limit,
      ),
    proofs: (tenantId, limit) =>
      sql.all(proofFrom, 'SELECT proof FROM proofs WHERE tenant_id = ? ORDER BY rowid DESC LIMIT ?', tenantId, limit),
    evidence: (tenantId, limit) =>
      sql.all(
        evidenceFrom,
        'SELECT id, at, ok, kids, sha256 FROM evidence WHERE tenant_id = ? ORDER BY rowid DESC LIMIT ?',
        tenantId,
        limit,
      ),
    evidenceDocument: (tenantId, id) =>
      sql.first(
        (row) => text(row, 'document'),
        'SELECT document FROM evidence WHERE tenant_id = ? AND id = ?',
        tenantId,
        id,
      ),
    drift: (tenantId) => sql.first(driftFrom, 'SELECT report FROM drift WHERE tenant_id = ?', tenantId),
    notes: (tenantId) => sql.all(noteFrom, 'SELECT * FROM key_notes WHERE tenant_id = ? ORDER BY rowid', tenantId),
    consumers: (tenantId) =>
      sql.all(consumerFrom, 'SELECT * FROM consumers WHERE tenant_id = ? ORDER BY rowid', tenantId),
    consumerNotes: (tenantId) =>
      sql.all(
        consumerNoteFrom,
        'SELECT n.* FROM consumer_notes n JOIN consumers c ON c.id = n.consumer_id WHERE c.tenant_id = ? ORDER BY n.rowid',
        tenantId,
      ),
    handOvers: (tenantId) =>
      sql.all(handOverFrom, 'SELECT * FROM hand_overs WHERE tenant_id = ? ORDER BY number', tenantId),
    completedPlans: (tenantId) =>
      sql.all(completedFrom, 'SELECT * FROM completed_plans WHERE tenant_id = ? ORDER BY rowid', tenantId),
    policies: () => sql.all(policyFrom, 'SELECT * FROM policies ORDER BY name'),
    auditAnchor() {
      const deviceKey = metaValue(sql, DEVICE_KEY);
      return deviceKey === null ? null : { deviceKey, seal: metaValue(sql, SEAL) };
    },
    // What was recorded before an officer stated the clock, and what only tells that the clock is wrong, dates nothing.
    latestInstant: () =>
      sql.first(
        (row) => textOrNull(row, 'at'),
        `SELECT max(at) AS at FROM audit WHERE action <> 'clock.disagreed'
          AND seq >= (SELECT coalesce(max(seq), 0) FROM audit WHERE action = 'clock.stated')`,
      ),
    clockEntries: () =>
      sql.all(
        auditFrom,
        "SELECT * FROM audit WHERE action IN ('clock.disagreed', 'clock.agreed', 'clock.stated') ORDER BY seq",
      ),
    auditHead: () => sql.first(auditFrom, 'SELECT * FROM audit ORDER BY seq DESC LIMIT 1'),
    audit: (afterSeq, limit) =>
      sql.all(auditFrom, 'SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', afterSeq, limit),
  };
}
