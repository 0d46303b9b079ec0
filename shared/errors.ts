// One union of error codes for the whole product. An error carries its code and the few public facts that its
// sentence needs (shared/words/), codes and values all the way down (docs/adr/0041); it never carries a secret or an absolute path.

import type { ApprovalFlaw } from './problems/approval.ts';
import type { ClockDifference, ClockReason } from './domain/timing/key-clocks.ts';
import type { StepProblem } from './domain/ceremony/ceremony.ts';
import type { StepName } from './domain/ceremony/steps.ts';
import type { Instant } from './domain/timing/instant.ts';
import type { AlteredPart } from './domain/audit/registry-state.ts';
import type { KeyWorth } from './domain/key-ring/ring.ts';
import type { FindingCode } from './domain/published-set/finding.ts';
import type { KeyEntry } from './domain/reading/key-entry.ts';
import type { FileFormat, KeyKind, UnreadScheme } from './domain/reading/schemes.ts';
import type {
  AskedAct,
  Holder,
  KeyAct,
  KeyCondition,
  MissingPart,
  OtherThanFile,
  RemoteAct,
  SignedDocument,
  StoppedAct,
} from './problems/acts.ts';
import type { BackupFlaw } from './problems/backup.ts';
import type { AnswerProblem } from './problems/answer.ts';
import type { ConnectionProblem } from './problems/connection.ts';
import type { CourierFlaw } from './problems/courier.ts';
import type { DiskProblem } from './problems/disk.ts';
import type { Field, FieldPath } from './problems/fields.ts';
import type { InputProblem } from './problems/input.ts';
import type { KeyFileProblem } from './problems/key-file.ts';
import type { KeychainDetail } from './problems/keychain.ts';
import type { ProxyProblem } from './problems/proxy.ts';
import type { RegistryFlaw } from './problems/registry.ts';
import type { ShareFlaw } from './problems/shares.ts';
import type { UpdateProblem } from './problems/update.ts';
import type { UsageProblem } from './problems/usage.ts';

declare const harmless: unique symbol;

/** Words of a remote side after main/tenant/remote-text.ts: short, fit to be shown, and without what was sent in secret. */
export type RemoteText = string & { readonly [harmless]: true };

/** Code -> the facts that go with it. Add a code here and the compiler asks for its sentence. */
export interface ErrorFacts {
  USAGE: { problem: UsageProblem };
  INPUT_INVALID: { field: Field | FieldPath; problem: InputProblem };
  CONFIRMATION_REQUIRED: { action: AskedAct };
  CANCELLED: { action: StoppedAct };
  /** What an officer was shown is not what it is now. */
  CONFIRMATION_CHANGED: Record<string, never>;
  /** A dialog of another call is open. */
  CONVERSATION_BUSY: Record<string, never>;
  TENANT_IN_CONVERSATION: { tenant: string };
  INTERNAL: { reference: string };

  TENANT_NOT_FOUND: { tenant: string };
  TENANT_EXISTS: { tenant: string };
  TENANT_ARCHIVED: { tenant: string; at: Instant };
  RING_NOT_FOUND: { tenant: string; ring: string };
  RING_EXISTS: { tenant: string; ring: string };
  RING_RETIRED: { ring: string };
  RING_ALGORITHM_NOT_PUSHABLE: { alg: string };
  RING_HAS_CURRENT: { ring: string; kid: string };
  RING_NEXT_ANNOUNCED: { ring: string; kid: string };
  RING_HAS_NO_CURRENT: { ring: string };
  RING_HAS_NO_NEXT: { ring: string };
  RING_CHANGED: { ring: string };
  /** A key that nobody outside has seen but that would be missed. */
  KEY_WOULD_BE_REPLACED: { ring: string; kid: string; worth: KeyWorth };
  /** It is, or may be, in other hands: it is not brought into use. */
  KEY_KNOWN_LEAKED: { kid: string };
  KEY_KID_TAKEN: { tenant: string; kid: string };
  /** The file calls its key by a name that cannot serve. */
  KEY_KID_UNFIT: { kid: string; problem: InputProblem };
  ROTATION_HAS_EFFECT: { ring: string };
  KEY_DESTROYED: { kid: string };
  KEY_NOT_EXPORTABLE: { kid: string };
  /** The act, and what was said of it as canonical JSON: what a request is made of. */
  APPROVAL_NEEDED: { tenant: string; act: string; args: string };
  /** `wanted`: what another request is made of; `null` where it was not about an act. */
  APPROVAL_UNFIT: {
    flaw: ApprovalFlaw;
    reason: string | null;
    wanted: { tenant: string; act: string; args: string } | null;
  };
  APPROVAL_NOT_FOR: { act: string };
  OFFICER_EXISTS: { officer: string };
  OFFICER_NOT_FOUND: { tenant: string; officer: string };
  FOUR_EYES_ALONE: { tenant: string };
  CEREMONY_NONE: { tenant: string };
  CEREMONY_OPEN: { tenant: string; at: Instant };
  /** It is still the next one: nothing goes past it but an officer who says why. */
  CEREMONY_STEP_FAILED: { tenant: string; step: StepName; problem: StepProblem };
  CEREMONY_STEPS_LEFT: { tenant: string; step: StepName };
  CEREMONY_STEPS_DONE: { tenant: string };
  HAND_OVER_NOT_FOUND: { tenant: string; number: number };
  /** What the recipient read back belongs neither to the file nor to the key. */
  HAND_OVER_READ_WRONG: { number: number; to: string };
  /** What is said of a copy is said once. */
  HAND_OVER_SAID: { number: number; what: 'confirmed' | 'destroyed'; at: Instant };
  KEY_FOR_TOKENS: { tenant: string; kid: string };
  TENANT_IN_SERVICE: { tenant: string; kid: string };

  KEY_NOT_FOUND: { tenant: string; kid: string };
  /** The public key on record is not that of the private key that is held. */
  KEY_NOT_OURS: { kid: string };
  /** It would begin to sign in production, and a lost machine would take it along. */
  KEY_NOT_BACKED_UP: { kid: string };
  KEY_STATE: { kid: string; state: KeyCondition; action: KeyAct; needs: KeyCondition };
  KEY_EXISTS: { kid: string };
  KEY_REVOKED_BEFORE: { kid: string };
  KEY_UNREADABLE: { problem: KeyFileProblem };
  KEY_ENCRYPTED: { format: FileFormat };
  KEY_PASSPHRASE_WRONG: { format: FileFormat };
  KEY_CIPHER_UNSUPPORTED: { cipher: UnreadScheme };
  /** Number, name or fingerprint choose one. */
  KEY_CHOICE_NEEDED: { entries: KeyEntry[] };
  KEY_CERTIFICATE_MISMATCH: { subject: string };
  KEY_UNSUPPORTED: { kind: KeyKind };
  KEY_WEAK: { problem: KeyFileProblem };
  KEY_RING_MISMATCH: { kind: KeyKind; ring: string; alg: string };

  CLOCK_TOO_EARLY: {
    kid: string;
    action: 'rotating' | 'revoking';
    at: Instant | null;
    why: ClockReason;
    /** Names of consumers whose confirmation is missing. */
    waitsFor: string[];
  };
  CLOCK_SET_BACK: { seconds: number };
  /** `direction`: where this machine's clock is, against the server's. */
  CLOCK_DISAGREES: ClockDifference;
  CONSUMER_NOT_FOUND: { tenant: string; consumer: string };
  CONSUMER_EXISTS: { tenant: string; consumer: string };
  CONSUMER_NEEDS_NO_FILE: { consumer: string };
  POLICY_NOT_FOUND: { policy: string };
  PLAN_CHANGED: { ring: string };
  PLAN_REHEARSAL_MISSING: { tenant: string; rehearsal: string | null; days: number };

  VAULT_UNAVAILABLE: { detail: KeychainDetail };
  VAULT_LOCKED: { detail: KeychainDetail };
  VAULT_TIMEOUT: { seconds: number };
  VAULT_FOREIGN: { detail: KeychainDetail };
  VAULT_TOO_LARGE: { bytes: number };
  VAULT_SECRET_MISSING: { kid: string };
  VAULT_SECRET_DAMAGED: { kid: string };
  /** `seconds`: how long the next guess has to wait. */
  VAULT_PASSPHRASE_WRONG: { seconds: number };
  /** After wrong guesses. */
  VAULT_GUESSES: { until: Instant };
  VAULT_PASSPHRASE_SET: Record<string, never>;
  VAULT_PASSPHRASE_NONE: Record<string, never>;
  /** It was asked to lock. */
  VAULT_WINDOW_SILENT: { seconds: number };
  /** What is kept is sealed, and what says how is not there. */
  VAULT_SEAL_GONE: Record<string, never>;
  /** Whoever asks for this shows once more that it is them. */
  /** `null`: it is about all of them. */
  VAULT_PROOF_NEEDED: { tenant: string | null };

  REGISTRY_IN_USE: { holder: Holder };
  REGISTRY_OF_PRODUCT: Record<string, never>;
  REGISTRY_FULL: { file: string };
  REGISTRY_READ_ONLY: { file: string };
  REGISTRY_UNREACHABLE: { problem: DiskProblem };
  REGISTRY_DAMAGED: { detail: RegistryFlaw };
  REGISTRY_OLDER: { entries: number; remembered: number };
  /** `tenant`: whose records, where that is known. */
  REGISTRY_ALTERED: { what: AlteredPart; tenant: string | null };
  AUDIT_BROKEN: { unsigned: SignedDocument };
  REGISTRY_TOO_NEW: { found: number; known: number };

  FILE_NOT_FOUND: { file: string };
  /** A pipe, a device: it may never end, or never begin. */
  FILE_NOT_REGULAR: { file: string; kind: OtherThanFile };
  FILE_UNREADABLE: { file: string; problem: DiskProblem };
  FILE_EXISTS: { file: string };
  FILE_NOT_WRITTEN: { file: string; problem: DiskProblem };
  FILE_TOO_LARGE: { file: string; bytes: number; limit: number };
  /** The clipboard was to be read, and no person had pasted within that time. */
  PASTE_NOT_SEEN: { seconds: number };

  BACKUP_UNREADABLE: { problem: BackupFlaw };
  /** `from`: the file in which the share was, where there was one. */
  SHARES_UNFIT: { from: string | null; problem: ShareFlaw };
  BACKUP_TOO_NEW: { found: number; known: number };
  /** Its content is not what it was when it was looked at. */
  BACKUP_CHANGED: Record<string, never>;
  /** Read back, it is not what was written, so it does not count. */
  BACKUP_NOT_PROVEN: Record<string, never>;
  BACKUP_NOT_POSSIBLE: Record<string, never>;

  /** Nobody's signature counts: this program was built without the key of its publisher. */
  UPDATE_NO_KEY: Record<string, never>;
  UPDATE_REFUSED: { problem: UpdateProblem };

  PUBLISH_TOO_MANY: { count: number; limit: number };
  PUBLISH_BLOCKED: { tenant: string; findings: { kid: string; code: FindingCode }[] };
  /** Keys of others about which nobody decided, by kid or thumbprint. */
  PUBLISH_FOREIGN_UNDECIDED: { tenant: string; keys: string[] };
  PUBLISH_REVOKED_BACK: { tenant: string; kids: string[] };
  EVIDENCE_NOT_FOUND: { tenant: string };
  PUBLISH_NO_FORMER_SET: { tenant: string };
  PUBLISH_CHANGED: { tenant: string };
  /** Other keys are there. */
  PUBLISH_NOT_CONFIRMED: { tenant: string };
  PUBLISH_NOT_CONFIGURED: { tenant: string; missing: MissingPart };

  OUTBOX_NOT_NEEDED: { tenant: string };
  OUTBOX_EMPTY: { tenant: string };
  /** A bundle or receipt that is not what it should be. */
  COURIER_FILE_REFUSED: { file: 'bundle' | 'receipt'; problem: CourierFlaw };
  COURIER_DEVICE_UNKNOWN: { file: 'bundle' | 'receipt'; fingerprint: string };
  COURIER_BUNDLE_EXPIRED: { tenant: string; at: Instant };

  /** `domain`: the one that is wanted; `null` where any will do. `status`: what the tenant says of it; `null` when it is not there. */
  DOMAIN_NOT_READY: { host: string; domain: string | null; status: RemoteText | null };

  REMOTE_UNREACHABLE: { host: string; detail: ConnectionProblem };
  REMOTE_TLS: { host: string; detail: ConnectionProblem };
  /** The proxy as `http://host:port`. */
  REMOTE_PROXY_UNREACHABLE: { host: string; proxy: string; detail: ConnectionProblem };
  REMOTE_PROXY_UNAUTHORISED: { host: string; proxy: string; detail: ProxyProblem };
  REMOTE_PROXY_REFUSED: { host: string; proxy: string; status: number };
  REMOTE_ROUTE_UNKNOWN: { host: string; detail: ProxyProblem };
  REMOTE_TIMEOUT: { host: string; seconds: number };
  /** `detail`, here and below: its own words; `null` when it gives no reason. */
  REMOTE_UNAUTHORISED: { host: string; detail: RemoteText | null };
  REMOTE_TOKEN_EXPIRED: { host: string; at: Instant };
  /** `null` when the tenant does not say which. */
  REMOTE_SCOPE_MISSING: { host: string; scopes: RemoteText | null };
  REMOTE_NOT_ENTITLED: { host: string; detail: RemoteText | null };
  REMOTE_INVALID_BODY: { host: string; member: RemoteText; detail: RemoteText | null };
  REMOTE_CONFLICT: { host: string; detail: RemoteText | null };
  REMOTE_REFUSED: { host: string; status: number; detail: RemoteText | null };
  REMOTE_CHANGED: { host: string };
  REMOTE_RATE_LIMITED: { host: string; until: Instant };
  REMOTE_FAILED: { host: string; status: number; detail: RemoteText | null };
  REMOTE_MALFORMED: { host: string; detail: AnswerProblem };
  /** Something was sent, and then the registry could not be changed. */
  REMOTE_NOT_RECORDED: { tenant: string; action: RemoteAct };
  REMOTE_OUTCOME_UNKNOWN: { tenant: string; action: RemoteAct };
}

export type ErrorCode = keyof ErrorFacts;

/** The form in which an error crosses IPC and leaves the command line. */
export type WireError = { [C in ErrorCode]: { code: C; facts: ErrorFacts[C] } }[ErrorCode];

export type Result<T> = { ok: true; value: T } | { ok: false; error: WireError };

export class CustodianError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'CustodianError';
  readonly code: C;
  readonly facts: ErrorFacts[C];

  constructor(code: C, facts: ErrorFacts[C], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }
}

export function isCustodianError<C extends ErrorCode>(error: unknown, code?: C): error is CustodianError<C> {
  return error instanceof CustodianError && (code === undefined || error.code === code);
}

/** The wire form of any thrown value. What is not coded becomes INTERNAL, so that no message or stack crosses a border. */
export function toWireError(error: unknown): WireError {
  if (isCustodianError(error)) {
    const { code, facts } = error;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- code and facts were matched when it was made
    return { code, facts } as WireError;
  }
  return { code: 'INTERNAL', facts: { reference: error instanceof Error ? error.name : typeof error } };
}
