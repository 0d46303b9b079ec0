// Making keys: the store makes the private key and keeps it, and what is public about it becomes the record.
import { createHash } from 'node:crypto';
import { writtenIn } from '../../../shared/domain/algorithms.ts';
import { CERTIFICATE_DAYS } from '../../../shared/domain/limits.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Provenance, SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { CertificateProfile, KeptKey } from '../../ports/key-store.ts';
import type { Ports } from '../../ports/ports.ts';
import { asCurrent } from '../../../shared/domain/key-ring/life-cycle.ts';
import { secretName } from '../../ports/secret-name.ts';
import { type ClearNotes, underNotes } from './custody.ts';

/** For whom a key is made. */
interface Owner {
  tenant: Tenant;
  ring: KeyRing;
  /** `false` binds the private key to this keychain for ever. */
  exportable?: boolean | undefined;
}

/** New keys as they are to be recorded; their private keys are kept already, under notes that `clearNotes` takes away. */
export interface NewKeys {
  records: readonly SigningKey[];
  clearNotes: ClearNotes;
}

/** So many fresh keys. When one of them cannot be made, or the work fails, none stays behind. */
export function withNewKeys<T>(
  ports: Ports,
  owner: Owner,
  count: number,
  work: (made: NewKeys) => Promise<T> | T,
): Promise<T> {
  const ids = Array.from({ length: count }, () => ports.random.uuid());
  return underNotes(ports, ids.map(secretName), async (clearNotes) => {
    const settled = await Promise.allSettled(ids.map((id) => makeKey(ports, owner, id)));
    return work({ records: settled.map(valueOf), clearNotes });
  });
}

/** One, whoever brings the keys of the ring. */
export const withFreshKey = <T>(
  ports: Ports,
  owner: Owner,
  work: (fresh: SigningKey, made: NewKeys) => T,
): Promise<T> => withNewKeys(ports, owner, 1, (made) => work(firstOf(made), made));

/** The first two keys of a ring, current and next; none where keys are brought in from files. */
export const withFirstKeys = <T>(ports: Ports, owner: Owner, work: (made: NewKeys) => T): Promise<T> =>
  withNewKeys(ports, owner, owner.ring.brought ? 0 : 2, ({ records: [first, ...others], clearNotes }) =>
    work({
      records: first === undefined ? [] : [asCurrent(first, ports.clock.now().toISOString()), ...others],
      clearNotes,
    }),
  );

/** The key that takes the place of next. Where keys are brought in from files none is made unasked. */
export const withFreshNext = <T>(
  ports: Ports,
  owner: Owner,
  work: (fresh: SigningKey | null, made: NewKeys) => T,
): Promise<T> => withNewKeys(ports, owner, owner.ring.brought ? 0 : 1, (made) => work(made.records[0] ?? null, made));

export function firstOf({ records: [first] }: NewKeys): SigningKey {
  if (first === undefined) {
    throw new CustodianError('INTERNAL', { reference: 'no key was made' });
  }
  return first;
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') {
    throw settled.reason;
  }
  return settled.value;
}

async function makeKey(ports: Ports, { tenant, ring, exportable = true }: Owner, id: string): Promise<SigningKey> {
  const { alg, bits } = ring;
  const kept = await ports.keys.create(secretName(id), { alg, bits, profile: profileFor(ports, tenant) });
  return recordKey(ports, { tenant, ring }, kept, { id, kid: kept.thumbprint, provenance: GENERATED, exportable });
}

/** Of the certificate that is made with a key. */
export const profileFor = ({ clock }: Pick<Ports, 'clock'>, { domain }: Tenant): CertificateProfile => ({
  commonName: domain,
  notBefore: clock.now(),
  days: CERTIFICATE_DAYS,
});

const GENERATED: Provenance = { kind: 'generated', source: null };

/** A record in state `next`; the ring rules move it to where it belongs. */
export function recordKey(
  { formats, clock }: Pick<Ports, 'formats' | 'clock'>,
  { tenant, ring }: Owner,
  { spki, certificate, chain = [] }: Pick<KeptKey, 'spki' | 'certificate'> & { chain?: readonly Uint8Array[] },
  facts: Pick<SigningKey, 'id' | 'kid' | 'provenance' | 'exportable'>,
): SigningKey {
  if (certificate === null) {
    throw new CustodianError('INTERNAL', { reference: 'a key without a certificate' });
  }
  return {
    ...facts,
    ringId: ring.id,
    tenantId: tenant.id,
    alg: ring.alg,
    state: 'next',
    jwk: formats.publicJwk(spki, certificate, writtenIn(ring), facts.kid, chain),
    certificate: Buffer.from(certificate).toString('base64'),
    certificateEndsAt: formats.certificateFacts(certificate).notAfter,
    spkiSha256: spkiSha256(spki),
    createdAt: clock.now().toISOString(),
    ...UNTOUCHED,
  };
}

/** A key to which nothing has happened yet. */
export const UNTOUCHED = {
  certificateSince: null,
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
