// What the public sees of a tenant's set, over all places where it is read: a key is public once every place lists it, and
// gone once none does.
import { cacheControlSeconds } from '../../../shared/domain/timing/cache-control.ts';
import type { PublicSet, PublicVerifier } from '../../ports/verifier.ts';
import type { TenantConnection } from '../../ports/tenants.ts';

export interface Outside extends PublicSet {
  /** Those that every place lists. */
  kids: string[];
  /** Those that any place lists. */
  anywhere: string[];
}

export type Places = Pick<TenantConnection, 'jwksUrl' | 'further'>;

/** Throws what the first place that cannot be read threw: what cannot be seen is not known. */
export async function lookOutside(
  verifier: PublicVerifier,
  { jwksUrl, further }: Places,
  signal: AbortSignal | undefined,
): Promise<Outside> {
  const first = await verifier.listed(jwksUrl, signal);
  const sets = [first];
  for (const place of further) {
    sets.push(await verifier.listed(place.jwksUrl, signal));
  }
  return {
    ...first,
    kids: first.kids.filter((kid) => sets.every(({ kids }) => kids.includes(kid))),
    anywhere: [...new Set(sets.flatMap(({ kids }) => kids))],
    keys: sets.flatMap(({ keys }) => keys),
    exposedBeside: [...new Set(sets.flatMap(({ exposedBeside }) => exposedBeside))],
    cacheControl: longest(sets.map(({ cacheControl }) => cacheControl)),
  };
}

/** The header that asks caches for the most. */
const longest = (headers: readonly (string | null)[]): string | null =>
  headers.reduce((most, header) => (onError(header) > onError(most) ? header : most));

const onError = (header: string | null): number => (header === null ? -1 : cacheControlSeconds(header).onError);
