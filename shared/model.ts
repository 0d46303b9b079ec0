// The vocabulary of the domain. These types may cross every border, so none of them can hold private material:
// a public JWK has no `d`, and key bytes appear only as certificates. Absent values are `null`, never missing.
import type { CacheSeen, KeyClocks } from './clocks.ts';
import type { DriftReport } from './drift.ts';
import type { LanguageChoice } from './language.ts';
import type {
  CREDENTIAL_KINDS,
  ENDPOINT_KINDS,
  ENVIRONMENTS,
  EXPORT_FORMATS,
  EXPORT_PROFILES,
  KEY_STATES,
  PROOF_STEPS,
  RSA_BITS,
  SET_FORMATS,
  SIGNING_ALGORITHMS,
} from './limits.ts';
import type { NaiveWarning } from './naive-verifiers.ts';
import type { Policy } from './policy.ts';
import type { ProofFact } from './proof-facts.ts';
import type { Finding, Places, PublishAct, SinceLastPush } from './publishing.ts';

/** ISO 8601 in UTC with milliseconds, e.g. `2026-11-22T05:30:00.000Z`. */
export type Instant = string;

export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];
export type RsaBits = (typeof RSA_BITS)[number];
export type Environment = (typeof ENVIRONMENTS)[number];
export type EndpointKind = (typeof ENDPOINT_KINDS)[number];
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];
export type KeyState = (typeof KEY_STATES)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type SetFormat = (typeof SET_FORMATS)[number];
export type ExportProfile = (typeof EXPORT_PROFILES)[number];

export interface Tenant {
  id: string;
  name: string;
  /** Canonical domain, e.g. `acme.eu.auth0.com`. Management calls and certificate subjects use it. */
  domain: string;
  /** The only domain that publishes custom keys; `null` until one is configured. */
  customDomain: string | null;
  environment: Environment;
  endpoint: EndpointKind;
  /** Overrides `https://{domain}/api/v2`. */
  apiBaseUrl: string | null;
  /** Overrides `https://{customDomain}/.well-known/jwks.json`. */
  jwksUrl: string | null;
  /** The policy it lives by; `null` for the default of its environment. */
  policyId: string | null;
  /** The development tenant on which a plan is rehearsed before it runs here. */
  rehearsalTenantId: string | null;
  /** The largest cache lives that its public JWKS was ever seen to ask for. */
  cacheSeen: CacheSeen | null;
  createdAt: Instant;
}

export interface KeyRing {
  id: string;
  tenantId: string;
  /** Unique within the tenant, e.g. `default`. */
  name: string;
  alg: SigningAlgorithm;
  /** RSA modulus length; `null` for EC and OKP rings. */
  bits: RsaBits | null;
  createdAt: Instant;
}

interface PublicJwkCommon {
  kid: string;
  use: 'sig';
  alg: SigningAlgorithm;
  /** One element: standard Base64 of the DER certificate (RFC 7517 §4.7). */
  x5c: [string];
  /** base64url SHA-1 of the DER certificate (RFC 7517 §4.8). */
  x5t: string;
  /** base64url SHA-256 of the DER certificate (RFC 7517 §4.9). */
  'x5t#S256': string;
}

/** A public JWK as we write it (RFC 7517). Private members are impossible by type and refused by schema. */
export type PublicJwk =
  | (PublicJwkCommon & { kty: 'RSA'; n: string; e: string })
  | (PublicJwkCommon & { kty: 'EC'; crv: 'P-256' | 'P-384' | 'P-521'; x: string; y: string })
  | (PublicJwkCommon & { kty: 'OKP'; crv: 'Ed25519'; x: string });

export interface Provenance {
  kind: 'generated' | 'imported';
  /** What was read, in words: `PKCS#8 PEM`. `null` for generated keys. */
  source: string | null;
}

export interface Revocation {
  reason: string;
  /** True when the private half may be in other hands; false for routine retirement. */
  compromised: boolean;
  /** Since when that may be so, as far as it is known: tokens signed after it prove nothing. */
  compromisedSince: Instant | null;
}

/** Public facts about one key. The private half is found in the keychain under `id`. */
export interface SigningKey {
  id: string;
  ringId: string;
  tenantId: string;
  kid: string;
  alg: SigningAlgorithm;
  state: KeyState;
  jwk: PublicJwk;
  /** Standard Base64 of the DER self-signed certificate. */
  certificate: string;
  /** End of the certificate's validity. The key itself does not end with its wrapper. */
  certificateEndsAt: Instant;
  /** Lower-case hex SHA-256 of the DER SubjectPublicKeyInfo: the identity of the key material. */
  spkiSha256: string;
  provenance: Provenance;
  /** False for ever when the private half must not leave the keychain in any file. */
  exportable: boolean;
  createdAt: Instant;
  /** First time the key was part of a push that arrived, or may have: from then on somebody may know it. */
  announcedAt: Instant | null;
  /** First time the key was seen in the tenant's public JWKS. */
  publishedAt: Instant | null;
  currentAt: Instant | null;
  previousAt: Instant | null;
  revokedAt: Instant | null;
  revocation: Revocation | null;
  /** First time that the public JWKS, which had listed it, was seen without the revoked key. */
  takenDownAt: Instant | null;
  /** When the private half will be erased; `null` while nothing is scheduled. */
  destroyAt: Instant | null;
  /** When the private half was erased. The public half and the certificate stay on record. */
  destroyedAt: Instant | null;
  /** How often the key signed, and when last; probe tokens count. */
  uses: number;
  lastUsedAt: Instant | null;
}

/** Facts about a certificate that a person compares. */
export interface CertificateFacts {
  subject: string;
  serial: string;
  notBefore: Instant;
  notAfter: Instant;
  /** Upper-case hex with colons. */
  sha1: string;
  sha256: string;
}

export interface RingView {
  ring: KeyRing;
  /** In the order next, current, previous (newest first), revoked (newest first). */
  keys: SigningKey[];
  /** What the clocks say of each key, by kid. */
  clocks: Record<string, KeyClocks>;
}

export interface TenantView {
  tenant: Tenant;
  rings: RingView[];
  lastPublication: Publication | null;
  /** What the last look at the published set found; `null` before the first since the last push. */
  drift: DriftReport | null;
  /** `null`: the default of its environment. */
  policy: Policy | null;
  /** Name of the tenant on which plans are rehearsed. */
  rehearsalTenant: string | null;
}

/** What a file turned out to be; the words for people are in `what` and `purpose`. */
export type InspectedKind =
  | 'private key'
  | 'public key'
  | 'certificate'
  | 'certificate request'
  | 'revocation list'
  | 'PKCS#7'
  | 'PKCS#12'
  | 'JWK set'
  | 'signed token'
  | 'encrypted JOSE'
  | 'SSH'
  | 'PGP'
  | 'age'
  | 'parameters'
  | 'key store'
  | 'document'
  | 'empty'
  | 'unknown';

export interface InspectedFact {
  label: string;
  value: string;
}

/** One thing in the file: a certificate, a key, a header. Public facts only. */
export interface InspectedPart {
  /** In a few words: `private key, encrypted`. */
  what: string;
  facts: InspectedFact[];
  warnings: string[];
}

/** The answer to “what is this file?”. It holds no private material, whatever the file holds. */
export interface InspectedFile {
  kind: InspectedKind;
  /** How it is written: `PKCS#8 PEM`. */
  format: string;
  bytes: number;
  parts: InspectedPart[];
  warnings: string[];
  /** What such a file is for. */
  purpose: string;
  /** What can be done with it here. */
  advice: string;
  /** Whether a private key can be brought in from it. */
  importable: 'yes' | 'with its passphrase' | 'no';
}

/** One key of a remote set, reduced to what a comparison needs. */
export interface RemoteKey {
  kid: string | null;
  kty: string;
  alg: string | null;
  /** RFC 7638 thumbprint: says whether two keys are the same material whatever they are called. */
  thumbprint: string | null;
  /** The key exactly as the endpoint gave it. */
  raw: Record<string, unknown>;
}

/** What a push would do to one key. `foreign` keys are not ours and are kept; `altered` = same kid, other content. */
export type DiffKind = 'added' | 'kept' | 'removed' | 'foreign' | 'altered';

export interface DiffEntry {
  kind: DiffKind;
  kid: string | null;
  kty: string;
  alg: string | null;
  thumbprint: string | null;
  /** The state in our ring, when the key is ours. */
  state: KeyState | null;
}

export interface PublicationPreview {
  /** SHA-256 (hex) over the wanted bytes and the set found at the endpoint: what a push is bound to. */
  hash: string;
  /** The exact body that a push sends; `null` when the set becomes empty and is deleted instead. */
  body: string | null;
  /** The kids in `body`, in its order. */
  kids: string[];
  diff: DiffEntry[];
  /** True when the endpoint already holds exactly what is wanted. */
  upToDate: boolean;
  /** Where the public can see the result. */
  jwksUrl: string;
  act: PublishAct;
  /** What speaks against it, errors first. */
  findings: Finding[];
  /** What others did to the set since our last push. */
  sinceLastPush: SinceLastPush[];
  places: Places;
  /** Careless verifiers that would have trouble with the set. */
  warnings: NaiveWarning[];
}

export interface Publication {
  id: string;
  act: PublishAct;
  tenantId: string;
  at: Instant;
  hash: string;
  kids: string[];
  /** Canonical JSON of the whole set that was replaced: what a rollback would restore. */
  replaced: string;
  /** Canonical JSON of the whole set that was sent; `null` in records from before it was kept. */
  sent: string | null;
}

/** One check of a proof. `detail` is what it found in plain English; `fact` is the same as a code, missing on old records. */
export interface ProofStep {
  step: (typeof PROOF_STEPS)[number];
  ok: boolean;
  detail: string;
  fact?: ProofFact;
}

/** Evidence that a token signed here is accepted through the public endpoint alone. */
export interface Proof {
  ok: boolean;
  at: Instant;
  jwksUrl: string;
  kid: string;
  /** SHA-256 (hex) of the JWKS body seen. */
  jwksSha256: string | null;
  /** The Cache-Control header seen, verbatim. */
  cacheControl: string | null;
  steps: ProofStep[];
}

export type TokenProblem =
  /** No key of the tenant made this signature. */
  | 'unknown-signer'
  | 'unsafe-algorithm'
  | 'critical-extension'
  /** A key of ours signed, but the header names another. */
  | 'kid-does-not-match'
  | 'signer-revoked'
  | 'signer-not-in-use'
  | 'no-expiry'
  | 'expired'
  | 'not-yet-valid'
  | 'issued-in-the-future';

/** What a token says and what we make of it. Claims are shown as they are, trusted or not. */
export interface TokenReading {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signedBy: { kid: string; state: KeyState; alg: SigningAlgorithm } | null;
  /** Signed by a key of ours, with no problem found. */
  accepted: boolean;
  problems: TokenProblem[];
}

export interface AuditEntry {
  seq: number;
  at: Instant;
  /** Who acted: the operating-system user and the door used, e.g. `officer via window`. */
  actor: string;
  action: string;
  subject: string;
  details: Record<string, unknown>;
  previousHash: string;
  /** SHA-256 (hex) over the RFC 8785 form of all other members. */
  hash: string;
}

/** What speaks against a chain that is whole in itself (docs/adr/0009). */
export type AuditProblem =
  /** The signature is not the device key's, or is over other entries. */
  | 'seal-wrong'
  /** Entries were signed once, but the signature is gone or was put back to an older one. */
  | 'seal-missing'
  /** There are fewer entries than were signed. */
  | 'cut-short'
  /** There are fewer entries than the keychain remembers. */
  | 'older-than-keychain'
  /** The keychain remembers another entry at this place. */
  | 'other-than-keychain'
  /** The keychain has no device key, although the chain names one. */
  | 'device-key-missing'
  /** The device key is not the one that the chain, or the keychain, names. */
  | 'device-key-other';

export interface AuditVerdict {
  /** The chain is whole and nothing speaks against it. */
  ok: boolean;
  entries: number;
  /** Sequence number of the first entry that does not fit; `null` when all do. */
  brokenAt: number | null;
  head: string;
  problem: AuditProblem | null;
  /** The entries up to this number are covered by the device's signature; 0 when none are. */
  signedThrough: number;
  /** Lower-case hex SHA-256 of the device key's SPKI; `null` before the first signature. */
  deviceKey: string | null;
  /** Whether the keychain was asked, which alone can tell that the whole registry was put back to an older copy. */
  keychainAsked: boolean;
}

/** Everything public about a tenant, as it was saved. */
export interface SavedExport {
  /** Name of the folder or archive, without where it lies. */
  folder: string;
  files: number;
  manifestSha256: string;
}

/** A file ready to be saved. Only public formats exist, so it may be shown and copied. */
export interface ExportedFile {
  format: ExportFormat;
  fileName: string;
  /** True when the content is text that a person can read. */
  text: boolean;
  /** Standard Base64 of the bytes. */
  base64: string;
  sha256: string;
}

export type VaultCondition = 'available' | 'locked' | 'unavailable' | 'foreign';

/** How the window looks. Kept in a file of its own, since it is no business of custody. */
export interface Preferences {
  theme: 'auto' | 'light' | 'dark';
  language: LanguageChoice;
  /** Look at the published sets from time to time while the app runs. */
  watch: boolean;
  /** Tell through the desktop what is due and what the watch found. */
  remind: boolean;
  /** Show a newcomer what to do next. */
  firstSteps: boolean;
}

export interface SandboxStatus {
  running: boolean;
  /** e.g. `http://127.0.0.1:4180`; `null` when not running. */
  url: string | null;
}
