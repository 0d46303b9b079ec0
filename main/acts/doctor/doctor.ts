// The doctor: looks at everything, repairs what loses nothing, and names the rest. It never deletes a private key that a
// record asks for, and changes nothing at all in a keychain that is not the one with which the registry was made.
import { type DoctorReport, type Finding, finding, type Severity } from '../../../shared/domain/doctor/report.ts';
import { leftAfterRevocation } from '../../../shared/domain/exports/hand-over.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import { readKeychainAnchor, sealAudit } from '../audit/sealing.ts';
import { checkRecords, type RecordedTenant } from '../../../shared/domain/doctor/check-records.ts';
import { groupBy } from '../group-by.ts';
import { checkSecret } from '../custody/check-secrets.ts';
import { damagedSecrets } from '../custody/damaged.ts';
import type { Ports } from '../../ports/ports.ts';
import { reconcile } from '../custody/reconcile.ts';
import type { StateGate } from '../audit/state-gate.ts';
import { wholeVerdict } from '../audit/audit.ts';
import { networkView, tenantRoutes } from '../network/network.ts';
import { piece } from '../bound.ts';
import type { ReportProgress } from '../../ports/stopping.ts';

type Report = (step: number, of: number, label: string) => void;

const ORDER: readonly Severity[] = ['alarm', 'warning', 'repaired'];

/** `acting` is used only when nothing speaks against the registry. */
async function examination(looking: Ports, acting: Ports, gate: StateGate, progress: Report): Promise<DoctorReport> {
  const { registry } = looking;
  const keychain = await looking.keys.condition();
  const open = keychain.condition === 'available';
  const findings: Finding[] = open ? await findingsNow(looking, gate) : [finding('keychain-unreachable', keychain)];
  const mayRepair = open && findings.length === 0;
  if (mayRepair) {
    // Seals a registry of before. What stands in the way of that shows at the next act.
    await gate.pass().catch(() => undefined);
  }
  const ports = mayRepair ? acting : looking;
  if (mayRepair) {
    findings.push(...(await settle(acting)));
  }
  const tenants = registry.read((reader): RecordedTenant[] =>
    reader.tenants().map((tenant) => ({ tenant, rings: reader.rings(tenant.id), keys: reader.keys(tenant.id) })),
  );
  findings.push(
    ...registry.damage().map((detail) => finding('registry-damaged', { detail })),
    ...checkRecords(tenants),
    ...copiesLeft(ports, tenants),
  );
  const secrets = open ? await checkSecrets(ports, tenants, { mayRepair, progress, findings }) : 0;
  const left = registry.read((reader) => reader.intents()).length;
  if (left > 0) {
    findings.push(finding('left-unsettled', { count: left }));
  }
  const audit = await checkAudit(ports, { open, mayRepair });
  if (audit.brokenAt !== null) {
    findings.push(finding('audit-broken', { entry: audit.brokenAt }));
  }
  if (audit.problem !== null) {
    findings.push(finding('audit-untrusted', { problem: audit.problem }));
  }
  const { authorities, trusted } = await networkView(ports);
  return {
    keychain,
    checked: {
      tenants: tenants.length,
      rings: count(tenants, ({ rings }) => rings.length),
      keys: count(tenants, ({ keys }) => keys.length),
      secrets,
    },
    audit,
    network: { authorities, trusted, routes: await tenantRoutes(ports) },
    findings: findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity)),
  };
}

/** One for each revoked key of which others may have a copy. */
function copiesLeft({ registry }: Pick<Ports, 'registry'>, tenants: readonly RecordedTenant[]): Finding[] {
  return tenants.flatMap(({ tenant, keys }) => {
    const left = registry.read((reader) => leftAfterRevocation(reader.handOvers(tenant.id), keys));
    return [...groupBy(left, ({ kid }) => kid)].map(([kid, copies]) =>
      finding('copies-left', {
        tenant: tenant.name,
        kid,
        copies: copies.length,
        to: [...new Set(copies.map(({ to }) => to))].join(', '),
      }),
    );
  });
}

/** So many differences are told; one of them alone is reason enough to act. */
const MOST_DIFFERENCES = 50;

/** Empty when the registry is the one that was sealed last. A keychain that closed meanwhile has nothing to say. */
export async function findingsNow(
  { registry }: Pick<Ports, 'registry'>,
  gate: Pick<StateGate, 'problem'>,
): Promise<Finding[]> {
  const problem = await gate.problem(true).catch((error: unknown) => {
    if (isVaultError(error)) {
      return null;
    }
    throw error;
  });
  if (problem === null) {
    return [];
  }
  if (isCustodianError(problem, 'REGISTRY_OLDER')) {
    return [finding('registry-older', problem.facts)];
  }
  const differences = [...registry.state.differences()];
  const told = differences.slice(0, MOST_DIFFERENCES).map((difference) => finding('changed-outside', difference));
  return told.length > 0 || !isCustodianError(problem, 'REGISTRY_ALTERED')
    ? told
    : [finding('changed-outside', { part: problem.facts.what, tenant: null, table: null, row: null, how: 'changed' })];
}

/** What stands in the way of settling is itself a finding. */
async function settle(ports: Ports): Promise<Finding[]> {
  try {
    const removed = (await reconcile(ports)).filter((settled) => settled.removed).length;
    return removed === 0 ? [] : [finding('orphan-removed', { count: removed })];
  } catch (error) {
    if (isCustodianError(error, 'CLOCK_SET_BACK')) {
      return [finding('clock-set-back', error.facts)];
    }
    if (isVaultError(error)) {
      return [];
    }
    throw error;
  }
}

/** Answers how many private keys are sound. Stops when the keychain closes meanwhile. */
async function checkSecrets(
  ports: Ports,
  tenants: readonly RecordedTenant[],
  { mayRepair, progress, findings }: { mayRepair: boolean; progress: Report; findings: Finding[] },
): Promise<number> {
  const all = tenants.flatMap(({ tenant, keys }) => keys.map((key) => ({ tenant, key })));
  let sound = 0;
  try {
    for (const [index, { tenant, key }] of all.entries()) {
      progress(index + 1, all.length, `${tenant.name} ${key.kid}`);
      const verdict = await checkSecret(ports, tenant, key, mayRepair);
      findings.push(...verdict.findings);
      sound += verdict.sound ? 1 : 0;
    }
    findings.push(...(await damagedSecrets(ports)));
  } catch (error) {
    if (!isVaultError(error)) {
      throw error;
    }
    findings.push(finding('keychain-unreachable', await ports.keys.condition()));
  }
  return sound;
}

/** Signs first, so that what the doctor did himself is covered too; refused where something speaks against the chain. */
async function checkAudit(
  ports: Ports,
  { open, mayRepair }: { open: boolean; mayRepair: boolean },
): Promise<DoctorReport['audit']> {
  if (mayRepair) {
    await sealAudit(ports).catch(() => undefined);
  }
  const keychain = open ? await readKeychainAnchor(ports).catch(() => null) : null;
  return ports.registry.read((reader) => wholeVerdict(reader, keychain));
}

const isVaultError = (error: unknown): boolean => isCustodianError(error) && error.code.startsWith('VAULT_');

function count<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/** Checks everything and repairs what loses nothing. */
export const examine = piece(
  ({ looking, acting, gate, alone }) =>
    (progress: ReportProgress) =>
      alone(() => examination(looking, acting, gate, progress)),
);
