// What is known of each kind of endpoint: one row each. Nothing else in the program asks which kind it is.
import type { SigningAlgorithm } from './algorithms.ts';
import { type Grants, GRANTS } from './tenant/scopes.ts';

/** How we prove who we are at a tenant's endpoint. */
export const CREDENTIAL_KINDS = ['client-secret', 'private-key-jwt', 'token', 'basic', 'client-certificate'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

interface EndpointTraits {
  /** How many keys its set holds at most; `null` where nobody set a limit. RFC 7517 knows none. */
  places: number | null;
  /** Algorithms whose keys it refuses. */
  refuses: readonly SigningAlgorithm[];
  /** With what it can be entered; nothing where it gives a credential to itself. */
  credentials: readonly CredentialKind[];
  /** What an application must be granted there to publish, and for the keys with which the tenant itself signs. */
  grants: Grants | null;
  /** Where its documents stand when nobody says: where the tenant's domains say by convention, or nowhere. */
  unstated: 'by-domain' | 'nowhere';
  /** Whether the tenant signs with keys of its own beside those that are published there. */
  hasOwnKeys: boolean;
  /** On this machine: a rehearsal that speaks to nobody. */
  isHere: boolean;
}

/**
 * "Customer Provided Public Signing Keys" at Auth0: at most ten, and the key schema of the Management API knows RSA and EC
 * only. The sandbox does as Auth0 does.
 */
const MANAGEMENT_API: EndpointTraits = {
  places: 10,
  refuses: ['Ed25519'],
  credentials: ['client-secret', 'private-key-jwt', 'token'],
  grants: GRANTS,
  unstated: 'by-domain',
  hasOwnKeys: true,
  isHere: false,
};

/** The order is that in which they are offered: the safe beginning first. */
const TRAITS = {
  sandbox: { ...MANAGEMENT_API, credentials: [], grants: null, isHere: true },
  auth0: MANAGEMENT_API,
  jwks: {
    places: null,
    refuses: [],
    credentials: ['token', 'basic', 'client-certificate'],
    grants: null,
    unstated: 'nowhere',
    hasOwnKeys: false,
    isHere: false,
  },
} as const satisfies Record<string, EndpointTraits>;

export type EndpointKind = keyof typeof TRAITS;

/** The kinds that stand on this machine. */
type HereKind = { [K in EndpointKind]: (typeof TRAITS)[K]['isHere'] extends true ? K : never }[EndpointKind];

export const ENDPOINTS: Record<EndpointKind, EndpointTraits> = TRAITS;

const isEndpointKind = (kind: string): kind is EndpointKind => Object.hasOwn(TRAITS, kind);

export const ENDPOINT_KINDS = Object.keys(TRAITS).filter(isEndpointKind);

/** What a tenant is when nobody says: the one that harms nobody. */
export const DEFAULT_ENDPOINT = 'sandbox' satisfies EndpointKind;

export const isHere = (endpoint: EndpointKind): endpoint is HereKind => ENDPOINTS[endpoint].isHere;

export const hasOwnKeys = (endpoint: EndpointKind): boolean => ENDPOINTS[endpoint].hasOwnKeys;

export const isPushable = (alg: SigningAlgorithm, endpoint: EndpointKind): boolean =>
  !ENDPOINTS[endpoint].refuses.includes(alg);

/** Whether it is known where the set is written to. */
export const isPlaced = ({ endpoint, apiBaseUrl }: { endpoint: EndpointKind; apiBaseUrl: string | null }): boolean =>
  apiBaseUrl !== null || ENDPOINTS[endpoint].unstated === 'by-domain';
