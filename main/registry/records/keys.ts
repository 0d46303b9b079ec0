// Rings, their keys, and the notes about keys as rows.
import { KEY_STATES, RSA_BITS, SIGNING_ALGORITHMS } from '../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { CompromisedOut, KeyDates, KeyName, RecordedNote } from '../../../shared/domain/records.ts';
import { integer, json, oneOf, type Row, type SqlValue, text, textOrNull } from '../columns.ts';

export const ringFrom = (row: Row): KeyRing => ({
  id: text(row, 'id'),
  tenantId: text(row, 'tenant_id'),
  name: text(row, 'name'),
  alg: oneOf(row, 'alg', SIGNING_ALGORITHMS),
  bits: row['bits'] === null ? null : oneOf(row, 'bits', RSA_BITS),
  brought: integer(row, 'brought') === 1,
  createdAt: text(row, 'created_at'),
  retirement: row['retirement'] === null ? null : json<KeyRing['retirement']>(row, 'retirement'),
});

export const ringColumns = (ring: KeyRing): Record<string, SqlValue> => ({
  id: ring.id,
  tenant_id: ring.tenantId,
  name: ring.name,
  alg: ring.alg,
  bits: ring.bits,
  brought: ring.brought ? 1 : 0,
  created_at: ring.createdAt,
  retirement: ring.retirement === null ? null : JSON.stringify(ring.retirement),
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

/** The columns that `keyDatesFrom` reads: certificates and JWKs are the most of a fleet's bytes. */
export const KEY_DATES =
  'id, ring_id, tenant_id, kid, state, certificate_ends_at, created_at, announced_at, published_at, current_at, previous_at, revoked_at, replaced_at, taken_down_at, destroy_at, destroyed_at, uses, last_used_at';

export const compromisedFrom = (row: Row): CompromisedOut => ({
  tenantId: text(row, 'tenant_id'),
  kid: text(row, 'kid'),
  revokedAt: text(row, 'revoked_at'),
});

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
  replacedAt: textOrNull(row, 'replaced_at'),
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
  replaced_at: key.replacedAt,
  taken_down_at: key.takenDownAt,
  destroy_at: key.destroyAt,
  destroyed_at: key.destroyedAt,
  uses: key.uses,
  last_used_at: key.lastUsedAt,
});

export const noteFrom = (row: Row): RecordedNote => ({
  kid: text(row, 'kid'),
  kind: oneOf(row, 'kind', ['handed-out', 'confirmed']),
  at: text(row, 'at'),
});
