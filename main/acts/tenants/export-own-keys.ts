// The certificates of the tenant's own keys as files, in every public format: the tenant's pages offer five of its current
// key only. The key becomes a record like ours for the time of writing, so that one writer proves all files.
import { isSetFormat, type SetFormat } from '../../../shared/domain/formats.ts';
import { createHash } from 'node:crypto';
import { CustodianError } from '../../../shared/errors.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { OwnExportArgs } from '../../../shared/domain/tenant/own-keys.ts';
import { fileLabel, tenantSlug } from '../../../shared/domain/exports/file-names.ts';
import { spkiSha256, UNTOUCHED } from '../custody/make-key.ts';
import type { FormattedFile } from '../../ports/formats.ts';
import type { OwnKey } from '../../ports/tenants.ts';
import type { Ports } from '../../ports/ports.ts';
import { connect, inOrder } from './own-keys.ts';
import { beside, queued } from '../bound.ts';
import type { Work } from '../../ports/stopping.ts';

export interface OwnKeyFile extends FormattedFile {
  format: OwnExportArgs['format'];
  kids: string[];
  /** Lower-case hex. */
  sha256: string;
}

/** The file; `recordOwnExport` is to be called when it was saved. */
export const exportOwnKeys = beside(async (ports, args: OwnExportArgs, { signal }: Work = {}): Promise<OwnKeyFile> => {
  const { format, profile } = args;
  const { tenant, own } = await connect(ports, args.tenant, signal);
  const listed = inOrder(await own.list(signal));
  const ring: KeyRing = {
    id: 'own',
    tenantId: tenant.id,
    name: 'own keys of the tenant',
    alg: 'RS256',
    bits: null,
    writtenAs: null,
    brought: false,
    createdAt: tenant.createdAt,
    retirement: null,
  };
  const records = isSetFormat(format)
    ? inSet(listed, format).map((key) => recordOf(ports, tenant, ring, key))
    : [recordOf(ports, tenant, ring, chosen(tenant, listed, args))];
  const [first] = records;
  const label = isSetFormat(format) || first === undefined ? 'tenant-keys' : `tenant-${fileLabel(first)}`;
  const writer = await ports.formats.writer();
  const file = writer.write(format, records, `${tenantSlug(tenant)}-${label}`, { profile, rings: [ring] });
  const kids = records.map(({ kid }) => kid);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  return { ...file, format, kids, sha256 };
});

export const recordOwnExport = queued(
  ({ registry }, tenant: string, { format, kids, fileName, sha256 }: Omit<OwnKeyFile, 'bytes' | 'text'>): void => {
    const details = { format, kids, fileName, sha256 };
    registry.change({ action: 'remote.key-exported', subject: tenant, details }, () => undefined);
  },
);

function chosen(tenant: Tenant, keys: readonly OwnKey[], { kid, state }: OwnExportArgs): OwnKey {
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
function recordOf({ formats }: Ports, tenant: Tenant, ring: KeyRing, key: OwnKey): SigningKey {
  const { kid, state, certificate, spki, currentSince, currentUntil, revokedAt } = key;
  const { notBefore, notAfter } = formats.certificateFacts(certificate);
  return {
    id: kid,
    ringId: ring.id,
    tenantId: tenant.id,
    kid,
    alg: ring.alg,
    state,
    jwk: formats.publicJwk(spki, certificate, ring.alg, kid),
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
