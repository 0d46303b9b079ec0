// How long well-known verifiers keep a JWKS, and whether an unknown kid makes them look again. An officer picks the
// products in use and the wait is filled in. The numbers are defaults of the
// products; their names, and notes with the sources, are words.

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
  'other',
  'pinned',
] as const;

export type VerifierId = (typeof VERIFIER_IDS)[number];

export interface Verifier {
  /** Longest time a fetched key set is used, in seconds; `null` means for ever: a person must replace the key by hand. */
  seconds: number | null;
  /** Whether a token with an unknown kid makes it fetch again: at once, after a pause, no, or never (there is nothing to fetch). */
  refetch: 'yes' | 'paused' | 'no' | 'never' | 'unknown';
  /** Its seconds are an assumption, which gives way to whatever number is given. */
  assumed?: true;
}

const MINUTE = 60;
const HOUR = 3_600;

export const VERIFIERS: Record<VerifierId, Verifier> = {
  dotnet: { seconds: 12 * HOUR, refetch: 'paused' },
  'entra-guidance': { seconds: 24 * HOUR, refetch: 'yes' },
  jose: { seconds: 10 * MINUTE, refetch: 'paused' },
  'aws-api-gateway': { seconds: HOUR, refetch: 'yes' },
  apigee: { seconds: 5 * MINUTE, refetch: 'unknown' },
  istio: { seconds: 20 * MINUTE, refetch: 'no' },
  'ping-gateway': { seconds: 4 * MINUTE, refetch: 'yes' },
  'airlock-iam': { seconds: 20 * MINUTE, refetch: 'yes' },
  'tibco-ems': { seconds: 24 * HOUR, refetch: 'yes' },
  'hcl-domino': { seconds: 15 * MINUTE, refetch: 'unknown' },
  'auth0-advice': { seconds: 10 * MINUTE, refetch: 'paused' },
  tyk: { seconds: 4 * MINUTE, refetch: 'no' },
  // As nothing is known of it: the longest timer of the others.
  other: { seconds: 24 * HOUR, refetch: 'unknown', assumed: true },
  pinned: { seconds: null, refetch: 'never' },
};
