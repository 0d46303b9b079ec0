// What is published now, and what was published before: two looks that change nothing.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { MAX_PUBLICATIONS } from '../../../shared/domain/limits.ts';
import type { Publication } from '../../../shared/domain/published-set/publication.ts';
import type { PublishedKey } from '../../../shared/domain/published-set/finding.ts';
import { findTenant } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import { keptAs } from '../../../shared/domain/published-set/foreign-keys.ts';
import { nameOf, ownerOf } from '../../../shared/domain/key-ring/same-key.ts';
import { unlessCancelled } from '../../ports/stopping.ts';
import { sinceLastPush } from '../../../shared/domain/published-set/since-last-push.ts';

/** The set at the tenant now, in its order, and whose each key is. */
export async function publishedKeys(
  { registry, tenants }: Ports,
  args: ParsedArgsOf<'tenant.show'>,
  signal?: AbortSignal,
): Promise<PublishedKey[]> {
  const tenant = registry.read((reader) => findTenant(reader, args.tenant));
  const { endpoint } = await unlessCancelled(signal, () => tenants.connect(tenant));
  const remote = await endpoint.read(signal);
  const { keys, last, kept } = registry.read((reader) => ({
    kept: reader.keptForeign(tenant.id),
    keys: reader.keys(tenant.id),
    last: reader.lastPublication(tenant.id),
  }));
  const since = sinceLastPush(last, remote);
  return remote.map((found) => {
    const owner = ownerOf(found, keys);
    return {
      name: nameOf(found),
      kty: found.kty,
      alg: found.alg,
      thumbprint: found.thumbprint,
      ours: owner === null ? null : { kid: owner.kid, state: owner.state },
      kept: owner === null ? keptAs(found, kept) : null,
      exposed: [...(found.exposed ?? [])],
      since: since.find(({ kid }) => kid === found.kid)?.change ?? null,
    };
  });
}

/** Newest first. */
export function publicationHistory({ registry }: Ports, { tenant }: ParsedArgsOf<'tenant.show'>): Publication[] {
  return registry.read((reader) => reader.publications(findTenant(reader, tenant).id, MAX_PUBLICATIONS));
}
