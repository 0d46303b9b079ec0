// Which set a rollback means: what the last publication replaced, or what a named publication sent. Both were recorded
// when they were read back, so nothing has to be guessed from today's rings.
import { CustodianError } from '../../../shared/errors.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { MAX_PUBLICATIONS } from '../../../shared/domain/limits.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { keysIn } from '../../../shared/domain/published-set/recorded-set.ts';

export function formerSet(
  reader: RegistryReader,
  tenant: Tenant,
  id: string | undefined,
): Readonly<Record<string, unknown>>[] {
  const set =
    id === undefined
      ? reader.lastPublication(tenant.id)?.replaced
      : reader.publications(tenant.id, MAX_PUBLICATIONS).find((one) => one.id === id)?.sent;
  if (set === undefined || set === null) {
    throw new CustodianError('PUBLISH_NO_FORMER_SET', { tenant: tenant.name });
  }
  return keysIn(set);
}
