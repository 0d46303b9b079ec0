// Rows <-> records: the one place that knows column names. Everything here is public facts.
import type { EvidenceSummary } from '../../shared/evidence.ts';
import { type Consumer, CONSUMER_NOTES, type ConsumerNote } from '../../shared/consumers.ts';
import {
  ENDPOINT_KINDS,
  ENVIRONMENTS,
  EXPORT_FORMATS,
  KEY_STATES,
  RSA_BITS,
  SIGNING_ALGORITHMS,
} from '../../shared/limits.ts';
import { type HandOver, PRIVATE_FORMATS } from '../../shared/hand-over.ts';
import type { AuditEntry, KeyRing, Publication, SigningKey, Tenant } from '../../shared/model.ts';
import { type CompletedPlan, PLAN_ORDERS } from '../../shared/plan.ts';
import type { Policy } from '../../shared/policy.ts';
import { PUBLISH_ACTS } from '../../shared/publishing.ts';
import { VERIFIER_IDS } from '../../shared/verifier-catalogue.ts';
import type {
  CarriedBundle,
  IssuedBundle,
  KeyDates,
  KeyName,
  LastSet,
  RecordedNote,
  VaultIntent,
} from '../core/ports.ts';
import { COURIER_OUTCOMES } from '../../shared/courier.ts';
import type { OutboxEntry } from '../../shared/outbox.ts';
import { integer, json, oneOf, type Row, text, textOrNull } from './columns.ts';

type SqlValue = string | number | null;

export const tenantFrom = (row: Row): Tenant => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  domain: text(row, 'domain'),
  customDomain: textOrNull(row, 'custom_domain'),
  environment: oneOf(row, 'environment', ENVIRONMENTS),
  endpoint: oneOf(row, 'endpoint', ENDPOINT_KINDS),
  apiBaseUrl: textOrNull(row, 'api_base_url'),
  jwksUrl: textOrNull(row, 'jwks_url'),
  policyId: textOrNull(row, 'policy_id'),
  rehearsalTenantId: textOrNull(row, 'rehearsal_tenant_id'),
  cacheSeen: row['cache_seen'] === null ? null : json<Tenant['cacheSeen']>(row, 'cache_seen'),
  createdAt: text(row, 'created_at'),
});

export const tenantColumns = (tenant: Tenant): Record<string, SqlValue> => ({
  id: tenant.id,
  name: tenant.name,
  domain: tenant.domain,
  custom_domain: tenant.customDomain,
  environment: tenant.environment,
  endpoint: tenant.endpoint,
  api_base_url: tenant.apiBaseUrl,
  jwks_url: tenant.jwksUrl,
  policy_id: tenant.policyId,
  rehearsal_tenant_id: tenant.rehearsalTenantId,
  cache_seen: tenant.cacheSeen === null ? null : JSON.stringify(tenant.cacheSeen),
  created_at: tenant.createdAt,
});

export const ringFrom = (row: Row): KeyRing => ({
  id: text(row, 'id'),
  tenantId: text(row, 'tenant_id'),
  name: text(row, 'name'),
  alg: oneOf(row, 'alg', SIGNING_ALGORITHMS),
  bits: row['bits'] === null ? null : oneOf(row, 'bits', RSA_BITS),
  createdAt: text(row, 'created_at'),
});

export const ringColumns = (ring: KeyRing): Record<string, SqlValue> => ({
  id: ring.id,
  tenant_id: ring.tenantId,
  name: ring.name,
  alg: ring.alg,
  bits: ring.bits,
  created_at: ring.createdAt,
});

export const keyNameFrom = (row: Row): KeyName => ({
  tenantId: text(row, 'tenant_id'),
  ringId: text(row, 'ring_id'),
  kid: text(row, 'kid'),
  state: oneOf(row, 'state', KEY_STATES),
  currentAt: textOrNull(row, 'current_at'),
  previousAt: textOrNull(row, 'previous_at'),
  print: textOrNull(row, 'print'),
});

export const lastSetFrom = (row: Row): LastSet => ({
  at: text(row, 'at'),
  act: oneOf(row, 'act', PUBLISH_ACTS),
  kids: json<string[]>(row, 'kids'),
  prints: json<LastSet['prints']>(row, 'prints'),
});

/** The columns that `keyDatesFrom` reads: certificates and JWKs are the most of a fleet's bytes. */
export const KEY_DATES =
  'id, ring_id, tenant_id, kid, state, certificate_ends_at, created_at, announced_at, published_at, current_at, previous_at, revoked_at, taken_down_at, destroy_at, destroyed_at, uses, last_used_at';

export const keyDatesFrom = (row: Row): KeyDates => ({
  id: text(row, 'id'),
  ringId: text(row, 'ring_id'),
  tenantId: text(row, 'tenant_id'),
  kid: text(row, 'kid'),
  state: oneOf(row, 'state', KEY_STATES),
  certificateEndsAt: text(row, 'certificate_ends_at'),
  createdAt: text(row, 'created_at'),
  announcedAt: textOrNull(row, 'announced_at'),
  publishedAt: textOrNull(row, 'published_at'),
  currentAt: textOrNull(row, 'current_at'),
  previousAt: textOrNull(row, 'previous_at'),
  revokedAt: textOrNull(row, 'revoked_at'),
  takenDownAt: textOrNull(row, 'taken_down_at'),
  destroyAt: textOrNull(row, 'destroy_at'),
  destroyedAt: textOrNull(row, 'destroyed_at'),
  uses: integer(row, 'uses'),
  lastUsedAt: textOrNull(row, 'last_used_at'),
});

export const keyFrom = (row: Row): SigningKey => ({
  ...keyDatesFrom(row),
  jwk: json<SigningKey['jwk']>(row, 'jwk'),
  certificate: text(row, 'certificate'),
  alg: oneOf(row, 'alg', SIGNING_ALGORITHMS),
  spkiSha256: text(row, 'spki_sha256'),
  provenance: json<SigningKey['provenance']>(row, 'provenance'),
  exportable: integer(row, 'exportable') === 1,
  revocation: row['revocation'] === null ? null : json<SigningKey['revocation']>(row, 'revocation'),
});

export const keyColumns = (key: SigningKey): Record<string, SqlValue> => ({
  id: key.id,
  ring_id: key.ringId,
  tenant_id: key.tenantId,
  kid: key.kid,
  alg: key.alg,
  state: key.state,
  jwk: JSON.stringify(key.jwk),
  print: key.jwk['x5t#S256'],
  certificate: key.certificate,
  certificate_ends_at: key.certificateEndsAt,
  spki_sha256: key.spkiSha256,
  provenance: JSON.stringify(key.provenance),
  exportable: key.exportable ? 1 : 0,
  created_at: key.createdAt,
  announced_at: key.announcedAt,
  published_at: key.publishedAt,
  current_at: key.currentAt,
  previous_at: key.previousAt,
  revoked_at: key.revokedAt,
  revocation: key.revocation === null ? null : JSON.stringify(key.revocation),
  taken_down_at: key.takenDownAt,
  destroy_at: key.destroyAt,
  destroyed_at: key.destroyedAt,
  uses: key.uses,
  last_used_at: key.lastUsedAt,
});

export const publicationFrom = (row: Row): Publication => ({
  id: text(row, 'id'),
  tenantId: text(row, 'tenant_id'),
  at: text(row, 'at'),
  hash: text(row, 'hash'),
  kids: json<string[]>(row, 'kids'),
  replaced: text(row, 'replaced'),
  act: oneOf(row, 'act', PUBLISH_ACTS),
  sent: textOrNull(row, 'sent'),
});

export const publicationColumns = (publication: Publication): Record<string, SqlValue> => ({
  id: publication.id,
  tenant_id: publication.tenantId,
  at: publication.at,
  hash: publication.hash,
  kids: JSON.stringify(publication.kids),
  replaced: publication.replaced,
  act: publication.act,
  sent: publication.sent,
});

export const evidenceFrom = (row: Row): EvidenceSummary => ({
  id: text(row, 'id'),
  at: text(row, 'at'),
  ok: integer(row, 'ok') === 1,
  kids: json<string[]>(row, 'kids'),
  sha256: text(row, 'sha256'),
});

export const evidenceColumns = (evidence: EvidenceSummary): Record<string, SqlValue> => ({
  id: evidence.id,
  at: evidence.at,
  ok: evidence.ok ? 1 : 0,
  kids: JSON.stringify(evidence.kids),
  sha256: evidence.sha256,
});

export const outboxFrom = (row: Row): OutboxEntry => ({
  tenant: text(row, 'tenant'),
  act: oneOf(row, 'act', PUBLISH_ACTS),
  to: textOrNull(row, 'former'),
  removeForeign: json<string[]>(row, 'remove_foreign'),
  queuedAt: text(row, 'queued_at'),
  why: json<OutboxEntry['why']>(row, 'why'),
  attempts: integer(row, 'attempts'),
  lastTriedAt: text(row, 'last_tried_at'),
});

export const outboxColumns = (entry: Omit<OutboxEntry, 'tenant'>): Record<string, SqlValue> => ({
  act: entry.act,
  former: entry.to,
  remove_foreign: JSON.stringify(entry.removeForeign),
  queued_at: entry.queuedAt,
  why: JSON.stringify(entry.why),
  attempts: entry.attempts,
  last_tried_at: entry.lastTriedAt,
});

export const bundleFrom = (row: Row): IssuedBundle => ({
  id: text(row, 'id'),
  tenantId: text(row, 'tenant_id'),
  act: oneOf(row, 'act', PUBLISH_ACTS),
  madeAt: text(row, 'made_at'),
  expiresAt: text(row, 'expires_at'),
  sha256: text(row, 'sha256'),
  previewHash: text(row, 'preview_hash'),
  kids: json<string[]>(row, 'kids'),
  body: textOrNull(row, 'body'),
  settled:
    row['outcome'] === null
      ? null
      : {
          at: text(row, 'settled_at'),
          outcome: oneOf(row, 'outcome', COURIER_OUTCOMES),
          courier: text(row, 'courier'),
          found: text(row, 'found'),
        },
});

export const bundleColumns = (bundle: IssuedBundle): Record<string, SqlValue> => ({
  id: bundle.id,
  tenant_id: bundle.tenantId,
  act: bundle.act,
  made_at: bundle.madeAt,
  expires_at: bundle.expiresAt,
  sha256: bundle.sha256,
  preview_hash: bundle.previewHash,
  kids: JSON.stringify(bundle.kids),
  body: bundle.body,
});

export const carriedFrom = (row: Row): CarriedBundle => ({
  bundleId: text(row, 'bundle_id'),
  at: text(row, 'at'),
  outcome: oneOf(row, 'outcome', COURIER_OUTCOMES),
  receipt: text(row, 'receipt'),
});

export const policyFrom = (row: Row): Policy => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  terms: json<Policy['terms']>(row, 'terms'),
});

export const policyColumns = (policy: Policy): Record<string, SqlValue> & { id: string } => ({
  id: policy.id,
  name: policy.name,
  terms: JSON.stringify(policy.terms),
});

export const noteFrom = (row: Row): RecordedNote => ({
  kid: text(row, 'kid'),
  kind: oneOf(row, 'kind', ['handed-out', 'confirmed']),
  at: text(row, 'at'),
});

export const consumerFrom = (row: Row): Consumer => ({
  id: text(row, 'id'),
  tenantId: text(row, 'tenant_id'),
  name: text(row, 'name'),
  verifier: oneOf(row, 'verifier', VERIFIER_IDS),
  cacheSeconds: row['cache_seconds'] === null ? null : integer(row, 'cache_seconds'),
  contact: textOrNull(row, 'contact'),
  format: row['format'] === null ? null : oneOf(row, 'format', EXPORT_FORMATS),
  rings: row['rings'] === null ? null : json<string[]>(row, 'rings'),
  note: textOrNull(row, 'note'),
  createdAt: text(row, 'created_at'),
});

export const consumerColumns = (consumer: Consumer): Record<string, SqlValue> & { id: string } => ({
  id: consumer.id,
  tenant_id: consumer.tenantId,
  name: consumer.name,
  verifier: consumer.verifier,
  cache_seconds: consumer.cacheSeconds,
  contact: consumer.contact,
  format: consumer.format,
  rings: consumer.rings === null ? null : JSON.stringify(consumer.rings),
  note: consumer.note,
  created_at: consumer.createdAt,
});

export const consumerNoteFrom = (row: Row): ConsumerNote => ({
  consumerId: text(row, 'consumer_id'),
  kid: text(row, 'kid'),
  kind: oneOf(row, 'kind', CONSUMER_NOTES),
  at: text(row, 'at'),
  by: text(row, 'actor'),
});

export const handOverFrom = (row: Row): HandOver => ({
  number: integer(row, 'number'),
  at: text(row, 'at'),
  actor: text(row, 'actor'),
  tenant: text(row, 'tenant'),
  kid: text(row, 'kid'),
  format: oneOf(row, 'format', PRIVATE_FORMATS),
  protection: text(row, 'protection'),
  to: text(row, 'handed_to'),
  recipient: textOrNull(row, 'recipient'),
  sha256: text(row, 'sha256'),
  savedAt: textOrNull(row, 'saved_at'),
});

export const handOverColumns = (handOver: HandOver): Record<string, SqlValue> => ({
  number: handOver.number,
  at: handOver.at,
  actor: handOver.actor,
  tenant: handOver.tenant,
  kid: handOver.kid,
  format: handOver.format,
  protection: handOver.protection,
  handed_to: handOver.to,
  recipient: handOver.recipient,
  sha256: handOver.sha256,
  saved_at: handOver.savedAt,
});

export const completedFrom = (row: Row): CompletedPlan => ({
  tenantId: text(row, 'tenant_id'),
  order: oneOf(row, 'plan_order', PLAN_ORDERS),
  hash: text(row, 'hash'),
  at: text(row, 'at'),
});

export const intentFrom = (row: Row): VaultIntent => ({
  name: text(row, 'name'),
  purpose: oneOf(row, 'purpose', ['write', 'remove']),
  at: text(row, 'at'),
});

export const auditFrom = (row: Row): AuditEntry => ({
  seq: integer(row, 'seq'),
  at: text(row, 'at'),
  actor: text(row, 'actor'),
  action: text(row, 'action'),
  subject: text(row, 'subject'),
  details: json<AuditEntry['details']>(row, 'details'),
  previousHash: text(row, 'previous_hash'),
  hash: text(row, 'hash'),
});

export const auditColumns = (entry: AuditEntry): Record<string, SqlValue> => ({
  seq: entry.seq,
  at: entry.at,
  actor: entry.actor,
  action: entry.action,
  subject: entry.subject,
  details: JSON.stringify(entry.details),
  previous_hash: entry.previousHash,
  hash: entry.hash,
});
