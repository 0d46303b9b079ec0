// From key material to the record of a key: certificate, public JWK, kid. The private half is not in the record.
import { createHash } from 'node:crypto';
import { CERTIFICATE_DAYS } from '../../../shared/domain/limits.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Provenance, SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { KeyMaterial } from '../../ports/key-material.ts';
import type { Ports } from '../../ports/ports.ts';
import { asCurrent } from '../../../shared/domain/key-ring/life-cycle.ts';
import { keeping, Secret } from './secret.ts';

export interface NewKey {
  record: SigningKey;
  /** The private half. */
  secret: Secret;
}

interface NewKeyFacts {
  provenance: Provenance;
  kid: string;
  /** The DER certificate that came with the key. */
  kept?: Uint8Array | null;
  exportable: boolean;
}

const GENERATED: Provenance = { kind: 'generated', source: null };

interface Owner {
  tenant: Tenant;
  ring: KeyRing;
  /** `false` binds the private half to this keychain for ever. */
  exportable?: boolean | undefined;
}

/** A fresh key for the time of `work`; its private half is overwritten at the end, well or badly. */
export async function withNewKey<T>(ports: Ports, owner: Owner, work: (key: NewKey) => Promise<T>): Promise<T> {
  const key = await generateKey(ports, owner);
  return keeping([key.secret], () => work(key));
}

/** Several at once. When one of them cannot be made, the others do not stay behind. */
export async function withNewKeys<T>(
  ports: Ports,
  owner: Owner,
  count: number,
  work: (keys: NewKey[]) => Promise<T>,
): Promise<T> {
  const settled = await Promise.allSettled(Array.from({ length: count }, () => generateKey(ports, owner)));
  const made = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value.secret : []));
  return keeping(made, () => work(settled.map(valueOf)));
}

/** The first two keys of a ring, current and next; none where keys are brought in from files. */
export const withFirstKeys = <T>(ports: Ports, owner: Owner, work: (keys: NewKey[]) => Promise<T>): Promise<T> =>
  withNewKeys(ports, owner, owner.ring.brought ? 0 : 2, ([first, next]) =>
    work(first === undefined || next === undefined ? [] : [signing(first, ports), next]),
  );

const signing = ({ record, secret }: NewKey, { clock }: Ports): NewKey => ({
  record: asCurrent(record, clock.now().toISOString()),
  secret,
});

/** The key that takes the place of next. Where keys are brought in from files none is made unasked. */
export const withFreshNext = <T>(ports: Ports, owner: Owner, work: (fresh: NewKey | null) => Promise<T>): Promise<T> =>
  withNewKeys(ports, owner, owner.ring.brought ? 0 : 1, ([fresh]) => work(fresh ?? null));

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') {
    throw settled.reason;
  }
  return settled.value;
}

async function generateKey(ports: Ports, { tenant, ring, exportable = true }: Owner): Promise<NewKey> {
  const material = await ports.workshop.generate(ring.alg, ring.bits);
  const secret = new Secret(material.pkcs8);
  try {
    const facts = { provenance: GENERATED, kid: material.thumbprint, exportable };
    return { record: await recordKey(ports, tenant, ring, material, facts), secret };
  } catch (error) {
    secret.dispose();
    throw error;
  }
}

/** A record in state `next`; the ring rules move it to where it belongs. A certificate that came with the key is kept. */
export async function recordKey(
  { workshop, formats, random, clock }: Ports,
  tenant: Tenant,
  ring: KeyRing,
  material: KeyMaterial,
  { provenance, kid, kept = null, exportable }: NewKeyFacts,
): Promise<SigningKey> {
  const now = clock.now();
  const profile = { commonName: tenant.domain, notBefore: now, days: CERTIFICATE_DAYS };
  const certificate = kept ?? (await workshop.certify(material, ring.alg, profile));
  return {
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
}

/** A key to which nothing has happened yet. */
export const UNTOUCHED = {
  announcedAt: null,
  publishedAt: null,
  currentAt: null,
  previousAt: null,
  revokedAt: null,
  revocation: null,
  replacedAt: null,
  takenDownAt: null,
  destroyAt: null,
  destroyedAt: null,
  uses: 0,
  lastUsedAt: null,
} as const satisfies Partial<SigningKey>;

export const spkiSha256 = (spki: Uint8Array): string => createHash('sha256').update(spki).digest('hex');
