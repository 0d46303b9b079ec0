// The whole IPC contract as one value: channel -> schema of its argument and type of its result. The router in main
// validates against it, the preload bridge and the renderer's client take their types from it. No result type can
// hold private material (test/architecture checks that no such member exists).
import { z } from 'zod';
import { reissueSchema, replySchema, requestSchema } from './certificates.ts';
import { type Channel, CHANNELS, type Destination, type EventName } from './channels.ts';
import type { ClockPart } from './clocks.ts';
import type { DriftReport } from './drift.ts';
import type { EvidenceSummary } from './evidence.ts';
import type { FoundFile } from './inspection.ts';
import {
  consumerAddSchema,
  consumerArgs,
  consumerConfirmSchema,
  consumerEditSchema,
  consumerExportSchema,
  type ConsumerView,
} from './consumers.ts';
import { type CredentialFacts, credentialOrderSchema, type CredentialView } from './credentials.ts';
import type { Result } from './errors.ts';
import { BUNDLE_DAYS } from './courier.ts';
import { domainSchema, hashSchema, instantSchema, kidSchema, nameSchema, reasonSchema, urlSchema } from './fields.ts';
import type { ForecastEvent } from './forecast.ts';
import { LANGUAGE_CHOICES } from './language.ts';
import { type HandOver, handOverListSchema, handOverSchema, PROTECTIONS } from './hand-over.ts';
import {
  ENDPOINT_KINDS,
  ENVIRONMENTS,
  EXPORT_FORMATS,
  EXPORT_PROFILES,
  MAX_PUBLISHED_KEYS,
  RSA_BITS,
  SIGNING_ALGORITHMS,
} from './limits.ts';
import type {
  AuditEntry,
  AuditVerdict,
  CertificateFacts,
  ExportedFile,
  Instant,
  KeyState,
  Preferences,
  Proof,
  Publication,
  PublicationPreview,
  RingView,
  SandboxStatus,
  SavedExport,
  SigningAlgorithm,
  Tenant,
  TenantView,
  TokenReading,
  VaultCondition,
} from './model.ts';
import type { AcceptedReceipt, Outbox, OutboxEntry } from './outbox.ts';
import { ownExportSchema, type OwnKeysChange, ownKeysSchema, type OwnKeysView, ownRevokeSchema } from './own-keys.ts';
import { PUBLISH_ACTS } from './publishing.ts';
import { PLAN_ORDERS, type PlanView } from './plan.ts';
import { type Policy, policyTermsSchema, type PolicyWarning } from './policy.ts';
import { type RehearsedTrouble, rehearseTroubleSchema } from './trouble.ts';

// ---- argument schemas: also the border of the command line ----

const ringName = nameSchema.optional();

/** The typed reason for going ahead before the clock allows it. It is recorded. */
const overrideSchema = reasonSchema.optional();

const themeSchema = z.enum(['auto', 'light', 'dark']);
const languageSchema = z.enum(LANGUAGE_CHOICES);
export const preferencesSchema = z.strictObject({
  theme: themeSchema.default('auto'),
  language: languageSchema.default('auto'),
  watch: z.boolean().default(true),
  remind: z.boolean().default(true),
  firstSteps: z.boolean().default(true),
});
/** What is left out stays as it is. */
export const preferencesChangeSchema = z.strictObject({
  theme: themeSchema.optional(),
  language: languageSchema.optional(),
  watch: z.boolean().optional(),
  remind: z.boolean().optional(),
  firstSteps: z.boolean().optional(),
});

export const tenantAddSchema = z.strictObject({
  name: nameSchema,
  domain: domainSchema,
  customDomain: domainSchema.nullable().default(null),
  environment: z.enum(ENVIRONMENTS).default('development'),
  endpoint: z.enum(ENDPOINT_KINDS).default('sandbox'),
  apiBaseUrl: urlSchema.nullable().default(null),
  jwksUrl: urlSchema.nullable().default(null),
});

export const ringAddSchema = z.strictObject({
  tenant: nameSchema,
  name: nameSchema.optional(),
  alg: z.enum(SIGNING_ALGORITHMS),
  bits: z.union(RSA_BITS.map((bits) => z.literal(bits))).optional(),
});

/** `false`: the private half must never leave the keychain in a file. Cannot be taken back. */
const exportable = z.boolean().optional();

const importTarget = {
  tenant: nameSchema,
  ring: ringName,
  as: z.enum(['next', 'current', 'previous']).default('next'),
  kid: kidSchema.optional(),
  /** Which key of a file with several: its number, name or the beginning of its fingerprint. */
  entry: z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters').optional(),
  /** An RSA exponent below 65537 needs this explicit yes. */
  allowSmallExponent: z.boolean().optional(),
  exportable,
};

/** The window sends no key bytes: the main process asks the officer for the file and reads it. */
export const keyImportSchema = z.strictObject({
  ...importTarget,
  /** Take the file that was inspected last, while the main process still knows which one that was. */
  inspected: z.boolean().optional(),
});

/** The preload script puts the path here; the page cannot name one. */
const droppedFileSchema = z.strictObject({
  path: z.string().min(1, 'what was dropped is no file on this machine').max(4096),
});

/** Public text only. The longest is a certificate chain or a set of ten keys. */
const copySchema = z.strictObject({ text: z.string().min(1).max(1_000_000) });

const tenantArgs = z.strictObject({ tenant: nameSchema });
const keyArgs = z.strictObject({ tenant: nameSchema, kid: kidSchema });
const noArgs = z.strictObject({});

export const generateSchema = z.strictObject({ tenant: nameSchema, ring: ringName, exportable });

export const rotateSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  reason: reasonSchema.optional(),
  /** The kid that the officer saw as next: the rotation is refused when another key has taken that place. */
  expectNext: kidSchema.optional(),
  override: overrideSchema,
});
export const revokeSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  reason: reasonSchema,
  compromised: z.boolean().default(false),
  /** Since when the private half may have been in other hands; only with `compromised`. */
  compromisedSince: instantSchema.optional(),
  override: overrideSchema,
});
export const rotateAndRevokeSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  reason: reasonSchema,
  compromised: z.boolean().default(false),
  compromisedSince: instantSchema.optional(),
});
export const abortSchema = z.strictObject({ tenant: nameSchema, ring: ringName, reason: reasonSchema });
/** `confirm` repeats the kid: the second lock before anything is erased. */
export const destroySchema = z.strictObject({ tenant: nameSchema, kid: kidSchema, confirm: z.string().max(200) });
/** What is left out stays as it is; `null` takes a setting away. */
export const tenantEditSchema = z.strictObject({
  tenant: nameSchema,
  customDomain: domainSchema.nullable().optional(),
  apiBaseUrl: urlSchema.nullable().optional(),
  jwksUrl: urlSchema.nullable().optional(),
  /** Name of a policy. */
  policy: nameSchema.nullable().optional(),
  /** Name of a tenant in development. */
  rehearsalTenant: nameSchema.nullable().optional(),
});
export const planShowSchema = z.strictObject({ tenant: nameSchema, ring: ringName, order: z.enum(PLAN_ORDERS) });
export const planRunSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  hash: hashSchema,
  /** For a production tenant without a rehearsal. */
  override: overrideSchema,
});
export const policySetSchema = z.strictObject({ name: nameSchema, terms: policyTermsSchema });
export const dueSchema = z.strictObject({
  environment: z.enum(ENVIRONMENTS).optional(),
  tenant: nameSchema.optional(),
  /** How many days ahead. */
  days: z.number().int().min(0).max(3650).default(30),
});
export const exportSchema = z.strictObject({
  tenant: nameSchema,
  /** Not needed for the formats of many keys. */
  kid: kidSchema.optional(),
  /** Narrows the formats of many keys to one ring. */
  ring: ringName,
  format: z.enum(EXPORT_FORMATS),
  profile: z.enum(EXPORT_PROFILES).optional(),
});
export const exportAllSchema = z.strictObject({
  tenant: nameSchema,
  as: z.enum(['folder', 'zip']).default('folder'),
});
/** The window sends neither passphrase nor recipient: the main process asks the officer for them. */
export const exportPrivateSchema = handOverSchema.extend({ protection: z.enum(PROTECTIONS) });
export const cancelSchema = z.strictObject({ channel: z.enum(CHANNELS) });
const publishIntent = {
  tenant: nameSchema,
  /** `push` when left out. */
  act: z.enum(PUBLISH_ACTS).optional(),
  /** A rollback to the set of this publication; to the one before the last when left out. */
  to: z.uuid({ error: 'must be the id of a publication' }).optional(),
  /** Foreign keys to take down, by kid or thumbprint. All others are kept. */
  removeForeign: z
    .array(z.string().min(1, 'must not be empty').max(200, 'must be at most 200 characters'))
    .max(MAX_PUBLISHED_KEYS)
    .optional(),
};
export const previewSchema = z.strictObject(publishIntent);
/** `override`: the typed reason for bringing back a revoked key. */
export const pushSchema = z.strictObject({ ...publishIntent, hash: hashSchema, override: overrideSchema });
export const proveSchema = z.strictObject({
  tenant: nameSchema,
  /** Seconds to wait at most for the public set to show what was pushed. */
  waitSeconds: z.number().int().min(0).max(86_400).optional(),
});
export const evidenceSchema = z.strictObject({
  tenant: nameSchema,
  /** The newest when left out. */
  id: z.uuid({ error: 'must be the id of a proof' }).optional(),
});
export const fleetDriftSchema = z.strictObject({ environment: z.enum(ENVIRONMENTS).optional() });
export const bundleSchema = z.strictObject({
  ...publishIntent,
  hash: hashSchema,
  override: overrideSchema,
  /** How long it may be pushed. */
  days: z.number().int().min(BUNDLE_DAYS.least).max(BUNDLE_DAYS.most).default(BUNDLE_DAYS.usual),
});
/** The window saves it as a file, or as a sheet of QR codes. */
export const bundleSaveSchema = bundleSchema.extend({ as: z.enum(['file', 'qr']).default('file') });
/** A compact JWS, as pasted. 64 KiB is far above what any HTTP header carries. */
export const tokenReadSchema = z.strictObject({ tenant: nameSchema, jws: z.string().min(1).max(65_536) });
export const tokenSignSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  kid: kidSchema.optional(),
  claims: z.record(z.string(), z.json()),
  /** Seconds to `exp`, unless the claims bring their own. */
  ttl: z.number().int().min(1).max(86_400).default(300),
});
export const auditListSchema = z.strictObject({
  afterSeq: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200),
});

// ---- results that only the doors need ----

export interface AppStatus {
  version: string;
  /** e.g. `Electron 45.4.1` */
  runtime: string;
  /** Where registry and sandbox are kept. */
  dataFolder: string;
  vault: { condition: VaultCondition; detail: string };
  sandbox: SandboxStatus;
  auditHead: string;
}

export interface PolicyView {
  policy: Policy;
  /** Names of the tenants that live by it. */
  tenants: string[];
  warnings: PolicyWarning[];
}

export interface TenantSummary {
  tenant: Tenant;
  keys: Record<KeyState, number>;
  lastPublishedAt: Instant | null;
  /** What the last look at the published set found; `null` before the first since the last push. */
  drift: DriftReport | null;
}

/** What a policy's terms come to, before anybody lives by them. */
export interface PolicyPreview {
  warnings: PolicyWarning[];
  /** The sum from “seen outside” to “ready to sign”. */
  readyAfter: ClockPart[];
  /** The sum from “signs no more” to “safe to revoke”. */
  safeAfter: ClockPart[];
}

/** One ring of the fleet, with just enough to find it and its keys. */
export interface FleetRing {
  tenant: string;
  ring: string;
  alg: SigningAlgorithm;
  /** `currentAt`: since when it signs, or first signed. */
  keys: { kid: string; state: KeyState; currentAt: Instant | null }[];
}

/** What a file is, and what it is called; never where it lies. */
export interface InspectedUpload {
  fileName: string;
  found: FoundFile;
}

/** `null` when the officer closed the file dialog. */
export type SavedFile = { fileName: string; sha256: string } | null;

/** A token is the officer's to hand on: it is shown once and kept nowhere. */
export interface SignedJws {
  jws: string;
  kid: string;
  alg: SigningAlgorithm;
  expiresAt: Instant | null;
}

/** A bundle that left for a courier. */
export interface SavedBundle {
  fileName: string;
  bundle: string;
  /** What the courier compares: the fingerprint of this device. */
  device: string;
  expiresAt: Instant;
}

export interface PushOutcome {
  publication: Publication;
  /** The endpoint was read back and holds exactly what was pushed. */
  confirmed: true;
}

/** A publication as the window lists it. Its bytes stay behind: the main process finds them by the id. */
export interface PastPublication extends Pick<Publication, 'id' | 'act' | 'at' | 'hash' | 'kids'> {
  /** False for records from before the sent set was kept. */
  canComeBack: boolean;
}

export interface Progress {
  /** The channel that is at work. */
  channel: Channel;
  step: number;
  of: number;
  label: string;
}

// ---- the contract ----

interface Call<S extends z.ZodType, R> {
  args: S;
  /** Type only; never set. */
  result?: R;
}

function call<R>() {
  return <S extends z.ZodType>(args: S): Call<S, R> => ({ args });
}

export const contract = {
  'app.status': call<AppStatus>()(noArgs),
  'preferences.read': call<Preferences>()(noArgs),
  'preferences.write': call<null>()(preferencesChangeSchema),
  /** Shows the data folder in the file manager. */
  'app.openFolder': call<null>()(noArgs),
  'tenant.list': call<TenantSummary[]>()(noArgs),
  'tenant.show': call<TenantView>()(tenantArgs),
  'tenant.add': call<TenantView>()(tenantAddSchema),
  'tenant.edit': call<TenantView>()(tenantEditSchema),
  'tenant.remove': call<null>()(tenantArgs),
  'ring.add': call<RingView>()(ringAddSchema),
  'key.generate': call<RingView>()(generateSchema),
  'key.import': call<RingView | null>()(keyImportSchema),
  /** `null` when the officer closed the file dialog. */
  'file.inspect': call<InspectedUpload | null>()(noArgs),
  'file.inspectDropped': call<InspectedUpload>()(droppedFileSchema),
  'file.inspectPasted': call<InspectedUpload>()(noArgs),
  /** The file inspected last, opened with a passphrase that the main process asks for. `null` when that was closed. */
  'file.inspectOpened': call<InspectedUpload | null>()(noArgs),
  'key.rotate': call<RingView>()(rotateSchema),
  'key.abortRotation': call<RingView>()(abortSchema),
  'key.revoke': call<RingView>()(revokeSchema),
  'key.rotateAndRevoke': call<RingView>()(rotateAndRevokeSchema),
  'key.destroy': call<RingView>()(destroySchema),
  'key.keep': call<RingView>()(keyArgs),
  'key.certificate': call<CertificateFacts>()(keyArgs),
  'plan.show': call<PlanView>()(planShowSchema),
  'plan.run': call<PlanView>()(planRunSchema),
  'plan.confirm': call<null>()(keyArgs),
  'consumer.list': call<ConsumerView[]>()(tenantArgs),
  'consumer.add': call<ConsumerView>()(consumerAddSchema),
  'consumer.edit': call<ConsumerView>()(consumerEditSchema),
  'consumer.remove': call<null>()(consumerArgs),
  'consumer.confirm': call<ConsumerView[]>()(consumerConfirmSchema),
  /** Saves the file that the consumer needs and records that it was given it. */
  'consumer.export': call<SavedFile>()(consumerExportSchema),
  'policy.list': call<PolicyView[]>()(noArgs),
  'policy.set': call<PolicyView>()(policySetSchema),
  'policy.preview': call<PolicyPreview>()(policySetSchema),
  'fleet.due': call<ForecastEvent[]>()(dueSchema),
  /** Saves the due list as a calendar file. */
  'fleet.calendar': call<SavedFile>()(dueSchema),
  /** Every ring of every tenant, for finding one by name or kid. */
  'fleet.rings': call<FleetRing[]>()(noArgs),
  'export.preview': call<ExportedFile>()(exportSchema),
  'export.save': call<SavedFile>()(exportSchema),
  /** Everything public about a tenant in a folder or an archive. `null` when the officer closed the dialog. */
  'export.all': call<SavedExport | null>()(exportAllSchema),
  /** Hands a private half over, protected. `null` when the officer said no or closed a dialog; nothing left then. */
  'export.private': call<HandOver | null>()(exportPrivateSchema),
  'handover.list': call<HandOver[]>()(handOverListSchema),
  'certificate.reissue': call<RingView>()(reissueSchema),
  /** Saves a PKCS#10 request. */
  'certificate.request': call<SavedFile>()(requestSchema),
  /** Takes the authority's reply from a file of the officer's choice. `null` when the dialog was closed. */
  'certificate.accept': call<RingView | null>()(replySchema),
  'credentials.show': call<CredentialView | null>()(tenantArgs),
  /** The window sends no secret: the main process asks the officer for it. `null` when that was closed. */
  'credentials.store': call<CredentialFacts | null>()(credentialOrderSchema),
  /** Whether they are gone now: false when the officer said no. */
  'credentials.remove': call<boolean>()(tenantArgs),
  'publish.preview': call<PublicationPreview>()(previewSchema),
  'publish.push': call<PushOutcome>()(pushSchema),
  /** Newest first. */
  'publish.history': call<PastPublication[]>()(tenantArgs),
  /** One proof for each ring that has a current key. */
  'publish.verify': call<Proof[]>()(proveSchema),
  /** Looks now. */
  'publish.drift': call<DriftReport>()(tenantArgs),
  /** Looks at every tenant that has something published. */
  'fleet.drift': call<DriftReport[]>()(fleetDriftSchema),
  'evidence.list': call<EvidenceSummary[]>()(tenantArgs),
  'evidence.save': call<SavedFile>()(evidenceSchema),
  'outbox.list': call<Outbox>()(noArgs),
  /** Lets a push wait that reaches nobody; this is tried first. */
  'outbox.add': call<OutboxEntry>()(previewSchema),
  'outbox.drop': call<null>()(tenantArgs),
  /** Planned without the network, on the set that was seen last. */
  'bundle.preview': call<PublicationPreview>()(previewSchema),
  /** `null` when the officer closed the dialog; nothing was made then. */
  'bundle.save': call<SavedBundle | null>()(bundleSaveSchema),
  /** A courier's receipt from a file of the officer's choice. `null` when a dialog was closed or answered with no. */
  'receipt.accept': call<AcceptedReceipt | null>()(tenantArgs),
  /** The keys with which the tenant itself signs. */
  'remote.keys': call<OwnKeysView>()(ownKeysSchema),
  'remote.rotate': call<OwnKeysChange>()(ownKeysSchema),
  'remote.revoke': call<OwnKeysChange>()(ownRevokeSchema),
  'remote.export': call<SavedFile>()(ownExportSchema),
  'token.read': call<TokenReading>()(tokenReadSchema),
  'token.sign': call<SignedJws>()(tokenSignSchema),
  'sandbox.start': call<SandboxStatus>()(noArgs),
  /** What is armed to go wrong at the sandbox. */
  'sandbox.trouble': call<RehearsedTrouble>()(noArgs),
  'sandbox.rehearse': call<RehearsedTrouble>()(rehearseTroubleSchema),
  'audit.list': call<AuditEntry[]>()(auditListSchema),
  'audit.verify': call<AuditVerdict>()(noArgs),
  /** Copies, and clears the clipboard after a minute if it still holds that text. */
  'clipboard.copy': call<null>()(copySchema),
  /** Asks the work that runs on a channel to stop at the next place where nothing is half done. */
  'work.cancel': call<null>()(cancelSchema),
} as const satisfies Record<Channel, Call<z.ZodType, unknown>>;

type Contract = typeof contract;

/** What the caller gives (defaults may be left out). */
export type ArgsOf<C extends Channel> = z.input<Contract[C]['args']>;
/** What the handler receives (defaults filled in). */
export type ParsedArgsOf<C extends Channel> = z.output<Contract[C]['args']>;
export type ResultOf<C extends Channel> = NonNullable<Contract[C]> extends Call<z.ZodType, infer R> ? R : never;

export interface EventPayloads extends Record<EventName, unknown> {
  /** The registry changed; `action` is the audit action. */
  changed: { action: string };
  progress: Progress;
  /** The officer chose a place in the native menu. */
  navigate: { to: Destination };
}

/** A File that a person dropped on the window. The preload script turns it into its path; the page never sees that. */
type DroppedFile = object;

/** What the page hands over: the arguments, but for a dropped file the file itself. */
export type PageArgsOf<C extends Channel> = C extends 'file.inspectDropped' ? DroppedFile : ArgsOf<C>;

/** What the preload script exposes as `window.custodian`: one function per channel, and nothing else. */
export interface Bridge {
  calls: { [C in Channel]: (args: PageArgsOf<C>) => Promise<Result<ResultOf<C>>> };
  /** Returns the function that ends the subscription. */
  on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void;
}
