// How long well-known verifiers keep a JWKS, and whether an unknown kid makes them look again. An officer picks the
// products in use and the wait is filled in. The numbers are defaults of the products; sources stand in the notes.

export const VERIFIER_IDS = [
  'dotnet',
  'entra-guidance',
  'jose',
  'aws-api-gateway',
  'apigee',
  'istio',
  'ping-gateway',
  'airlock-iam',
  'tibco-ems',
  'hcl-domino',
  'auth0-advice',
  'tyk',
  'pinned',
] as const;

export type VerifierId = (typeof VERIFIER_IDS)[number];

export interface Verifier {
  name: string;
  /** Longest time a fetched key set is used, in seconds; `null` means for ever: a person must replace the key by hand. */
  seconds: number | null;
  /** Whether a token with an unknown kid makes it fetch again: at once, after a pause, no, or never (there is nothing to fetch). */
  refetch: 'yes' | 'paused' | 'no' | 'never' | 'unknown';
  note: string;
}

const MINUTE = 60;
const HOUR = 3_600;

export const VERIFIERS: Record<VerifierId, Verifier> = {
  dotnet: {
    name: '.NET JwtBearer (ConfigurationManager)',
    seconds: 12 * HOUR,
    refetch: 'paused',
    note: 'Refreshes every 12 hours; a refresh on demand at most every 5 minutes (learn.microsoft.com).',
  },
  'entra-guidance': {
    name: 'Own code after the Entra ID guidance',
    seconds: 24 * HOUR,
    refetch: 'yes',
    note: 'Keys live 24 hours and are refreshed hourly (quoted in kilork/openid #59).',
  },
  jose: {
    name: 'jose createRemoteJWKSet',
    seconds: 10 * MINUTE,
    refetch: 'paused',
    note: 'Keeps 10 minutes; looks again for an unknown kid after a cooldown of 30 seconds (jose documentation).',
  },
  'aws-api-gateway': {
    name: 'AWS API Gateway JWT authorizer',
    seconds: HOUR,
    refetch: 'yes',
    note: 'Up to one hour, best effort (docs.aws.amazon.com).',
  },
  apigee: {
    name: 'Apigee VerifyJWT',
    seconds: 5 * MINUTE,
    refetch: 'unknown',
    note: 'Five minutes (discuss.google.dev 158938).',
  },
  istio: {
    name: 'Istio (pilot)',
    seconds: 20 * MINUTE,
    refetch: 'no',
    note: 'PILOT_JWT_PUB_KEY_REFRESH_INTERVAL, 20 minutes by default (istio #37710, #29436).',
  },
  'ping-gateway': {
    name: 'PingGateway CachingJwkSetService',
    seconds: 4 * MINUTE,
    refetch: 'yes',
    note: 'Two minutes, and two more when a key is missed (docs.pingidentity.com).',
  },
  'airlock-iam': {
    name: 'Airlock IAM',
    seconds: 20 * MINUTE,
    refetch: 'yes',
    note: 'Ten minutes, twenty in the worst case (docs.airlock.com).',
  },
  'tibco-ems': {
    name: 'TIBCO EMS',
    seconds: 24 * HOUR,
    refetch: 'yes',
    note: 'One day; looks again for an unknown kid after 5 minutes (docs.tibco.com).',
  },
  'hcl-domino': {
    name: 'HCL Domino',
    seconds: 15 * MINUTE,
    refetch: 'unknown',
    note: 'As long as the Cache-Control header says, otherwise 15 minutes.',
  },
  'auth0-advice': {
    name: 'Own code after the Auth0 advice',
    seconds: 10 * MINUTE,
    refetch: 'paused',
    note: 'Caches 5 to 10 minutes and looks again once for an unknown kid.',
  },
  tyk: {
    name: 'Tyk 5.2',
    seconds: 4 * MINUTE,
    refetch: 'no',
    note: 'About four minutes, during which new keys are refused (tyk #6378).',
  },
  pinned: {
    name: 'Pinned certificate, inline JWKS or firmware',
    seconds: null,
    refetch: 'never',
    note: 'Keeps the key until a person replaces it: wants a confirmation where others want a wait.',
  },
};
