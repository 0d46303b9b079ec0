// Every number and closed list that more than one process must agree on. Sources are named where a number is not ours.

/** JWS algorithms a ring may use (RFC 7518 §3.1; Ed25519: RFC 9864). */
export const SIGNING_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'Ed25519',
] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** RSA modulus lengths in bits that a ring may use. */
export const RSA_BITS = [2048, 3072, 4096] as const;
export type RsaBits = (typeof RSA_BITS)[number];

export const ENVIRONMENTS = ['development', 'staging', 'production'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export const ENDPOINT_KINDS = ['auth0', 'jwks', 'sandbox'] as const;
export type EndpointKind = (typeof ENDPOINT_KINDS)[number];

/** How we prove who we are at a tenant's endpoint. */
export const CREDENTIAL_KINDS = ['client-secret', 'private-key-jwt', 'token', 'basic', 'client-certificate'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** The checks of a proof in their order. The last two where the tenant has such addresses. */
export const PROOF_STEPS = ['fetched', 'listed', 'signed', 'verified', 'issuer', 'canonical'] as const;

/** The last two are ends. `replaced`: its place was taken before it was published or used, which burns nothing. */
export const KEY_STATES = ['next', 'current', 'previous', 'revoked', 'replaced'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** The stops of the way that a key goes when it is put to use. */
export const LIFE_STATES = ['next', 'current', 'previous', 'revoked'] as const satisfies readonly KeyState[];
export type LifeState = (typeof LIFE_STATES)[number];

/** Whether verifiers may find the key, or will: it is at work, waits for it, or is still needed. */
export const isLiving = (state: KeyState): boolean => state !== 'revoked' && state !== 'replaced';

/** Public formats, in the order in which the window and the help list them. */
export const EXPORT_FORMATS = [
  'pem',
  'cer',
  'raw-pem',
  'base64',
  'p7b',
  'pb7',
  'fingerprint',
  'jwk',
  'jwks',
  'spki',
  'spki-der',
  'pin',
  'ssh',
  'saml',
  'pem-bundle',
  'p7b-bundle',
  'json',
  'csv',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats for many keys at once: of a whole tenant, or of one ring when it is named. */
export const SET_FORMATS = ['jwks', 'pem-bundle', 'p7b-bundle', 'json', 'csv'] as const;
export type SetFormat = (typeof SET_FORMATS)[number];

/** `auth0`: the very bytes of the tenant's own pages, which differ from what other tools call by the same name. */
export const EXPORT_PROFILES = ['standard', 'auth0'] as const;
export type ExportProfile = (typeof EXPORT_PROFILES)[number];

/** Formats for which the tenants have a page of their own; the others have the standard profile alone. */
export const AUTH0_FORMATS = ['pem', 'cer', 'raw-pem', 'pb7', 'fingerprint'] as const;

/** How many keys of others are named at once, at most. No set that anybody publishes is larger. */
export const MAX_NAMED_KEYS = 1000;

/** How often a tenant rotates its own keys within 24 hours, on every plan ("Rate limit configurations"). */
export const OWN_ROTATIONS_PER_DAY = 5;

/** Seconds to wait for the public set when nothing else is said: edge caches let go within a minute, custom domains may
 * need a few. */
export const PUBLIC_WAIT_SECONDS = 600;

/** How many former publications are listed, and can come back. */
export const MAX_PUBLICATIONS = 200;

/** Largest file that import reads, in bytes. A PKCS#12 with a long chain stays far below. */
export const MAX_IMPORT_BYTES = 256 * 1024;

/** Longest passphrase that opens a file, in bytes of its UTF-8 form: where both crypto libraries stop. */
export const MAX_PASSPHRASE_BYTES = 1024;

/** Largest answer accepted from a remote endpoint, in bytes. Ten RSA-4096 keys with x5c are about 40 KiB. */
export const MAX_REMOTE_BYTES = 1024 * 1024;

/** Longest client secret, password or token, in bytes. HTTP headers of 16 KiB are already more than most servers take. */
export const MAX_CREDENTIAL_BYTES = 16 * 1024;

/** Days a self-signed wrapper certificate is valid: what the tenants themselves use. */
export const CERTIFICATE_DAYS = 5000;

/** Milliseconds to wait for the OS keychain before giving up. Long enough for a person to type the login password. */
export const VAULT_DEADLINE_MS = 30_000;

/** Milliseconds to wait for one remote answer. */
export const REMOTE_DEADLINE_MS = 15_000;

/** Claims of a token as JSON. No header carries more than a few KiB of token. */
export const MAX_CLAIMS_CHARACTERS = 16 * 1024;
export const MAX_CLAIMS_DEPTH = 16;

/** Longest life of a token that is signed here, in seconds: a day. */
export const MAX_TOKEN_SECONDS = 86_400;
