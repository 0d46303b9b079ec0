// The registry adapter: public facts in SQLite. There is one door for writing, `change`, and it appends the audit
// entry in the very transaction that makes the change.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { DriftReport } from '../../shared/drift.ts';
import type { Proof } from '../../shared/model.ts';
import { nextEntry } from '../core/audit-chain.ts';
import type { Clock, Registry, RegistryReader, RegistryWriter } from '../core/ports.ts';
import { integer, json, text, textOrNull } from './columns.ts';
import { openDatabase, type OpenOptions } from './open.ts';
import {
  auditColumns,
  auditFrom,
  bundleColumns,
  bundleFrom,
  carriedFrom,
  completedFrom,
  evidenceColumns,
  evidenceFrom,
  consumerColumns,
  consumerFrom,
  consumerNoteFrom,
  handOverColumns,
  handOverFrom,
  intentFrom,
  keyColumns,
  KEY_DATES,
  keyDatesFrom,
  keyFrom,
  keyNameFrom,
  lastSetFrom,
  noteFrom,
  outboxColumns,
  outboxFrom,
  policyColumns,
  policyFrom,
  publicationColumns,
  publicationFrom,
  ringColumns,
  ringFrom,
  tenantColumns,
  tenantFrom,
} from './records.ts';
import { createSql, type Sql } from './sql.ts';

export interface RegistryOptions extends OpenOptions {
  clock: Clock;
  /** Who acts, for the audit chain: `officer via window`. */
  actor: string;
  /** Told after each durable change, with its audit action. */
  changed?: (action: string) => void;
}

export interface OpenedRegistry extends Registry {
  /** A public fact about the registry itself (its id, the keychain's canary): made at first use, then kept for ever. */
  lasting(name: string, make: () => string): string;
  /** The same without making it. */
  known(name: string): string | null;
}

export function openRegistry(options: RegistryOptions): OpenedRegistry {
  const database = openDatabase(options);
  const sql = createSql(database);
  const reader = readerOver(sql);
  const writer = { ...reader, ...writerOver(sql, options.actor) };
  const known = (name: string): string | null => metaValue(sql, name);

  return {
    read: (work) => work(reader),
    change(act, work) {
      const result = inTransaction(database, () => {
        const made = work(writer);
        const entry = nextEntry(reader.auditHead(), options.clock.now().toISOString(), options.actor, act);
        sql.insert('audit', auditColumns(entry));
        return made;
      });
      options.changed?.(act.action);
      return result;
    },
    noteIntents: (intents) =>
      inTransaction(database, () => {
        intents.forEach(writer.addIntent);
      }),
    noteDrift: (tenantId, report) => keepDrift(sql, tenantId, report),
    noteSeal: (seal) => sql.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', SEAL, seal),
    damage: () => [
      ...sql.all((row) => text(row, 'quick_check'), 'PRAGMA quick_check(10)').filter((line) => line !== 'ok'),
      ...sql.all((row) => `a row of ${text(row, 'table')} points nowhere`, 'PRAGMA foreign_key_check'),
    ],
    lasting(name, make) {
      const value = known(name) ?? make();
      sql.run('INSERT OR IGNORE INTO meta VALUES (?, ?)', name, value);
      return value;
    },
    known,
    close: () => {
      database.close();
    },
  };
}

const DEVICE_KEY = 'audit-device-key';
const SEAL = 'audit-seal';

const metaValue = (sql: Sql, name: string): string | null =>
  sql.first((row) => text(row, 'value'), 'SELECT value FROM meta WHERE name = ?', name);

const keepDrift = (sql: Sql, tenantId: string, report: DriftReport): void =>
  sql.run('INSERT OR REPLACE INTO drift VALUES (?, ?)', tenantId, JSON.stringify(report));

function inTransaction<T>(database: DatabaseSyncInstance, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function readerOver(sql: Sql): RegistryReader {
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
        sql.all(
          (row) => [text(row, 'tenant_id'), json<DriftReport>(row, 'report')] as const,
          'SELECT tenant_id, report FROM drift',
        ),
      ),
    tenantByName: (name) => sql.first(tenantFrom, 'SELECT * FROM tenants WHERE name = ?', name),
    rings: (tenantId) => sql.all(ringFrom, 'SELECT * FROM rings WHERE tenant_id = ? ORDER BY rowid', tenantId),
    keys: (tenantId) => sql.all(keyFrom, 'SELECT * FROM keys WHERE tenant_id = ? ORDER BY rowid', tenantId),
    keysBySpki: (spki) => sql.all(keyFrom, 'SELECT * FROM keys WHERE spki_sha256 = ? ORDER BY rowid', spki),
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
    intents: () => sql.all(intentFrom, 'SELECT * FROM vault_intents ORDER BY rowid'),
    publications: (tenantId, limit) =>
      sql.all(
        publicationFrom,
        'SELECT * FROM publications WHERE tenant_id = ? ORDER BY rowid DESC LIMIT ?',
        tenantId,
        limit,
      ),
    proofs: (tenantId, limit) =>
      sql.all(
        (row) => json<Proof>(row, 'proof'),
        'SELECT proof FROM proofs WHERE tenant_id = ? ORDER BY rowid DESC LIMIT ?',
        tenantId,
        limit,
      ),
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
    drift: (tenantId) =>
      sql.first((row) => json<DriftReport>(row, 'report'), 'SELECT report FROM drift WHERE tenant_id = ?', tenantId),
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
    latestInstant: () => sql.first((row) => textOrNull(row, 'at'), 'SELECT max(at) AS at FROM audit'),
    auditHead: () => sql.first(auditFrom, 'SELECT * FROM audit ORDER BY seq DESC LIMIT 1'),
    audit: (afterSeq, limit) =>
      sql.all(auditFrom, 'SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', afterSeq, limit),
  };
}

function writerOver(sql: Sql, actor: string): Omit<RegistryWriter, keyof RegistryReader> {
  return {
    addTenant: (tenant) => sql.insert('tenants', tenantColumns(tenant)),
    updateTenant: (tenant) => sql.update('tenants', { ...tenantColumns(tenant), id: tenant.id }),
    removeTenant: (tenantId) => sql.run('DELETE FROM tenants WHERE id = ?', tenantId),
    addRing: (ring) => sql.insert('rings', ringColumns(ring)),
    addKey: (key) => sql.insert('keys', keyColumns(key)),
    updateKey: (key) => sql.update('keys', { ...keyColumns(key), id: key.id }),
    addPublication: (publication) => sql.insert('publications', publicationColumns(publication)),
    addProof: (tenantId, proof) =>
      sql.insert('proofs', { tenant_id: tenantId, kid: proof.kid, at: proof.at, proof: JSON.stringify(proof) }),
    addEvidence: (tenantId, summary, document) =>
      sql.insert('evidence', { tenant_id: tenantId, ...evidenceColumns(summary), document }),
    setDrift: (tenantId, report) => keepDrift(sql, tenantId, report),
    addNote: (tenantId, note) => sql.insert('key_notes', { tenant_id: tenantId, ...note }),
    addConsumer: (consumer) => sql.insert('consumers', consumerColumns(consumer)),
    updateConsumer: (consumer) => sql.update('consumers', consumerColumns(consumer)),
    removeConsumer: (consumerId) => sql.run('DELETE FROM consumers WHERE id = ?', consumerId),
    addConsumerNote: ({ consumerId, kid, kind, at }) =>
      sql.insert('consumer_notes', { consumer_id: consumerId, kid, kind, at, actor }),
    addHandOver(tenantId, made) {
      const last = sql.first((row) => integer(row, 'last'), 'SELECT coalesce(max(number), 0) AS last FROM hand_overs');
      const handOver = { number: (last ?? 0) + 1, actor, savedAt: null, ...made };
      sql.insert('hand_overs', { tenant_id: tenantId, ...handOverColumns(handOver) });
      return handOver;
    },
    noteHandOverSaved: (number, at) => sql.run('UPDATE hand_overs SET saved_at = ? WHERE number = ?', at, number),
    addCompletedPlan: ({ tenantId, order, hash, at }) =>
      sql.run('INSERT OR IGNORE INTO completed_plans VALUES (?, ?, ?, ?)', tenantId, order, hash, at),
    addPolicy: (policy) => sql.insert('policies', policyColumns(policy)),
    updatePolicy: (policy) => sql.update('policies', policyColumns(policy)),
    putOutboxEntry(tenantId, entry) {
      sql.run('DELETE FROM outbox WHERE tenant_id = ?', tenantId);
      sql.insert('outbox', { tenant_id: tenantId, ...outboxColumns(entry) });
    },
    removeOutboxEntry: (tenantId) => sql.run('DELETE FROM outbox WHERE tenant_id = ?', tenantId),
    addBundle: (bundle) => sql.insert('bundles', bundleColumns(bundle)),
    removeBundle: (id) => sql.run('DELETE FROM bundles WHERE id = ? AND outcome IS NULL', id),
    settleBundle: (id, { at, outcome, courier, found }) =>
      sql.run(
        'UPDATE bundles SET settled_at = ?, outcome = ?, courier = ?, found = ? WHERE id = ?',
        at,
        outcome,
        courier,
        found,
        id,
      ),
    addCourier: (fingerprint, at) => sql.run('INSERT INTO couriers VALUES (?, ?)', fingerprint, at),
    addCarried: ({ bundleId, at, outcome, receipt }) =>
      sql.insert('carried', { bundle_id: bundleId, at, outcome, receipt }),
    addIntent: (intent) =>
      sql.run('INSERT OR REPLACE INTO vault_intents VALUES (?, ?, ?)', intent.name, intent.purpose, intent.at),
    removeIntent: (name) => sql.run('DELETE FROM vault_intents WHERE name = ?', name),
    setDeviceKey(deviceKey) {
      sql.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', DEVICE_KEY, deviceKey);
      sql.run('DELETE FROM meta WHERE name = ?', SEAL);
    },
  };
}
