// The facts that a yes is bound to, as the registry has them now.
import { named } from '../../../shared/domain/names.ts';
import { isHere, isPlaced } from '../../../shared/domain/endpoints.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Environment } from '../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { KeyWorth, RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { endpointUrlOf } from '../../ports/credential.ts';
import type { Custodian } from '../../acts/custodian.ts';
import { toRemoteKey } from '../../../shared/domain/published-set/published-key.ts';
import { DEFAULT_RING } from '../../acts/find.ts';

type Looking = Pick<Custodian, 'showTenant'>;

/** The id too, because another tenant may bear the name meanwhile. */
export type TenantFacts = Pick<
  Tenant,
  | 'id'
  | 'name'
  | 'environment'
  | 'endpoint'
  | 'domain'
  | 'customDomain'
  | 'furtherDomains'
  | 'issuer'
  | 'apiBaseUrl'
  | 'jwksUrl'
>;

export interface KeyFacts {
  kid: string;
  thumbprint: string | null;
  state: SigningKey['state'];
}

export const factsOf = ({
  id,
  name,
  environment,
  endpoint,
  domain,
  customDomain,
  furtherDomains,
  issuer,
  apiBaseUrl,
  jwksUrl,
}: Tenant): TenantFacts => ({
  id,
  name,
  environment,
  endpoint,
  domain,
  customDomain,
  furtherDomains,
  issuer,
  apiBaseUrl,
  jwksUrl,
});

export const tenantFacts = (custodian: Looking, tenant: string): TenantFacts =>
  factsOf(custodian.showTenant({ tenant }).tenant);

export const isProduction = ({ environment }: { environment: Environment }): boolean => environment === 'production';

/** Where the set is written to; `null` when nobody said where, or when it stays on this machine. */
export function addressOf(custodian: Looking, name: string): string | null {
  const { tenant } = custodian.showTenant({ tenant: name });
  return !isHere(tenant.endpoint) && isPlaced(tenant) ? endpointUrlOf(tenant) : null;
}

const keyFactsOf = ({ kid, jwk, state }: SigningKey): KeyFacts => ({
  kid,
  thumbprint: toRemoteKey({ ...jwk }).thumbprint,
  state,
});

export function keyFacts(custodian: Looking, tenant: string, kid: string): KeyFacts {
  const keys = custodian.showTenant({ tenant }).rings.flatMap((ring) => ring.keys);
  const key = keys.find((candidate) => candidate.kid === kid);
  if (key === undefined) {
    throw new CustodianError('KEY_NOT_FOUND', { tenant, kid });
  }
  return keyFactsOf(key);
}

/** Copies of the key that were handed over and may still be there, so that the yes is said with them in sight. */
export const copiesOut = (custodian: Pick<Custodian, 'listHandOvers'>, tenant: string, kid: string) =>
  custodian.listHandOvers({ tenant, kid, out: true }).map(({ number, to }) => ({ number, to }));

/** A key that another could replace but that would be missed. */
export type ValuedKey = KeyFacts & { worth: KeyWorth };

interface Stop {
  ring: string | undefined;
  state: SigningKey['state'];
}

/** The ring's key in that state; `null` when there is none. */
export function keyInRing(custodian: Looking, tenant: string, { ring, state }: Stop): KeyFacts | null {
  const key = ringOf(custodian, tenant, ring).keys.find((candidate) => candidate.state === state);
  return key === undefined ? null : keyFactsOf(key);
}

/** The same, if it would be missed. */
export function valuedInRing(custodian: Looking, tenant: string, { ring, state }: Stop): ValuedKey | null {
  const { keys, valued } = ringOf(custodian, tenant, ring);
  const key = keys.find((candidate) => candidate.state === state);
  const worth = key === undefined ? undefined : valued[key.kid];
  return key === undefined || worth === undefined ? null : { ...keyFactsOf(key), worth };
}

function ringOf(custodian: Looking, tenant: string, name: string = DEFAULT_RING): RingView {
  const { rings } = custodian.showTenant({ tenant });
  const meant = named(
    rings.map(({ ring }) => ring),
    name,
  );
  const view = rings.find(({ ring }) => ring === meant);
  if (view === undefined) {
    throw new CustodianError('RING_NOT_FOUND', { tenant, ring: name });
  }
  return view;
}
