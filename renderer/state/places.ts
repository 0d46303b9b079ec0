// Whether the places of the tenant's set would suffice for one ring more, before it is made.
import { isPushable } from '../../shared/endpoints.ts';
import type { TenantView } from '../../shared/model/tenant.ts';
import { type PlacesForecast, placesShort } from '../../shared/places.ts';

/** A new ring starts with a current and a next key. */
const KEYS_OF_A_NEW_RING = 2;

export function placesWithOneMore({ tenant, rings, lastPublication }: TenantView): PlacesForecast | null {
  const pushable = rings.filter(({ ring }) => isPushable(ring.alg, tenant.endpoint));
  const keys = rings.flatMap((ring) => ring.keys);
  const wanted = pushable.flatMap((ring) => ring.keys).filter(({ state }) => state !== 'revoked');
  const published = lastPublication?.kids ?? [];
  return placesShort(tenant.endpoint, {
    rings: pushable.filter(({ ring }) => ring.retirement === null).length + 1,
    keys: wanted.length + KEYS_OF_A_NEW_RING,
    others: published.filter((kid) => !keys.some((key) => key.kid === kid)).length,
  });
}
