// The watch over what is published. A look changes nothing at the tenant; what it found is kept until the next look or
// push, and a change of the findings leaves an audit entry.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { DriftReport } from '../../../shared/drift.ts';
import { CustodianError, toWireError, type WireError } from '../../../shared/errors.ts';
import { driftOf, latestDrift } from '../drift.ts';
import { findTenant } from '../find.ts';
import type { Ports } from '../ports.ts';
import { refuseIfCancelled, unlessCancelled } from '../stopping.ts';
import { confirmIfThere } from './confirm-pending.ts';
import { recordSeen } from './observe.ts';

export async function lookForDrift(
  ports: Ports,
  args: ParsedArgsOf<'publish.drift'>,
  signal?: AbortSignal,
): Promise<DriftReport> {
  const { registry, tenants, verifier, clock } = ports;
  const tenant = registry.read((reader) => findTenant(reader, args.tenant));
  const report: DriftReport = {
    tenant: tenant.name,
    at: clock.now().toISOString(),
    state: 'never-published',
    findings: [],
    unreadable: null,
    unseen: null,
    jwksUrl: null,
  };
  if (registry.read((reader) => reader.lastPublication(tenant.id)) === null) {
    return report;
  }
  const connection = await tried(() => unlessCancelled(signal, () => tenants.connect(tenant)));
  refuseIfCancelled(signal);
  if (connection.value === null) {
    return { ...report, state: 'unknown', unreadable: connection.error, unseen: connection.error };
  }
  const { endpoint, jwksUrl } = connection.value;
  const remote = await tried(() => endpoint.read(signal));
  refuseIfCancelled(signal);
  if (remote.value !== null) {
    confirmIfThere(ports, tenant, remote.value);
  }
  const seen = await tried(() => verifier.listed(jwksUrl, signal));
  refuseIfCancelled(signal);
  if (seen.value !== null) {
    recordSeen(ports, tenant, seen.value, jwksUrl);
  }
  const findings = registry.read((reader) => {
    const last = reader.lastPublication(tenant.id);
    const keys = reader.keys(tenant.id);
    const alone = tenant.endpoint === 'jwks';
    return last === null
      ? []
      : driftOf({
          last,
          remote: remote.value,
          publicKids: seen.value?.kids ?? null,
          outside: seen.value,
          keys,
          alone,
        });
  });
  const whole = remote.value !== null && seen.value !== null;
  return {
    ...report,
    state: findings.length > 0 ? 'drifted' : whole ? 'in-step' : 'unknown',
    findings,
    unreadable: remote.error,
    unseen: seen.error,
    jwksUrl,
  };
}

/** Keeps the report as the tenant's latest. A set that could not be read leaves what was known of it before. */
export function recordDrift({ registry }: Pick<Ports, 'registry'>, report: DriftReport): DriftReport {
  const { tenant, before } = registry.read((reader) => {
    const found = findTenant(reader, report.tenant);
    return { tenant: found, before: latestDrift(reader, found) };
  });
  if (report.state === 'never-published') {
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

/** The tenants that have something published, in the order of their names. */
export function watchedTenants({ registry }: Ports, { environment }: ParsedArgsOf<'fleet.drift'>): string[] {
  return registry.read((reader) =>
    reader
      .tenants()
      .filter((tenant) => environment === undefined || tenant.environment === environment)
      .filter((tenant) => reader.lastPublication(tenant.id) !== null)
      .map(({ name }) => name),
  );
}

/** One after the other, so that a fleet is never a burst of requests. */
export async function lookOverFleet(
  tenants: readonly string[],
  look: (tenant: string) => Promise<DriftReport>,
  report: (step: number, of: number, label: string) => void,
  signal?: AbortSignal,
): Promise<DriftReport[]> {
  const reports: DriftReport[] = [];
  for (const [index, tenant] of tenants.entries()) {
    if (signal?.aborted === true) {
      throw new CustodianError('CANCELLED', { action: 'looking for drift' });
    }
    report(index + 1, tenants.length, tenant);
    reports.push(await look(tenant));
  }
  return reports;
}

const sameFindings = (before: DriftReport | null, now: DriftReport): boolean =>
  JSON.stringify(before?.findings ?? []) === JSON.stringify(now.findings);

type Tried<T> = { value: T; error: null } | { value: null; error: WireError };

async function tried<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await work(), error: null };
  } catch (error) {
    return { value: null, error: toWireError(error) };
  }
}
