// The watch over what is published. A look changes nothing at the tenant; what it found is kept until the next look or
// push, and a change of the findings leaves an audit entry.
import { hasOwnKeys } from '../../../shared/domain/endpoints.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import type { DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { CustodianError, toWireError, type WireError } from '../../../shared/errors.ts';
import { isUnannounced } from '../../../shared/domain/timing/clocks.ts';
import { driftOf } from '../../../shared/domain/published-set/drift.ts';
import { lastLook } from './latest-drift.ts';
import { findTenant, tenantInUse } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { wantedKeys } from '../../../shared/domain/published-set/preview.ts';
import { refuseIfCancelled, unlessCancelled } from '../../ports/stopping.ts';
import { confirmIfThere } from './confirm-pending.ts';
import { clockDifference } from '../doctor/trusted-time.ts';
import { recordSeen } from './observe.ts';
import { lookOutside } from './outside.ts';
import { arranged, type Room } from '../bound.ts';
import type { Work } from '../../ports/stopping.ts';

async function checkNow(ports: Ports, args: ActArgs<'publish.drift'>, { signal }: Work = {}): Promise<DriftReport> {
  const { registry, tenants, verifier, clock } = ports;
  const tenant = registry.read((reader) => tenantInUse(reader, args.tenant));
  const report: DriftReport = {
    tenant: tenant.name,
    at: clock.now().toISOString(),
    state: 'never-published',
    findings: [],
    keptForeign: [],
    unreadable: null,
    unseen: null,
    jwksUrl: null,
  };
  if (!registry.read((reader) => isWatched(reader, tenant))) {
    return report;
  }
  const connection = await tried(() => unlessCancelled(signal, () => tenants.connect(tenant)));
  refuseIfCancelled(signal);
  if (connection.value === null) {
    return { ...report, state: 'unknown', unreadable: connection.error, unseen: connection.error };
  }
  const { endpoint, jwksUrl } = connection.value;
  const places = connection.value;
  const remote = await tried(() => endpoint.read(signal));
  refuseIfCancelled(signal);
  if (remote.value !== null) {
    confirmIfThere(ports, tenant, remote.value);
  }
  const seen = await tried(() => lookOutside(verifier, places, signal));
  refuseIfCancelled(signal);
  const clockIs = clockDifference(ports);
  if (seen.value !== null && clockIs === null) {
    recordSeen(ports, tenant, seen.value, jwksUrl);
  }
  const { last, findings, keptForeign } = registry.read((reader) => {
    const pushed = reader.lastPublication(tenant.id);
    const keys = reader.keys(tenant.id);
    const kept = reader.keptForeign(tenant.id);
    const found = driftOf({
      last: pushed,
      remote: remote.value,
      publicKids: seen.value?.anywhere ?? null,
      everywhere: seen.value?.kids ?? null,
      outside: seen.value,
      keys,
      kept,
      signing: signingKeys(tenant, reader.rings(tenant.id), keys),
      alone: !hasOwnKeys(tenant.endpoint),
    });
    return { last: pushed, findings: found, keptForeign: kept };
  });
  // A set that was cleared may answer that it is gone: then nothing is public, and nothing is hidden from us.
  const cleared = remote.value?.length === 0 && isGone(seen.error);
  const whole = remote.value !== null && (seen.value !== null || cleared);
  return {
    ...report,
    state: findings.length > 0 ? 'drifted' : last === null ? 'never-published' : whole ? 'in-step' : 'unknown',
    findings,
    keptForeign,
    unreadable: remote.error,
    unseen: cleared ? null : seen.error,
    jwksUrl,
    ...(clockIs !== null && { clock: clockIs }),
  };
}

/** Something of the tenant is known outside: pushed from here, or seen there. */
function isWatched(reader: RegistryReader, { id }: Tenant): boolean {
  return reader.lastPublication(id) !== null || !isUnannounced(reader.keys(id));
}

/** The current keys that verifiers may meet. A ring that nobody ever heard of, and that signed nothing, owes nothing yet. */
function signingKeys({ endpoint }: Tenant, rings: readonly KeyRing[], keys: readonly SigningKey[]): SigningKey[] {
  return wantedKeys(endpoint, rings, keys).filter(
    ({ state, uses, ringId }) =>
      state === 'current' && (uses > 0 || !isUnannounced(keys.filter((key) => key.ringId === ringId))),
  );
}

/** Keeps the report as the tenant's latest. A set that could not be read leaves what was known of it before. */
function recordDrift({ registry }: Pick<Ports, 'registry'>, report: DriftReport): DriftReport {
  const { tenant, before } = registry.read((reader) => {
    const found = findTenant(reader, report.tenant);
    return { tenant: found, before: lastLook(reader, found) };
  });
  // Under a clock that is wrong by more than a minute nothing is dated.
  if (report.state === 'never-published' || report.clock !== undefined) {
    return report;
  }
  const kept = report.state === 'unknown' ? { ...report, findings: before?.findings ?? [] } : report;
  if (report.state === 'unknown' || sameFindings(before, report)) {
    registry.noteDrift(tenant.id, kept);
  } else {
    registry.change(
      { action: 'drift.seen', subject: tenant.name, details: { state: kept.state, findings: kept.findings } },
      (writer) => writer.setDrift(tenant.id, kept),
    );
  }
  return kept;
}

/** The tenants of which something is known outside, in the order of their names. */
function watchedTenants({ registry }: Ports, { environment }: ActArgs<'fleet.drift'>): string[] {
  return registry.read((reader) =>
    reader
      .tenants()
      .filter(({ archive }) => archive === null)
      .filter((tenant) => environment === undefined || tenant.environment === environment)
      .filter((tenant) => isWatched(reader, tenant))
      .map(({ name }) => name),
  );
}

/** One after the other, so that a fleet is never a burst of requests. */
async function lookOverAll(
  tenants: readonly string[],
  look: (tenant: string) => Promise<DriftReport>,
  { progress, signal }: Work,
): Promise<DriftReport[]> {
  const reports: DriftReport[] = [];
  for (const [index, tenant] of tenants.entries()) {
    if (signal?.aborted === true) {
      throw new CustodianError('CANCELLED', { action: { code: 'looking-for-drift' } });
    }
    progress?.(index + 1, tenants.length, tenant);
    reports.push(await look(tenant));
  }
  return reports;
}

const sameFindings = (before: DriftReport | null, now: DriftReport): boolean =>
  JSON.stringify(before?.findings ?? []) === JSON.stringify(now.findings);

type Tried<T> = { value: T; error: null } | { value: null; error: WireError };

const isGone = (error: WireError | null): boolean =>
  error?.code === 'REMOTE_REFUSED' && (error.facts.status === 404 || error.facts.status === 410);

async function tried<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await work(), error: null };
  } catch (error) {
    return { value: null, error: toWireError(error) };
  }
}

/** A look in the middle of a push would see drift that is none: what looks like drift is looked at again in turn. */
const look =
  ({ beside, queued }: Room) =>
  async (args: ActArgs<'publish.drift'>, { signal }: Work = {}): Promise<DriftReport> => {
    const report = await beside((ports) => checkNow(ports, args, { signal }));
    return queued(
      async (ports) =>
        recordDrift(ports, report.state === 'drifted' ? await checkNow(ports, args, { signal }) : report),
      signal,
    );
  };

export const lookForDrift = arranged('publish.drift', look);

export const lookOverFleet = arranged('fleet.drift', (room) => (args, work: Work = {}) => {
  const { signal } = work;
  return lookOverAll(watchedTenants(room.looking, args), (tenant) => look(room)({ tenant }, { signal }), work);
});
