// The doctor: looks at everything, repairs what loses nothing, and names the rest. It never deletes a private half that a
// record asks for, and changes nothing at all in a keychain that is not the one with which the registry was made.
import { type DoctorReport, type Finding, finding, type Severity } from '../../../shared/doctor.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import { readKeychainAnchor, sealAudit } from '../audit-sealing.ts';
import { checkRecords, type RecordedTenant } from '../check-records.ts';
import { checkSecret } from '../check-secrets.ts';
import type { Ports } from '../ports.ts';
import { reconcile } from '../reconcile.ts';
import { wholeVerdict } from './audit.ts';
import { showNetwork, tenantRoutes } from './network.ts';

type Report = (step: number, of: number, label: string) => void;

const ORDER: readonly Severity[] = ['alarm', 'warning', 'repaired'];

export async function examine(ports: Ports, progress: Report): Promise<DoctorReport> {
  const { registry, vault } = ports;
  const keychain = await vault.condition();
  const open = keychain.condition === 'available';
  const findings: Finding[] = open ? await settle(ports) : [finding('keychain-unreachable', keychain)];
  const mayRepair = !findings.some(({ code }) => code === 'registry-older');
  const tenants = registry.read((reader): RecordedTenant[] =>
    reader.tenants().map((tenant) => ({ tenant, rings: reader.rings(tenant.id), keys: reader.keys(tenant.id) })),
  );
  findings.push(
    ...registry.damage().map((detail) => finding('registry-damaged', { detail })),
    ...checkRecords(tenants),
  );
  const secrets = open ? await checkSecrets(ports, tenants, { mayRepair, progress, findings }) : 0;
  const left = registry.read((reader) => reader.intents()).length;
  if (left > 0) {
    findings.push(finding('left-unsettled', { count: left }));
  }
  const audit = await checkAudit(ports, open);
  if (audit.brokenAt !== null) {
    findings.push(finding('audit-broken', { entry: audit.brokenAt }));
  }
  if (audit.problem !== null) {
    findings.push(finding('audit-untrusted', { problem: audit.problem }));
  }
  const { authorities, trusted } = showNetwork(ports);
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

/** What stands in the way of settling is itself a finding. */
async function settle(ports: Ports): Promise<Finding[]> {
  try {
    const removed = (await reconcile(ports)).filter((settled) => settled.removed).length;
    return removed === 0 ? [] : [finding('orphan-removed', { count: removed })];
  } catch (error) {
    if (isCustodianError(error, 'REGISTRY_OLDER')) {
      return [finding('registry-older', error.facts)];
    }
    if (isCustodianError(error, 'CLOCK_SET_BACK')) {
      return [finding('clock-set-back', error.facts)];
    }
    if (isVaultError(error)) {
      return [];
    }
    throw error;
  }
}

/** Answers how many private halves are sound. Stops when the keychain closes meanwhile. */
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
  } catch (error) {
    if (!isVaultError(error)) {
      throw error;
    }
    findings.push(finding('keychain-unreachable', await ports.vault.condition()));
  }
  return sound;
}

/** Signs first, so that what the doctor did himself is covered too; refused where something speaks against the chain. */
async function checkAudit(ports: Ports, open: boolean): Promise<DoctorReport['audit']> {
  const keychain = open
    ? await sealAudit(ports, { closing: true })
        .then(() => readKeychainAnchor(ports))
        .catch(() => null)
    : null;
  return ports.registry.read((reader) => wholeVerdict(reader, keychain));
}

const isVaultError = (error: unknown): boolean => isCustodianError(error) && error.code.startsWith('VAULT_');

function count<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
