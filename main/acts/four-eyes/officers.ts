// Who may say the second yes for a tenant, and for which acts one is wanted.
import { named, sameName } from '../../../shared/domain/names.ts';
import type { FourEyes } from '../../../shared/domain/four-eyes/four-eyes.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { bound } from '../bound.ts';
import { findTenant } from '../find.ts';
import { ownDevice } from './gate.ts';

export const showFourEyes = bound('fourEyes.show', ({ registry }, { tenant }): FourEyes => {
  return registry.read((reader) => viewOf(reader, findTenant(reader, tenant)));
});

/** A name and a device stand once. */
export const addOfficer = bound('officer.add', ({ registry, clock }, { tenant: name, ...officer }): FourEyes => {
  const details = { officer: officer.name, device: officer.device };
  return registry.change({ action: 'officer.added', subject: name, details }, (writer) => {
    const tenant = findTenant(writer, name);
    const taken = writer
      .officers(tenant.id)
      .find((one) => one.device === officer.device || sameName(one.name, officer.name));
    if (taken !== undefined) {
      throw new CustodianError('OFFICER_EXISTS', { officer: taken.name });
    }
    writer.addOfficer(tenant.id, { ...officer, addedAt: clock.now().toISOString() });
    return viewOf(writer, tenant);
  });
});

/** While a second yes is wanted, somebody must be left who can say it. */
export const removeOfficer = bound('officer.remove', ({ registry }, { tenant: name, name: officer }): FourEyes => {
  return registry.change({ action: 'officer.removed', subject: name, details: { officer } }, (writer) => {
    const tenant = findTenant(writer, name);
    const found = named(writer.officers(tenant.id), officer);
    if (found === undefined) {
      throw new CustodianError('OFFICER_NOT_FOUND', { tenant: tenant.name, officer });
    }
    writer.removeOfficer(tenant.id, found.device);
    requireOther(writer, tenant);
    return viewOf(writer, tenant);
  });
});

export const setFourEyes = bound('fourEyes.set', ({ registry }, { tenant: name, kinds }): FourEyes => {
  return registry.change({ action: 'officer.acts-set', subject: name, details: { kinds } }, (writer) => {
    const tenant = findTenant(writer, name);
    writer.setFourEyes(tenant.id, [...new Set(kinds)]);
    requireOther(writer, tenant);
    return viewOf(writer, tenant);
  });
});

/** Otherwise nothing could be done, nor undone. */
function requireOther(reader: RegistryReader, tenant: Tenant): void {
  const { kinds, officers, own } = viewOf(reader, tenant);
  if (kinds.length > 0 && !officers.some(({ device }) => device !== own)) {
    throw new CustodianError('FOUR_EYES_ALONE', { tenant: tenant.name });
  }
}

const viewOf = (reader: RegistryReader, { id }: Tenant): FourEyes => ({
  own: ownDevice(reader),
  kinds: reader.fourEyes(id),
  officers: reader.officers(id),
});
