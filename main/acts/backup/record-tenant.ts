// The records of one tenant from a backup, in one transaction; and for a tenant that was here, that private keys came back.
import { folded } from '../../../shared/domain/names.ts';
import type { BackupHead } from '../../../shared/domain/backup/format.ts';
import type { Policy } from '../../../shared/domain/timing/policy.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { Ports } from '../../ports/ports.ts';
import type { CopiedRow, RegistryCopy } from '../../ports/registry-copy.ts';
import type { RegistryWriter } from '../../ports/registry-writer.ts';
import { secretName } from '../../ports/secret-name.ts';
import type { TenantPlan } from './preview.ts';

interface Recording {
  head: BackupHead;
  copy: RegistryCopy;
  tenant: TenantPlan;
}

export function recordTenant({ registry }: Pick<Ports, 'registry'>, { head, copy, tenant: plan }: Recording): void {
  const isNew = plan.verdict.is === 'new';
  const details = { backup: head.id, privateHalves: plan.privateHalves, without: plan.without };
  const action = isNew ? 'backup.tenant-restored' : 'backup.keys-returned';
  registry.change({ action, subject: plan.tenant, details }, (writer) => {
    if (isNew) {
      addPolicy(writer, copy, plan.tenantId);
      writer.takeOver(fitting(copy.rowsOf(plan.tenantId), writer));
    }
    plan.halves.forEach((id) => writer.removeIntent(secretName(id)));
  });
}

/**
 * A push that waited is not sent by another machine, on another day, unasked. And a tenant on which plans are rehearsed may
 * not be here yet (`linkRehearsals`).
 */
function* fitting(
  rows: Iterable<{ table: string; row: CopiedRow }>,
  writer: RegistryWriter,
): Generator<{ table: string; row: CopiedRow }> {
  const here = new Set(writer.tenants().map(({ id }) => id));
  for (const { table, row } of rows) {
    const { rehearsal_tenant_id: rehearsal, ...others } = row;
    if (rehearsal !== undefined && !here.has(String(rehearsal))) {
      yield { table, row: others };
    } else if (table !== 'outbox') {
      yield { table, row };
    }
  }
}

/** The policy that the tenant lives by; one of that name may be here and say something else. */
function addPolicy(writer: RegistryWriter, { reader }: RegistryCopy, tenantId: string): void {
  const wanted = reader.tenants().find(({ id }) => id === tenantId)?.policyId;
  const here = writer.policies();
  const policy = reader.policies().find(({ id }) => id === wanted);
  if (policy !== undefined && !here.some(({ id }) => id === policy.id)) {
    writer.addPolicy({ ...policy, name: freeName(policy, here) });
  }
}

function freeName({ name }: Policy, here: readonly Policy[]): string {
  const taken = new Set(here.map((policy) => folded(policy.name)));
  let free = name;
  for (let number = 2; taken.has(folded(free)); number += 1) {
    free = `${name.slice(0, 50)} (restored ${number})`;
  }
  return free;
}

/** Those that had to come in without the tenant on which they rehearse, which is here now. */
export function linkRehearsals(writer: RegistryWriter, inBackup: readonly Tenant[]): void {
  const here = new Map(writer.tenants().map((tenant) => [tenant.id, tenant]));
  for (const { id, rehearsalTenantId } of inBackup) {
    const tenant = here.get(id);
    if (tenant?.rehearsalTenantId === null && rehearsalTenantId !== null && here.has(rehearsalTenantId)) {
      writer.updateTenant({ ...tenant, rehearsalTenantId });
    }
  }
}
