// A push that was accepted and could not be seen yet is confirmed by the first look that sees it.
import type { Publication, RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { shownAs } from '../../../shared/domain/published-set/compare-sets.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';

/** The last publication, while it is accepted and not visible yet. */
export function pendingAt(reader: Pick<RegistryReader, 'lastPublication'>, { id }: Tenant): Publication | null {
  const last = reader.lastPublication(id);
  return last?.confirmedAt === null ? last : null;
}

export function confirmIfThere(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  tenant: Tenant,
  remote: readonly RemoteKey[],
): void {
  const pending = registry.read((reader) => pendingAt(reader, tenant));
  const variations = pending === null ? null : shownAs(remote, pending.sent);
  if (pending === null || variations === null) {
    return;
  }
  const { id, act, hash, kids } = pending;
  const details = { act, hash, kids, accepted: pending.at, ...(variations.length > 0 && { variations }) };
  registry.change({ action: 'publish.confirmed', subject: tenant.name, details }, (writer) => {
    const now = pendingAt(writer, tenant);
    if (now?.id === id) {
      writer.updatePublication({ ...now, confirmedAt: clock.now().toISOString(), variations });
    }
  });
}
