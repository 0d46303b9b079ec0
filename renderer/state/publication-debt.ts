// How far the last push is behind the rings, as far as the registry knows. The preview asks the endpoint itself.
import { isLiving } from '../../shared/domain/limits.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { fitting } from '../../shared/domain/published-set/places.ts';
import { isPushable } from '../../shared/domain/endpoints.ts';

export interface PublicationDebt {
  /** Kids that verifiers should find and cannot. */
  missing: string[];
  /** Revoked kids that the last push still announced. */
  lingering: string[];
}

export function publicationDebt({ tenant, rings, lastPublication }: TenantView): PublicationDebt {
  const pushed = new Set(lastPublication?.kids);
  const keys = rings.filter(({ ring }) => isPushable(ring.alg, tenant.endpoint)).flatMap((ring) => ring.keys);
  const ours = new Set(rings.flatMap((ring) => ring.keys.map(({ kid }) => kid)));
  const others = [...pushed].filter((kid) => !ours.has(kid)).length;
  // What finds no place is not owed: a push would not send it.
  const { go } = fitting(
    tenant.endpoint,
    keys.filter(({ state }) => isLiving(state)),
    others,
  );
  return {
    missing: go.filter((key) => !pushed.has(key.kid)).map((key) => key.kid),
    lingering: keys.filter((key) => !isLiving(key.state) && pushed.has(key.kid)).map((key) => key.kid),
  };
}
