// The watch over what is published. A look changes nothing at the tenant; what it found is kept until the next look or
// push, and a change of the findings leaves an audit entry.
import type { ActArgs } from '../../../shared/contract.ts';
import type { DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import type { WireError } from '../../../shared/errors.ts';
import { lastLook } from './latest-drift.ts';
import { findTenant, tenantInUse } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import { refuseIfCancelled, unlessCancelled } from '../../ports/stopping.ts';
import { confirmIfThere } from './confirm-pending.ts';
import { clockDifference, clockProblem } from '../doctor/trusted-time.ts';
import { recordSeen } from './observe.ts';
import { isWatched, judgeSets, fewAtOnce, tried, unlooked, watchedTenants } from './judge-sets.ts';
import { lookOutside, type Places } from './outside.ts';
import { arranged, type Room } from '../bound.ts';
import type { Work } from '../../ports/stopping.ts';

/** `seenAt`: where sets are public, by the tenant's id. */
type Looking = Work & { seenAt: Map<string, Places> };

async function checkNow(
  ports: Ports,
  args: ActArgs<'publish.drift'>,
  { signal, seenAt }: Looking,
): Promise<DriftReport> {
  const { registry, tenants, verifier, clock } = ports;
  const tenant = registry.read((reader) => tenantInUse(reader, args.tenant));
  const report = unlooked(tenant, clock.now().toISOString());
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
  seenAt.set(tenant.id, places);
  const remote = await tried(() => endpoint.read(signal));
  refuseIfCancelled(signal);
  if (remote.value !== null) {
    confirmIfThere(ports, tenant, remote.value);
  }
  const seen = await tried(() => lookOutside(verifier, places, signal));
  refuseIfCancelled(signal);
  const clockIs = clockDifference(ports);
  if (seen.value !== null && clockProblem(ports) === null) {
    recordSeen(ports, tenant, seen.value, jwksUrl);
  }
  const { last, findings, keptForeign } = judgeSets(registry, tenant, { remote: remote.value, seen: seen.value });
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

const sameFindings = (before: DriftReport | null, now: DriftReport): boolean =>
  JSON.stringify(before?.findings ?? []) === JSON.stringify(now.findings);

const isGone = (error: WireError | null): boolean =>
  error?.code === 'REMOTE_REFUSED' && (error.facts.status === 404 || error.facts.status === 410);

/** A look in the middle of a push would see drift that is none: what looks like drift is looked at again in turn. */
const look =
  ({ beside, queued, places }: Room) =>
  async (args: ActArgs<'publish.drift'>, { signal }: Work = {}): Promise<DriftReport> => {
    const looking = { signal, seenAt: places };
    const report = await beside((ports) => checkNow(ports, args, looking));
    return queued(
      async (ports) => recordDrift(ports, report.state === 'drifted' ? await checkNow(ports, args, looking) : report),
      signal,
    );
  };

export const lookForDrift = arranged('publish.drift', look);

export const lookOverFleet = arranged('fleet.drift', (room) => (args, work: Work = {}) => {
  const { signal } = work;
  const tenants = room.looking.registry.read((reader) => watchedTenants(reader, args));
  return fewAtOnce(tenants, ({ name: tenant }) => look(room)({ tenant }, { signal }), work);
});
