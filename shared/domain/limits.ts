// Every number and closed list that more than one process must agree on. Sources are named where a number is not ours.

export const ENVIRONMENTS = ['development', 'staging', 'production'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

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

/** How many keys of others are named at once, at most. No set that anybody publishes is larger. */
export const MAX_NAMED_KEYS = 1000;

/** How often a tenant rotates its own keys within 24 hours, on every plan ("Rate limit configurations"). */
export const OWN_ROTATIONS_PER_DAY = 5;

/** Seconds to wait for the public set when nothing else is said: edge caches let go within a minute, custom domains may
 * need a few. */
export const PUBLIC_WAIT_SECONDS = 600;

/** How many former publications are listed, and can come back. */
export const MAX_PUBLICATIONS = 200;

/** Largest file of one kind or another that is read in every way there is, in bytes. A PKCS#12 with a long chain stays far below. */
export const MAX_IMPORT_BYTES = 256 * 1024;

/** Largest picture of a share that is read, in bytes: a page at 600 dots per inch, in colour. */
export const MAX_SHARE_BYTES = 16 * 1024 * 1024;

/** Largest bundle of certificates, set of keys or key store, in bytes: some ten thousand certificates. */
export const MAX_BUNDLE_BYTES = 16 * 1024 * 1024;

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

/** A request to a second officer, or the answer, holds a few facts and the keys of one tenant. */
export const MAX_APPROVAL_BYTES = 1024 * 1024;
