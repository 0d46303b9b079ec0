// What a look at the published set of a tenant says, whoever looked: with the tenant's own interface, or from outside alone.
import { mayUse } from '../../../shared/domain/key-ring/may.ts';
import { hasOwnKeys } from '../../../shared/domain/endpoints.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { DriftFinding, DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Publication, RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { CustodianError, toWireError, type WireError } from '../../../shared/errors.ts';
import { isUnannounced } from '../../../shared/domain/timing/clocks.ts';
import { driftOf } from '../../../shared/domain/published-set/drift.ts';
import { wantedKeys } from '../../../shared/domain/published-set/preview.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import type { Work } from '../../ports/stopping.ts';
import type { Outside } from './outside.ts';

interface Judged {
  last: Publication | null;
  findings: DriftFinding[];
  keptForeign: DriftReport['keptForeign'];
}

/** `null`: that could not be read. */
export const judgeSets = (
  { read }: Pick<Ports['registry'], 'read'>,
  tenant: Tenant,
  { remote, seen }: { remote: readonly RemoteKey[] | null; seen: Outside | null },
): Judged =>
  read((reader) => {
    const last = reader.lastPublication(tenant.id);
    const keys = reader.keys(tenant.id);
    const kept = reader.keptForeign(tenant.id);
    const findings = driftOf({
      last,
      remote,
      publicKids: seen?.anywhere ?? null,
      everywhere: seen?.kids ?? null,
      outside: seen,
      keys,
      kept,
      signing: signingKeys(tenant, reader.rings(tenant.id), keys),
      alone: !hasOwnKeys(tenant.endpoint),
    });
    return { last, findings, keptForeign: kept };
  });

/** Before anything was looked at. */
export const unlooked = ({ name: tenant }: Tenant, at: Instant): DriftReport => ({
  tenant,
  at,
  state: 'never-published',
  findings: [],
  keptForeign: [],
  unreadable: null,
  unseen: null,
  jwksUrl: null,
});

/** Something of the tenant is known outside: pushed from here, or seen there. */
export function isWatched(reader: RegistryReader, { id }: Tenant): boolean {
  return reader.lastPublication(id) !== null || !isUnannounced(reader.keys(id));
}

/** The current keys that verifiers may meet. A ring that nobody ever heard of, and that signed nothing, owes nothing yet. */
function signingKeys({ endpoint }: Tenant, rings: readonly KeyRing[], keys: readonly SigningKey[]): SigningKey[] {
  return wantedKeys(endpoint, rings, keys).filter(
    ({ state, uses, ringId }) =>
      state === 'current' && (uses > 0 || !isUnannounced(keys.filter((key) => key.ringId === ringId))),
  );
}

/** The tenants of which something is known outside, in the order of their names. */
export function watchedTenants(reader: RegistryReader, { environment }: ActArgs<'fleet.drift'>): Tenant[] {
  return reader
    .tenants()
    .filter((tenant) => mayUse(tenant) === null)
    .filter((tenant) => environment === undefined || tenant.environment === environment)
    .filter((tenant) => isWatched(reader, tenant));
}

/** A fleet is never a burst of requests, and a few tenants that do not answer hold up nobody. */
const AT_ONCE = 4;

/** In the order of the tenants. Ends, whatever becomes of a look, when none is under way any more. */
export async function fewAtOnce<T extends { name: string }>(
  tenants: readonly T[],
  look: (tenant: T) => Promise<DriftReport>,
  { progress, signal }: Work,
): Promise<DriftReport[]> {
  const waiting = [...tenants.entries()];
  const reports: DriftReport[] = [];
  async function lookAtOthers(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (signal?.aborted === true) {
        throw new CustodianError('CANCELLED', { action: { code: 'looking-for-drift' } });
      }
      const [index, tenant] = next;
      progress?.(index + 1, tenants.length, tenant.name);
      reports[index] = await look(tenant).catch((error: unknown) => {
        // Nobody begins another one.
        waiting.length = 0;
        throw error;
      });
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, lookAtOthers));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    throw failed.reason;
  }
  return reports;
}

type Tried<T> = { value: T; error: null } | { value: null; error: WireError };

export async function tried<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await work(), error: null };
  } catch (error) {
    return { value: null, error: toWireError(error) };
  }
}
