// The certificates of the tenant's own keys as files, in every public format: the tenant's pages offer five of its current
// key only. The key becomes a record like ours for the time of writing, so that one writer proves all files.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { kidSchema, nameSchema } from '../../../shared/fields.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { EXPORT_FORMATS, EXPORT_PROFILES, KEY_STATES } from '../../../shared/limits.ts';
import type { KeyRing, SetFormat, SigningKey, Tenant } from '../../../shared/model.ts';
import { fileLabel, tenantSlug } from '../file-names.ts';
import { spkiSha256, UNTOUCHED } from '../make-key.ts';
import type { FormattedFile, OwnKey, Ports } from '../ports.ts';
import { isSetFormat } from './exports.ts';
import { connect, inOrder } from './remote-keys.ts';

export const ownExportSchema = z.strictObject({
  tenant: nameSchema,
  format: z.enum(EXPORT_FORMATS),
  profile: z.enum(EXPORT_PROFILES).optional(),
  kid: kidSchema.optional(),
  /** The newest key in this state, when no kid is given. */
  state: z.enum(KEY_STATES).default('current'),
});

export interface OwnKeyFile extends FormattedFile {
  kids: string[];
  /** Lower-case hex. */
  sha256: string;
}

/** The file, which leaves the trace that it was made. */
export async function exportOwnKeys(ports: Ports, args: z.output<typeof ownExportSchema>): Promise<OwnKeyFile> {
  const { format, profile } = args;
  const { tenant, own } = await connect(ports, args.tenant);
  const listed = inOrder(await own.list());
  const ring: KeyRing = {
    id: 'own',
    tenantId: tenant.id,
    name: 'own keys of the tenant',
    alg: 'RS256',
    bits: null,
    createdAt: tenant.createdAt,
  };
  const records = isSetFormat(format)
    ? inSet(listed, format).map((key) => recordOf(ports, tenant, ring, key))
    : [recordOf(ports, tenant, ring, chosen(tenant, listed, args))];
  const [first] = records;
  const label = isSetFormat(format) || first === undefined ? 'tenant-keys' : `tenant-${fileLabel(first)}`;
  const file = ports.formats.write(format, records, `${tenantSlug(tenant)}-${label}`, { profile, rings: [ring] });
  const kids = records.map(({ kid }) => kid);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const details = { format, kids, fileName: file.fileName, sha256 };
  ports.registry.change({ action: 'remote.key-exported', subject: tenant.name, details }, () => undefined);
  return { ...file, kids, sha256 };
}

function chosen(tenant: Tenant, keys: readonly OwnKey[], { kid, state }: z.output<typeof ownExportSchema>): OwnKey {
  const key = keys.find((listed) => (kid === undefined ? listed.state === state : listed.kid === kid));
  if (key === undefined) {
    throw new CustodianError('KEY_NOT_FOUND', { tenant: tenant.name, kid: kid ?? `in state ${state}` });
  }
  return key;
}

/** Inventories hold every key, all other sets what verifiers may still meet. */
function inSet(keys: readonly OwnKey[], format: SetFormat): readonly OwnKey[] {
  return format === 'json' || format === 'csv' ? keys : keys.filter(({ state }) => state !== 'revoked');
}

/** The tenant signs with RSA keys (auth0.com/docs, "JSON Web Key Set properties"); whether RS256 or PS256 is not told. */
function recordOf({ workshop, formats }: Ports, tenant: Tenant, ring: KeyRing, key: OwnKey): SigningKey {
  const { kid, state, certificate, spki, currentSince, currentUntil, revokedAt } = key;
  const { notBefore, notAfter } = formats.certificateFacts(certificate);
  return {
    id: kid,
    ringId: ring.id,
    tenantId: tenant.id,
    kid,
    alg: ring.alg,
    state,
    jwk: workshop.publicJwk(spki, certificate, ring.alg, kid),
    certificate: Buffer.from(certificate).toString('base64'),
    certificateEndsAt: notAfter,
    spkiSha256: spkiSha256(spki),
    provenance: { kind: 'imported', source: 'the tenant itself' },
    exportable: false,
    createdAt: notBefore,
    ...UNTOUCHED,
    currentAt: currentSince,
    previousAt: currentUntil,
    revokedAt,
  };
}
