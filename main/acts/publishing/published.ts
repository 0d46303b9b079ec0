// What is published now, and what was published before: two looks that change nothing.
import type { ActArgs } from '../../../shared/contract.ts';
import { MAX_PUBLICATIONS } from '../../../shared/domain/limits.ts';
import type { Publication } from '../../../shared/domain/published-set/publication.ts';
import type { PublishedKey } from '../../../shared/domain/published-set/finding.ts';
import { findTenant } from '../find.ts';
import { keptAs } from '../../../shared/domain/published-set/foreign-keys.ts';
import { nameOf, ownerOf } from '../../../shared/domain/key-ring/same-key.ts';
import { unlessCancelled, type Work } from '../../ports/stopping.ts';
import { sinceLastPush } from '../../../shared/domain/published-set/since-last-push.ts';
import { beside, bound, looking } from '../bound.ts';

type TenantArgs = ActArgs<'tenant.show'>;

/** The set at the tenant now, in its order, and whose each key is. */
export const publishedKeys = beside(async (ports, args: TenantArgs, work: Work = {}): Promise<PublishedKey[]> => {
  const { registry, tenants } = ports;
  const { signal } = work;
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
});

/** Newest first. */
export const publicationHistory = looking(({ registry }, { tenant }: TenantArgs): Publication[] => {
  return registry.read((reader) => reader.publications(findTenant(reader, tenant).id, MAX_PUBLICATIONS));
});

/** The same for the page: the bytes stay behind. */
export const pastPublications = bound('publish.history', (ports, args) =>
  publicationHistory(ports, args).map(({ sent, replaced: _replaced, tenantId: _tenantId, ...past }) => {
    return { ...past, canComeBack: sent !== null };
  }),
);
