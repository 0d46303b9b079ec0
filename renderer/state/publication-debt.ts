// How far the last push is behind the rings, as far as the registry knows. The preview asks the endpoint itself.
import { isLiving } from '../../shared/limits.ts';
import type { TenantView } from '../../shared/model/tenant.ts';
import { isPublishable } from '../text/algorithms.ts';

export interface PublicationDebt {
  /** Kids that verifiers should find and cannot. */
  missing: string[];
  /** Revoked kids that the last push still announced. */
  lingering: string[];
}

export function publicationDebt({ tenant, rings, lastPublication }: TenantView): PublicationDebt {
  const pushed = new Set(lastPublication?.kids);
  const keys = rings.filter(({ ring }) => isPublishable(ring.alg, tenant.endpoint)).flatMap((ring) => ring.keys);
  return {
    missing: keys.filter((key) => isLiving(key.state) && !pushed.has(key.kid)).map((key) => key.kid),
    lingering: keys.filter((key) => !isLiving(key.state) && pushed.has(key.kid)).map((key) => key.kid),
  };
}
