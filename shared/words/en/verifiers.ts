// The catalogue of verifiers: names of products, and where their numbers are known from (shared/domain/verifiers.ts).
import type { VerifierId } from '../../domain/verifiers.ts';

export const VERIFIER_WORDS: Record<VerifierId, { name: string; note: string }> = {
  dotnet: {
    name: '.NET JwtBearer (ConfigurationManager)',
    note: 'Refreshes every 12 hours; a refresh on demand at most every 5 minutes (learn.microsoft.com).',
  },
  'entra-guidance': {
    name: 'Custom code following the Entra ID guidance',
    note: 'Keys live 24 hours and are refreshed hourly (quoted in kilork/openid #59).',
  },
  jose: {
    name: 'jose createRemoteJWKSet',
    note: 'Keeps 10 minutes; refetches for an unknown kid after a cooldown of 30 seconds (jose documentation).',
  },
  'aws-api-gateway': {
    name: 'AWS API Gateway JWT authorizer',
    note: 'Up to one hour, best effort (docs.aws.amazon.com).',
  },
  apigee: { name: 'Apigee VerifyJWT', note: 'Five minutes (discuss.google.dev 158938).' },
  istio: {
    name: 'Istio (pilot)',
    note: 'PILOT_JWT_PUB_KEY_REFRESH_INTERVAL, 20 minutes by default (istio #37710, #29436).',
  },
  'ping-gateway': {
    name: 'PingGateway CachingJwkSetService',
    note: 'Two minutes, and two more when a key is missed (docs.pingidentity.com).',
  },
  'airlock-iam': { name: 'Airlock IAM', note: 'Ten minutes, twenty in the worst case (docs.airlock.com).' },
  'tibco-ems': { name: 'TIBCO EMS', note: 'One day; refetches for an unknown kid after 5 minutes (docs.tibco.com).' },
  'hcl-domino': { name: 'HCL Domino', note: 'As long as the Cache-Control header says, otherwise 15 minutes.' },
  'auth0-advice': {
    name: 'Custom code following Auth0’s guidance',
    note: 'Caches 5 to 10 minutes and refetches once for an unknown kid.',
  },
  tyk: { name: 'Tyk 5.2', note: 'About four minutes, during which new keys are rejected (tyk #6378).' },
  other: {
    name: 'Another verifier',
    note: 'One that is not in this list. Say how long it keeps a key set; otherwise a day is assumed.',
  },
  pinned: {
    name: 'Pinned certificate, inline JWKS or firmware',
    note: 'Keeps the key until a person replaces it; needs confirmation instead of a wait.',
  },
};
