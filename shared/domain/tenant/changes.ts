// What a change of a tenant's settings brings with it, told before it is made: nothing of it is refused, because a tenant
// moves when it moves, but whoever moves it knows what stays behind.
import { canonicalJson } from '../../encoding/canonical-json.ts';
import type { Coded } from '../../problems/coded.ts';
import { ENDPOINTS, isPushable } from '../endpoints.ts';
import type { KeyRing } from '../key-ring/ring.ts';
import { type Environment, isLiving, type KeyState } from '../limits.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Tenant } from './tenant.ts';

interface Consequences {
  /** Certificates of its keys go on naming the former domain until they are issued anew. */
  'certificates-name': { domain: string };
  /** What was published so far is taken down by nobody: it stays where it was. */
  'set-stays-behind': { kids: string[] };
  /** Keys count as public only once they were seen at every new place. */
  'seen-anew': null;
  /** A credential is not sent to another address than it was given for, nor to another kind of endpoint. */
  'credentials-anew': null;
  /** Without a policy of its own it uses the default of its environment. */
  'default-terms': { environment: Environment };
  /** Acts are confirmed one by one, and plans want a rehearsal. */
  'production-begins': null;
  /** Neither is asked any more. */
  'production-ends': null;
  /** Tenants that rehearse here have no place for it any more. */
  'rehearsals-end': { tenants: string[] };
  /** The new kind of endpoint takes no keys of these rings. */
  'rings-unpublished': { rings: string[] };
  /** Verifiers that compare the issuer refuse tokens that name another. */
  'other-issuer': { from: string; to: string };
  /** A compromised key may be public at a place that nobody looks at any more. */
  'compromised-behind': { kids: string[] };
}

export type TenantConsequence = Coded<Consequences>;
export type TenantConsequences = Consequences;

/** New credentials are asked for at the next push anyway; everything else wants a clear yes before it is done. */
export const wantsYes = ({ code }: TenantConsequence): boolean => code !== 'credentials-anew';

export interface TenantState {
  rings: readonly KeyRing[];
  keys: readonly Pick<SigningKey, 'kid' | 'state' | 'announcedAt' | 'publishedAt'>[];
  /** Names of the tenants that rehearse here. */
  rehearsedBy: readonly string[];
  /** Kids of compromised keys that may still be public. */
  compromised: readonly string[];
}

/** Each custom domain once, and the first is there where others are. */
export const areDistinct = ({
  customDomain,
  furtherDomains,
}: Pick<Tenant, 'customDomain' | 'furtherDomains'>): boolean =>
  new Set([customDomain, ...furtherDomains]).size === furtherDomains.length + 1 &&
  (customDomain !== null || furtherDomains.length === 0);

/** Whether something would go to others: a rehearsal on this machine, or under a name that belongs to nobody, does not. */
export function speaksToOthers({
  endpoint,
  apiBaseUrl,
  jwksUrl,
}: Pick<Tenant, 'endpoint' | 'apiBaseUrl' | 'jwksUrl'>): boolean {
  const { isHere, unstated } = ENDPOINTS[endpoint];
  // What nobody stated is where the domain says, or nowhere yet.
  return !isHere && [apiBaseUrl, jwksUrl].some((url) => (url === null ? unstated === 'by-domain' : !isNobodys(url)));
}

export function changeConsequences(before: Tenant, after: Tenant, state: TenantState): TenantConsequence[] {
  const known = state.keys.filter((key) => key.announcedAt !== null || key.publishedAt !== null);
  const moves = isElsewhere(writingOf, before, after);
  const isReadElsewhere = isElsewhere(readingOf, before, after);
  const { issuer: former, to } = { issuer: namedBy(before), to: namedBy(after) };
  const found: (TenantConsequence | false)[] = [
    (moves || isReadElsewhere) &&
      state.compromised.length > 0 && { code: 'compromised-behind', kids: [...state.compromised] },
    moves && known.some(({ state: is }) => isLiving(is)) && { code: 'set-stays-behind', kids: livingKids(known) },
    (moves || isReadElsewhere) && known.length > 0 && { code: 'seen-anew' },
    (moves || before.endpoint !== after.endpoint) && !ENDPOINTS[after.endpoint].isHere && { code: 'credentials-anew' },
    before.domain !== after.domain && hasLiving(state.keys) && { code: 'certificates-name', domain: before.domain },
    before.endpoint !== after.endpoint && unpublished(state.rings, after),
    known.length > 0 && former !== to && { code: 'other-issuer', from: former, to },
    ...environmentConsequences(before, after, state),
  ];
  return found.filter((one) => one !== false);
}

function environmentConsequences(
  before: Tenant,
  after: Tenant,
  { rehearsedBy }: TenantState,
): (TenantConsequence | false)[] {
  const { environment } = after;
  if (environment === before.environment) {
    return [];
  }
  return [
    environment === 'production' && { code: 'production-begins' },
    before.environment === 'production' && { code: 'production-ends' },
    after.policyId === null && { code: 'default-terms', environment },
    environment !== 'development' && rehearsedBy.length > 0 && { code: 'rehearsals-end', tenants: [...rehearsedBy] },
  ];
}

function unpublished(rings: readonly KeyRing[], { endpoint }: Tenant): TenantConsequence | false {
  const names = rings.filter(({ alg }) => !isPushable(alg, endpoint)).map(({ name }) => name);
  return names.length > 0 && { code: 'rings-unpublished', rings: names };
}

/** Whether the set is read anywhere else: keys must be seen there before their clocks run. */
export const isReadElsewhere = (before: Tenant, after: Tenant): boolean => isElsewhere(readingOf, before, after);

const isElsewhere = (placesOf: (tenant: Tenant) => unknown, before: Tenant, after: Tenant): boolean =>
  canonicalJson(placesOf(before)) !== canonicalJson(placesOf(after));

const writingOf = ({ endpoint, domain, apiBaseUrl }: Tenant): unknown =>
  ENDPOINTS[endpoint].unstated === 'nowhere' ? [endpoint, apiBaseUrl] : [endpoint, apiBaseUrl ?? domain];

const readingOf = ({ endpoint, customDomain, jwksUrl, furtherDomains }: Tenant): unknown => [
  endpoint,
  jwksUrl ?? customDomain,
  ...furtherDomains,
];

const namedBy = ({ issuer, customDomain, domain }: Tenant): string => issuer ?? `https://${customDomain ?? domain}/`;

const hasLiving = (keys: readonly { state: KeyState }[]): boolean => keys.some(({ state }) => isLiving(state));

const livingKids = (keys: TenantState['keys']): string[] =>
  keys.filter(({ state }) => isLiving(state)).map(({ kid }) => kid);

const isNobodys = (url: string): boolean => isLoopback(url) || isReserved(url);

const isLoopback = (url: string): boolean => /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?:[:/?#]|$)/.test(url);

/** RFC 2606: names for examples and tests, which nobody can own. */
const isReserved = (url: string): boolean =>
  /^https?:\/\/(?:[^/?#@]*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid)(?:[:/?#]|$)/.test(url);
