// Every change of the registry as SQL, within the transaction that registry.ts opened for an act.
import type { DriftReport } from '../../shared/domain/published-set/drift-report.ts';
import type { RegistryReader } from '../ports/registry-reader.ts';
import type { RegistryWriter } from '../ports/registry-writer.ts';
import { integer } from './columns.ts';
import { DEVICE_KEY, SEAL } from './meta.ts';
import { consumerColumns } from './records/consumers.ts';
import { handOverColumns } from './records/hand-overs.ts';
import { keyColumns, ringColumns } from './records/keys.ts';
import { bundleColumns, outboxColumns } from './records/offline.ts';
import { authorityColumns, proxyColumns } from './records/network.ts';
import { evidenceColumns, publicationColumns } from './records/publications.ts';
import { policyColumns, tenantColumns } from './records/tenants.ts';
import type { Sql } from './sql.ts';

export const keepDrift = (sql: Sql, tenantId: string, report: DriftReport): void =>
  sql.run('INSERT OR REPLACE INTO drift VALUES (?, ?)', tenantId, JSON.stringify(report));

export function writerOver(sql: Sql, actor: string): Omit<RegistryWriter, keyof RegistryReader> {
  return {
    addTenant: (tenant) => sql.insert('tenants', tenantColumns(tenant)),
    updateTenant: (tenant) => sql.update('tenants', { ...tenantColumns(tenant), id: tenant.id }),
    removeTenant: (tenantId) => sql.run('DELETE FROM tenants WHERE id = ?', tenantId),
    addRing: (ring) => sql.insert('rings', ringColumns(ring)),
    updateRing: (ring) => sql.update('rings', { ...ringColumns(ring), id: ring.id }),
    addKey: (key) => sql.insert('keys', keyColumns(key)),
    updateKey: (key) => sql.update('keys', { ...keyColumns(key), id: key.id }),
    addPublication: (publication) => sql.insert('publications', publicationColumns(publication)),
    keepForeign: (tenantId, { name, material, reason, at }) =>
      sql.run(
        'INSERT OR REPLACE INTO kept_foreign VALUES (?, ?, ?, ?, ?, ?)',
        tenantId,
        name,
        material,
        reason,
        at,
        actor,
      ),
    forgetForeign: (tenantId, name) =>
      sql.run('DELETE FROM kept_foreign WHERE tenant_id = ? AND name = ?', tenantId, name),
    updatePublication: (publication) =>
      sql.update('publications', { ...publicationColumns(publication), id: publication.id }),
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
    addAuthority(authority) {
      sql.run('DELETE FROM authorities WHERE sha256 = ?', authority.sha256);
      sql.insert('authorities', authorityColumns(authority));
    },
    removeAuthority: (sha256) => sql.run('DELETE FROM authorities WHERE sha256 = ?', sha256),
    setProxy(proxy) {
      sql.run('DELETE FROM proxy');
      sql.insert('proxy', proxyColumns(proxy));
    },
    setProxyAccount(account) {
      sql.run('DELETE FROM proxy_account');
      if (account !== null) {
        sql.insert('proxy_account', { only_one: 1, proxy: account.proxy, user_name: account.user });
      }
    },
    addIntent: (intent) =>
      sql.run('INSERT OR REPLACE INTO vault_intents VALUES (?, ?, ?)', intent.name, intent.purpose, intent.at),
    removeIntent: (name) => sql.run('DELETE FROM vault_intents WHERE name = ?', name),
    setDeviceKey(deviceKey) {
      sql.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', DEVICE_KEY, deviceKey);
      sql.run('DELETE FROM meta WHERE name = ?', SEAL);
    },
  };
}
