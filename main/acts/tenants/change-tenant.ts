// What may change about a tenant: every setting, its name, and whether it is in use. What a change brings with it is told by
// `previewEdit`; what the registry must do about it is done here, in the same transaction.
import type { ActArgs } from '../../../shared/contract.ts';
import { ENDPOINTS } from '../../../shared/domain/endpoints.ts';
import { isLiving } from '../../../shared/domain/limits.ts';
import {
  areDistinct,
  changeConsequences,
  isReadElsewhere,
  speaksToOthers,
  type TenantConsequence,
  type TenantState,
} from '../../../shared/domain/tenant/changes.ts';
import type { Tenant, TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import type { RegistryWriter } from '../../ports/registry-writer.ts';
import { bound } from '../bound.ts';
import { findTenant } from '../find.ts';
import { requirePolicy } from '../plans/policies.ts';
import { tenantView } from '../views.ts';

type EditArgs = ActArgs<'tenant.edit'>;

/** Nothing is changed. */
export const previewEdit = bound('tenant.previewEdit', ({ registry }, args): TenantConsequence[] => {
  return registry.read((reader) => {
    const before = findTenant(reader, args.tenant);
    return changeConsequences(before, editedFrom(reader, before, args), stateOf(reader, before));
  });
});

/** What is left out stays as it is. Keys that are read elsewhere from now on must be seen there before their clocks run. */
export const editTenant = bound('tenant.edit', ({ registry, clock }, args): TenantView => {
  return registry.change({ action: 'tenant.edited', subject: args.tenant, details: { ...args } }, (writer) => {
    const before = findTenant(writer, args.tenant);
    const edited = editedFrom(writer, before, args);
    writer.updateTenant(edited);
    if (edited.environment !== 'development') {
      endRehearsalsAt(writer, edited);
    }
    if (isReadElsewhere(before, edited)) {
      writer
        .keys(edited.id)
        .filter(({ state }) => isLiving(state))
        .forEach((key) => writer.updateKey({ ...key, publishedAt: null }));
    }
    return tenantView(writer, edited, clock);
  });
});

export const renameTenant = bound('tenant.rename', ({ registry, clock }, { tenant: name, to }): TenantView => {
  return registry.change({ action: 'tenant.renamed', subject: name, details: { to } }, (writer) => {
    const tenant = findTenant(writer, name);
    const taken = writer.tenantByName(to);
    if (taken !== null && taken.id !== tenant.id) {
      throw new CustodianError('TENANT_EXISTS', { tenant: taken.name });
    }
    const renamed = { ...tenant, name: to };
    writer.updateTenant(renamed);
    return tenantView(writer, renamed, clock);
  });
});

/** Keys, credentials and history stay. Nothing is done to it, watched or due there until it is taken back into use. */
export const archiveTenant = bound('tenant.archive', ({ registry, clock }, { tenant: name, reason }): TenantView => {
  return registry.change({ action: 'tenant.archived', subject: name, details: { reason } }, (writer) => {
    const tenant = findTenant(writer, name);
    const archived = { ...tenant, archive: { at: clock.now().toISOString(), reason } };
    writer.updateTenant(archived);
    endRehearsalsAt(writer, archived);
    return tenantView(writer, archived, clock);
  });
});

export const reviveTenant = bound('tenant.revive', ({ registry, clock }, { tenant: name }): TenantView => {
  return registry.change({ action: 'tenant.revived', subject: name, details: {} }, (writer) => {
    const revived = { ...findTenant(writer, name), archive: null };
    writer.updateTenant(revived);
    return tenantView(writer, revived, clock);
  });
});

function editedFrom(reader: RegistryReader, tenant: Tenant, args: EditArgs): Tenant {
  const { tenant: _name, policy, rehearsalTenant, ...settings } = args;
  const given: Partial<Tenant> = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  );
  const edited: Tenant = {
    ...tenant,
    ...(args.endpoint !== undefined && ENDPOINTS[args.endpoint].isHere ? NO_ADDRESSES : {}),
    ...given,
    ...(policy === undefined ? {} : { policyId: policy === null ? null : requirePolicy(reader, policy).id }),
  };
  if (speaksToOthers(edited) && !speaksToOthers(tenant) && args.environment === undefined) {
    throw new CustodianError('INPUT_INVALID', { field: 'environment', problem: { code: 'environment-unsaid' } });
  }
  if (!areDistinct(edited)) {
    throw new CustodianError('INPUT_INVALID', { field: 'customDomain', problem: { code: 'domain-twice' } });
  }
  return rehearsalTenant === undefined
    ? edited
    : {
        ...edited,
        rehearsalTenantId: rehearsalTenant === null ? null : rehearsalFor(reader, tenant, rehearsalTenant).id,
      };
}

/** What stands on this machine has no address. */
const NO_ADDRESSES = { apiBaseUrl: null, jwksUrl: null };

function rehearsalFor(reader: RegistryReader, tenant: Tenant, name: string): Tenant {
  const rehearsal = findTenant(reader, name);
  if (rehearsal.id === tenant.id || rehearsal.environment !== 'development') {
    throw new CustodianError('INPUT_INVALID', {
      field: 'rehearsalTenant',
      problem: { code: 'not-in-development', tenant: rehearsal.name },
    });
  }
  return rehearsal;
}

const rehearsingAt = (reader: RegistryReader, { id }: Tenant): Tenant[] =>
  reader.tenants().filter(({ rehearsalTenantId }) => rehearsalTenantId === id);

const endRehearsalsAt = (writer: RegistryWriter, tenant: Tenant): void =>
  rehearsingAt(writer, tenant).forEach((other) => writer.updateTenant({ ...other, rehearsalTenantId: null }));

function stateOf(reader: RegistryReader, tenant: Tenant): TenantState {
  return {
    rings: reader.rings(tenant.id).filter(({ retirement }) => retirement === null),
    keys: reader.keys(tenant.id),
    rehearsedBy: rehearsingAt(reader, tenant).map(({ name }) => name),
    compromised: reader
      .compromisedOut()
      .filter(({ tenantId }) => tenantId === tenant.id)
      .map(({ kid }) => kid),
  };
}
