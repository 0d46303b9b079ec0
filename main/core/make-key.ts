// From key material to the record of a key: certificate, public JWK, kid. The private half is not in the record.
import { createHash } from 'node:crypto';
import { CERTIFICATE_DAYS } from '../../shared/limits.ts';
import type { KeyRing } from '../../shared/model/ring.ts';
import type { Provenance, SigningKey } from '../../shared/model/key.ts';
import type { Tenant } from '../../shared/model/tenant.ts';
import type { KeyMaterial } from './ports/key-material.ts';
import type { Ports } from './ports.ts';

export interface NewKey {
  record: SigningKey;
  pkcs8: Uint8Array;
}

interface NewKeyFacts {
  provenance: Provenance;
  kid: string;
  /** The DER certificate that came with the key. */
  kept?: Uint8Array | null;
  exportable: boolean;
}

const GENERATED: Provenance = { kind: 'generated', source: null };

/** `exportable: false` binds the private half to this keychain for ever. */
export async function generateKey(ports: Ports, tenant: Tenant, ring: KeyRing, exportable = true): Promise<NewKey> {
  const material = await ports.workshop.generate(ring.alg, ring.bits);
  return recordKey(ports, tenant, ring, material, { provenance: GENERATED, kid: material.thumbprint, exportable });
}

/** A record in state `next`; the ring rules move it to where it belongs. A certificate that came with the key is kept. */
export async function recordKey(
  { workshop, formats, random, clock }: Ports,
  tenant: Tenant,
  ring: KeyRing,
  material: KeyMaterial,
  { provenance, kid, kept = null, exportable }: NewKeyFacts,
): Promise<NewKey> {
  const now = clock.now();
  const profile = { commonName: tenant.domain, notBefore: now, days: CERTIFICATE_DAYS };
  const certificate = kept ?? (await workshop.certify(material, ring.alg, profile));
  const record: SigningKey = {
    id: random.uuid(),
    ringId: ring.id,
    tenantId: tenant.id,
    kid,
    alg: ring.alg,
    state: 'next',
    jwk: workshop.publicJwk(material.spki, certificate, ring.alg, kid),
    certificate: Buffer.from(certificate).toString('base64'),
    certificateEndsAt: formats.certificateFacts(certificate).notAfter,
    spkiSha256: spkiSha256(material.spki),
    provenance,
    exportable,
    createdAt: now.toISOString(),
    ...UNTOUCHED,
  };
  return { record, pkcs8: material.pkcs8 };
}

/** A key to which nothing has happened yet. */
export const UNTOUCHED = {
  announcedAt: null,
  publishedAt: null,
  currentAt: null,
  previousAt: null,
  revokedAt: null,
  revocation: null,
  takenDownAt: null,
  destroyAt: null,
  destroyedAt: null,
  uses: 0,
  lastUsedAt: null,
} as const satisfies Partial<SigningKey>;

export const spkiSha256 = (spki: Uint8Array): string => createHash('sha256').update(spki).digest('hex');
