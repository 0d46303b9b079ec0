// What the domain needs from the world. Adapters in the neighbouring rooms implement these; tests use memory fakes.
// Private material appears in two places only: as bytes handed to and from `SecretVault`, and inside `KeyWorkshop`.
import type {
  AuditEntry,
  CertificateFacts,
  ExportFormat,
  ExportProfile,
  InspectedFile,
  Instant,
  KeyRing,
  KeyState,
  Proof,
  Publication,
  PublicJwk,
  RemoteKey,
  RsaBits,
  SandboxStatus,
  SigningAlgorithm,
  SigningKey,
  Tenant,
  VaultCondition,
} from '../../shared/model.ts';
import type { CertificatePurpose, CertificateUsage } from '../../shared/certificates.ts';
import type { DriftReport } from '../../shared/drift.ts';
import type { EvidenceSummary, Exchange } from '../../shared/evidence.ts';
import type { Consumer, ConsumerNote } from '../../shared/consumers.ts';
import type { HandOver, Flavour, PrivateFormat } from '../../shared/hand-over.ts';
import type { CompletedPlan } from '../../shared/plan.ts';
import type { CourierOutcome } from '../../shared/courier.ts';
import type { OutboxEntry } from '../../shared/outbox.ts';
import type { PublishAct } from '../../shared/publishing.ts';
import type { Policy } from '../../shared/policy.ts';
import type { RehearsedTrouble, Trouble } from '../../shared/trouble.ts';

import type { Credential } from './credential.ts';

export interface Clock {
  now(): Date;
}

export interface Randomness {
  /** A version-4 UUID. */
  uuid(): string;
  bytes(length: number): Uint8Array;
}

/**
 * The OS keychain. `name` is the id of a key or credential and says nothing to a stranger.
 * Every call settles within the deadline; failures are the VAULT_* codes.
 */
export interface SecretVault {
  /** Says how the keychain is, without changing it. Never throws. */
  condition(): Promise<{ condition: VaultCondition; detail: string }>;
  /** Stores or replaces. The former value stays readable until the new one is complete. */
  put(name: string, secret: Uint8Array): Promise<void>;
  /** The caller owns the bytes and overwrites them after use. Throws VAULT_SECRET_MISSING when the keychain is open but has none. */
  get(name: string): Promise<Uint8Array>;
  /** Removes every part, also of half-written values. Removing what is not there is no error. */
  remove(name: string): Promise<void>;
  /** Removes parts that belong to no whole value, as a broken-off write leaves them; answers how many there were. */
  tidy(name: string): Promise<number>;
}

/** A secret that is about to be written or removed: the note by which a start after a crash finds leftovers. */
export interface VaultIntent {
  name: string;
  purpose: 'write' | 'remove';
  at: Instant;
}

/** A certificate went to consumers, or a person confirmed that they have it. */
export interface RecordedNote {
  kid: string;
  kind: 'handed-out' | 'confirmed';
  at: Instant;
}

/** What an act leaves in the audit chain. Details are public facts. */
export interface AuditAct {
  action: string;
  subject: string;
  details: Record<string, unknown>;
}

/** What ties the audit chain to this device: a key whose private half is in the keychain, and its last signature. */
export interface AuditAnchor {
  /** Standard Base64 of the device key's DER SubjectPublicKeyInfo. */
  deviceKey: string;
  /** A JWS in compact form over number and hash of an entry (audit-seal.ts); `null` before the first. */
  seal: string | null;
}

/** What an overview of many tenants tells of a key, read without its certificate and its other long members. */
export interface KeyName {
  tenantId: string;
  ringId: string;
  kid: string;
  state: KeyState;
  currentAt: Instant | null;
  previousAt: Instant | null;
  /** The thumbprint of its certificate, `x5t#S256`. */
  print: string | null;
}

/** The set that a tenant was sent last, without its long members. */
export interface LastSet {
  at: Instant;
  act: PublishAct;
  kids: string[];
  /** Kid -> thumbprint of the certificate that was sent with it; empty when sets were not kept yet. */
  prints: Readonly<Record<string, string | null>>;
}

/** A bundle that was made here, and what its receipt said. */
export interface IssuedBundle {
  id: string;
  tenantId: string;
  act: PublishAct;
  madeAt: Instant;
  expiresAt: Instant;
  /** SHA-256 of the signed bytes. */
  sha256: string;
  previewHash: string;
  kids: string[];
  /** The exact body; `null` when the set is to be deleted. */
  body: string | null;
  /** `null` until a receipt was accepted. */
  settled: {
    at: Instant;
    outcome: CourierOutcome;
    courier: string;
    /** Canonical JSON of the set that the courier left there. */
    found: string;
  } | null;
}

/** A bundle that this machine carried for another one, and the receipt that it gave. */
export interface CarriedBundle {
  bundleId: string;
  at: Instant;
  outcome: CourierOutcome;
  receipt: string;
}

/** What happened to a key and when: all that clocks and forecasts look at, and quick to read for a whole fleet. */
export type KeyDates = Omit<
  SigningKey,
  'jwk' | 'certificate' | 'alg' | 'spkiSha256' | 'provenance' | 'exportable' | 'revocation'
>;

export interface RegistryReader {
  tenants(): Tenant[];
  /** Of all tenants, oldest first. */
  keyNames(): KeyName[];
  /** Of all tenants, those of one ring oldest first. */
  allKeyDates(): KeyDates[];
  /** Of all tenants, those of one tenant in the order in which they were registered. */
  allConsumers(): Consumer[];
  /** Of all tenants, those of one tenant in the order in which they were made. */
  allRings(): KeyRing[];
  /** Tenant id -> when it was last published. */
  lastPublishedAt(): Map<string, Instant>;
  /** By tenant id. */
  lastSets(): Map<string, LastSet>;
  /** Tenant id -> what the last look at its published set found. */
  drifts(): Map<string, DriftReport>;
  tenantByName(name: string): Tenant | null;
  rings(tenantId: string): KeyRing[];
  /** All keys of a tenant, oldest first. */
  keys(tenantId: string): SigningKey[];
  keysBySpki(spkiSha256: string): SigningKey[];
  lastPublication(tenantId: string): Publication | null;
  /** Newest first. */
  publications(tenantId: string, limit: number): Publication[];
  proofs(tenantId: string, limit: number): Proof[];
  /** Newest first. */
  evidence(tenantId: string, limit: number): EvidenceSummary[];
  /** The document exactly as it was recorded; `null` when the tenant has none of this id. */
  evidenceDocument(tenantId: string, id: string): string | null;
  /** What the last look at the published set found. */
  drift(tenantId: string): DriftReport | null;
  notes(tenantId: string): RecordedNote[];
  /** In the order in which they were registered. */
  consumers(tenantId: string): Consumer[];
  /** About all consumers of the tenant, oldest first. */
  consumerNotes(tenantId: string): ConsumerNote[];
  /** Oldest first. */
  handOvers(tenantId: string): HandOver[];
  completedPlans(tenantId: string): CompletedPlan[];
  policies(): Policy[];
  /** Pushes that wait for the network, oldest first. */
  outbox(): OutboxEntry[];
  /** Of one tenant, oldest first. */
  bundles(tenantId: string): IssuedBundle[];
  /** Of all tenants, those without a receipt, oldest first. */
  bundlesOut(): IssuedBundle[];
  /** Fingerprints of the courier machines whose receipts are believed. */
  couriers(): string[];
  carried(bundleId: string): CarriedBundle | null;
  intents(): VaultIntent[];
  auditAnchor(): AuditAnchor | null;
  auditHead(): AuditEntry | null;
  /** The latest instant of any entry: the head's own may be earlier, when a clock was set back and acts went on. */
  latestInstant(): Instant | null;
  /** Entries after `afterSeq`, oldest first, at most `limit`. */
  audit(afterSeq: number, limit: number): AuditEntry[];
}

export interface RegistryWriter extends RegistryReader {
  addTenant(tenant: Tenant): void;
  /** Replaces the record with the same id. */
  updateTenant(tenant: Tenant): void;
  removeTenant(tenantId: string): void;
  addRing(ring: KeyRing): void;
  addKey(key: SigningKey): void;
  /** Replaces the record with the same id. */
  updateKey(key: SigningKey): void;
  addPublication(publication: Publication): void;
  addProof(tenantId: string, proof: Proof): void;
  addEvidence(tenantId: string, summary: EvidenceSummary, document: string): void;
  /** Replaces what the look before found. */
  setDrift(tenantId: string, report: DriftReport): void;
  addNote(tenantId: string, note: RecordedNote): void;
  addConsumer(consumer: Consumer): void;
  /** Replaces the record with the same id. */
  updateConsumer(consumer: Consumer): void;
  /** Its notes go with it; the audit chain keeps what they said. */
  removeConsumer(consumerId: string): void;
  /** Gives the note its recorder. */
  addConsumerNote(note: Omit<ConsumerNote, 'by'>): void;
  /** Gives the entry its number and its actor. */
  addHandOver(tenantId: string, made: Omit<HandOver, 'number' | 'actor' | 'savedAt'>): HandOver;
  noteHandOverSaved(number: number, at: Instant): void;
  /** Recording the same plan again changes nothing. */
  addCompletedPlan(plan: CompletedPlan): void;
  addPolicy(policy: Policy): void;
  /** Replaces the record with the same id. */
  updatePolicy(policy: Policy): void;
  /** Takes the place of what waits for the same tenant. */
  putOutboxEntry(tenantId: string, entry: Omit<OutboxEntry, 'tenant'>): void;
  /** Removing what is not there is no error. */
  removeOutboxEntry(tenantId: string): void;
  addBundle(bundle: IssuedBundle): void;
  /** For one that never left. */
  removeBundle(id: string): void;
  /** Once for each bundle. */
  settleBundle(id: string, settled: NonNullable<IssuedBundle['settled']>): void;
  addCourier(fingerprint: string, at: Instant): void;
  addCarried(bundle: CarriedBundle): void;
  addIntent(intent: VaultIntent): void;
  removeIntent(name: string): void;
  /** From now on this device key signs the audit chain, Standard Base64 of its SPKI; the former seal is forgotten. */
  setDeviceKey(deviceKey: string): void;
}

/** The embedded database of public facts. There is one door for writing, and it always leaves an audit entry. */
export interface Registry {
  read<T>(work: (reader: RegistryReader) => T): T;
  /** One durable transaction: all of `work` and its audit entry, or nothing. */
  change<T>(act: AuditAct, work: (writer: RegistryWriter) => T): T;
  /** A note about the keychain is no act of an officer, so it is durable but leaves no audit entry. */
  noteIntents(intents: VaultIntent[]): void;
  /** Keeps a look that found nothing new: it is no act, so it leaves no audit entry. */
  noteDrift(tenantId: string, report: DriftReport): void;
  /** Keeps the newest seal of the audit chain. It is about the chain, so it leaves no entry in it. */
  noteSeal(seal: string): void;
  /** What is wrong with the database file itself, in words; empty when it is sound. Reads all of it. */
  damage(): string[];
  close(): void;
}

/** One signing key pair for the time of one operation. `pkcs8` is DER; the owner overwrites it after use. */
export interface KeyMaterial {
  pkcs8: Uint8Array;
  /** DER SubjectPublicKeyInfo. */
  spki: Uint8Array;
  /** RFC 7638 SHA-256 thumbprint, base64url. */
  thumbprint: string;
}

export interface ImportedMaterial extends KeyMaterial {
  /** What was read, in words, e.g. `PKCS#8 PEM`. */
  source: string;
  /** DER certificate of this very key that lay beside it in the file; `null` without one. */
  certificate: Uint8Array | null;
}

export interface ReadOptions {
  /** UTF-8, at most MAX_PASSPHRASE_BYTES; the caller overwrites it. `null` when none was given. */
  passphrase: Uint8Array | null;
  /** Which key of a file with several: its number, name or short fingerprint. */
  entry: string | null;
  /** Accepts odd RSA exponents from 3 to 65535. */
  allowSmallExponent: boolean;
}

export interface CertificateProfile {
  /** Common name, a tenant domain. */
  commonName: string;
  notBefore: Date;
  days: number;
  /** `authority` when left out. */
  usage?: CertificateUsage;
  /** Subject alternative names; none when left out. */
  dnsNames?: readonly string[];
  /** Extended key usages; none when left out. */
  purposes?: readonly CertificatePurpose[];
}

/** Exactly one of passphrase and recipient is given; the caller overwrites the passphrase. */
export interface ProtectionOrder {
  format: PrivateFormat;
  flavour: Flavour;
  /** UTF-8. */
  passphrase: Uint8Array | null;
  /** The file with the recipient's public JWK, age recipient or SSH public key. */
  recipient: Uint8Array | null;
}

export interface ProtectedFile {
  bytes: Uint8Array;
  /** Cipher and cost in words. */
  protection: string;
  /** RFC 7638 thumbprint, age recipient or SSH fingerprint; `null` under a passphrase. */
  recipient: string | null;
}

/** What TLS client authentication needs; both in PEM, the certificate with its chain. */
export interface ClientIdentity {
  certificate: string;
  key: string;
  subject: string;
  /** When the certificate ends. */
  endsAt: Instant;
}

/** Operations on key material (node:crypto, @peculiar/x509, jose). */
export interface KeyWorkshop {
  generate(alg: SigningAlgorithm, bits: RsaBits | null): Promise<KeyMaterial>;
  /**
   * Reads a private key file. Throws KEY_UNREADABLE, KEY_ENCRYPTED, KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED,
   * KEY_UNSUPPORTED, KEY_WEAK, KEY_RING_MISMATCH, KEY_CHOICE_NEEDED, KEY_CERTIFICATE_MISMATCH, INPUT_INVALID.
   */
  read(file: Uint8Array, ring: KeyRing, options: ReadOptions): Promise<ImportedMaterial>;
  /** Says what a file of any kind is, with public facts only. Never throws for what the file holds. */
  inspect(file: Uint8Array, passphrase: Uint8Array | null, now: Date): Promise<InspectedFile>;
  /** A self-signed certificate (DER) for the key. */
  certify(material: KeyMaterial, alg: SigningAlgorithm, profile: CertificateProfile): Promise<Uint8Array>;
  /** The public JWK with its certificate members. */
  publicJwk(spki: Uint8Array, certificate: Uint8Array, alg: SigningAlgorithm, kid: string): PublicJwk;
  /** DER SubjectPublicKeyInfo of the key pair, derived from its private half. Throws KEY_UNREADABLE. */
  publicHalf(pkcs8: Uint8Array): Uint8Array;
  /** Whether the key made the signature; the algorithm is pinned to the key's. Never throws for a bad token. */
  verify(compact: string, jwk: PublicJwk, alg: SigningAlgorithm): Promise<boolean>;
  /** A PKCS#10 request (DER), signed by the key, with the one common name. */
  request(material: KeyMaterial, alg: SigningAlgorithm, commonName: string): Promise<Uint8Array>;
  /**
   * The certificate of this very public key (DER SPKI) from an authority's answer: PEM, DER or PKCS#7. Throws
   * KEY_CERTIFICATE_MISMATCH when it holds only others, INPUT_INVALID when it holds none or one that cannot serve.
   */
  certificateFor(spki: Uint8Array, file: Uint8Array): Uint8Array;
  /**
   * Judges a PEM certificate and its PEM private key. Throws INPUT_INVALID, KEY_UNREADABLE, KEY_ENCRYPTED and
   * KEY_CERTIFICATE_MISMATCH. The caller overwrites both.
   */
  clientIdentity(certificate: Uint8Array, key: Uint8Array, now: Date): ClientIdentity;
  /** The private half in a protected file, proven by another reader. Throws INPUT_INVALID for a recipient or passphrase that cannot serve. */
  protect(pkcs8: Uint8Array, key: SigningKey, order: ProtectionOrder): Promise<ProtectedFile>;
  /** A JWS in compact form with `alg`, `kid` and `typ: JWT` in its header. */
  sign(pkcs8: Uint8Array, alg: SigningAlgorithm, kid: string, claims: Record<string, unknown>): Promise<string>;
  /** A text signed by a device key (Ed25519): a JWS in flattened JSON form with the public key in its header. */
  signDocument(pkcs8: Uint8Array, type: string, content: string): Promise<string>;
  /** Throws COURIER_FILE_REFUSED unless the text is such a document of this type and its signature holds. */
  openDocument(text: string, type: string, file: 'bundle' | 'receipt'): Promise<OpenedDocument>;
}

export interface OpenedDocument {
  content: string;
  /** Who signed: Standard Base64 of the device key's SPKI. Whether to believe it is for the reader to say. */
  deviceKey: string;
}

/** Bytes of one exported file, and the name a person would expect. */
export interface FormattedFile {
  fileName: string;
  text: boolean;
  bytes: Uint8Array;
}

export interface WriteOptions {
  /** `standard` when left out. */
  profile?: ExportProfile | undefined;
  /** By which an inventory names the rings of its keys. */
  rings?: readonly KeyRing[];
}

export interface FormatWriter {
  /** The formats of many keys take all of them; every other format takes exactly one. Throws INPUT_INVALID for a profile that has no such format. */
  write(format: ExportFormat, keys: readonly SigningKey[], baseName: string, options?: WriteOptions): FormattedFile;
  certificateFacts(certificateDer: Uint8Array): CertificateFacts;
  /** Numbered QR codes on one sheet (SVG), one for each text; upper-case letters and digits take the least room. */
  qrSheet(title: string, texts: readonly string[]): Uint8Array;
}

/** The write side of a tenant's custom keys: what GET/PUT/DELETE of the set offer. Failures are REMOTE_* codes. */
export interface PublishingEndpoint {
  /** The whole custom set; empty when the tenant has none. */
  read(signal?: AbortSignal): Promise<RemoteKey[]>;
  /** Replaces the whole set with exactly these bytes, once, without retry; `null` deletes the set. */
  replace(body: string | null, signal?: AbortSignal): Promise<void>;
}

export interface Fetched {
  exchange: Exchange;
  body: string;
}

/** Where strangers look. */
export interface PublicAddresses {
  jwksUrl: string;
  /** The issuer's OpenID Connect metadata; `null` where there is none by convention. */
  metadataUrl: string | null;
  /** The tenant's own key set, which does not show custom keys; `null` where the tenant has no second one. */
  canonicalJwksUrl: string | null;
}

/** The outside: knows nothing but public addresses. */
export interface PublicVerifier {
  /**
   * Fetches the JWKS over a fresh connection and verifies the token through it alone, then compares what verifiers find
   * by discovery. Never throws for a failed proof: the failing step is in the result.
   */
  prove(
    addresses: PublicAddresses,
    token: string,
    expected: { kid: string; alg: SigningAlgorithm; issuer: string },
  ): Promise<{ proof: Proof; fetched: Fetched | null }>;
  /** The kids listed right now, the Cache-Control header that came with them, and the hash (hex) of the body. */
  listed(jwksUrl: string): Promise<{ kids: string[]; cacheControl: string | null; jwksSha256: string }>;
}

/** A key with which the tenant itself signs: we hold no half of it. */
export interface OwnKey {
  kid: string;
  state: KeyState;
  currentSince: Instant | null;
  currentUntil: Instant | null;
  revokedAt: Instant | null;
  /** DER. */
  certificate: Uint8Array;
  /** DER SubjectPublicKeyInfo. */
  spki: Uint8Array;
}

/** The tenant's own application signing keys. Changes are sent once, without retry. Failures are REMOTE_* codes. */
export interface OwnKeys {
  /** In any order; revoked ones among them. */
  list(): Promise<OwnKey[]>;
  /** current -> previous, next -> current, and a fresh next. */
  rotate(): Promise<void>;
  /** For a previous key. */
  revoke(kid: string): Promise<void>;
}

export interface TenantConnection extends PublicAddresses {
  endpoint: PublishingEndpoint;
  /** Issuer of probe tokens: `https://{customDomain or domain}/`. */
  issuer: string;
  /**
   * Asks, before anything is announced, whether a push can succeed: the scopes are there, and before the first one a
   * custom domain is ready, as far as that can be asked. `clears`: the push deletes the set. Throws REMOTE_* codes and
   * DOMAIN_NOT_READY.
   */
  preflight(push: { clears: boolean; first: boolean }): Promise<void>;
}

/**
 * Signs the claims of a client assertion with a key in custody and records that it did: how a tenant adapter can prove
 * who we are without ever seeing a private half. Throws KEY_* and VAULT_*.
 */
export type AssertionSigner = (key: { kid: string; keyId: string }, claims: Record<string, unknown>) => Promise<string>;

/** Finds the way to a tenant's endpoint. For sandbox tenants this starts or finds the loopback sandbox. */
export interface TenantDirectory {
  /** With `credential` nothing is read from the keychain, and it is used for this connection alone. */
  connect(tenant: Tenant, credential?: Credential): Promise<TenantConnection>;
  /** Throws INPUT_INVALID for a kind of tenant that has no keys of its own. */
  ownKeys(tenant: Tenant): Promise<OwnKeys>;
  sandboxStatus(): Promise<SandboxStatus>;
  /** What is armed to go wrong at the sandbox. */
  sandboxTrouble(): Promise<RehearsedTrouble>;
  /** Lets one thing go wrong there, once; `null` takes back what was armed. Answers what is armed now. */
  rehearseTrouble(trouble: Trouble | null): Promise<RehearsedTrouble>;
  /** Starts the loopback sandbox for this process, or finds the one that runs. */
  startSandbox(port?: number): Promise<SandboxStatus>;
}

/** Lets time pass; ends early, without an error, when the signal is aborted. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export interface Ports {
  clock: Clock;
  pause: Pause;
  random: Randomness;
  vault: SecretVault;
  registry: Registry;
  workshop: KeyWorkshop;
  formats: FormatWriter;
  tenants: TenantDirectory;
  verifier: PublicVerifier;
}
