// Everything that can be asked of the registry.
import type { Backup, UnsavedKey } from '../../shared/domain/backup/backup.ts';
import type { Consumer, ConsumerNote } from '../../shared/domain/consumers/consumer.ts';
import type { DriftReport } from '../../shared/domain/published-set/drift-report.ts';
import type { EvidenceSummary } from '../../shared/domain/evidence/evidence.ts';
import type { KeptForeign } from '../../shared/domain/published-set/foreign.ts';
import type { FourEyesKind, Officer } from '../../shared/domain/four-eyes/four-eyes.ts';
import type { CopyOut, HandOver } from '../../shared/domain/exports/hand-over.ts';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { Proof } from '../../shared/domain/evidence/proof.ts';
import type { Publication } from '../../shared/domain/published-set/publication.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import type { OutboxEntry } from '../../shared/domain/published-set/outbox.ts';
import type { CompletedPlan } from '../../shared/domain/plan/plan.ts';
import type { Policy } from '../../shared/domain/timing/policy.ts';
import type { VaultIntent } from './secret-box.ts';
import type { ProxyAccount, RecordedAuthority, RecordedProxy } from './network.ts';
import type {
  AuditAnchor,
  CarriedBundle,
  CompromisedOut,
  IssuedBundle,
  KeyCounts,
  KeyDates,
  KeyName,
  LastSet,
  RecordedNote,
} from '../../shared/domain/records.ts';

export interface RegistryReader {
  tenants(): Tenant[];
  /** Of all tenants, oldest first. */
  keyNames(): KeyName[];
  /** Tenant id -> how many of its keys are in each state; a tenant without keys has none. */
  keyCounts(): Map<string, KeyCounts>;
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
  /** Of all tenants: those whose private key is to be erased at that instant and is not yet. */
  keysToErase(at: Instant): SigningKey[];
  lastPublication(tenantId: string): Publication | null;
  /** Decisions to keep keys of others, oldest first. */
  keptForeign(tenantId: string): KeptForeign[];
  /** Newest first. */
  publications(tenantId: string, limit: number): Publication[];
  proofs(tenantId: string, limit: number): Proof[];
  /** Newest first. */
  evidence(tenantId: string, limit: number): EvidenceSummary[];
  /** The document exactly as it was recorded; `null` when the tenant has none of this id. */
  evidenceDocument(tenantId: string, id: string): string | null;
  /** Of all tenants. */
  compromisedOut(): CompromisedOut[];
  /** What the last look at the published set found. */
  drift(tenantId: string): DriftReport | null;
  notes(tenantId: string): RecordedNote[];
  /** In the order in which they were registered. */
  consumers(tenantId: string): Consumer[];
  /** About all consumers of the tenant, oldest first. */
  consumerNotes(tenantId: string): ConsumerNote[];
  /** Oldest first. */
  handOvers(tenantId: string): HandOver[];
  /** Of all tenants: one for each copy of which nobody said that it is gone. */
  copiesOut(): CopyOut[];
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
  /** Those that a person named, by subject. */
  authorities(): RecordedAuthority[];
  /** As the system has it, when nobody recorded anything. */
  proxy(): RecordedProxy;
  /** For which proxy the keychain has a password. */
  proxyAccount(): ProxyAccount | null;
  /** Those that count, oldest first. */
  backups(): Backup[];
  /** The ids of the tenant's keys that are in a backup. */
  backedUpKeys(tenantId: string): Set<string>;
  /** Of all tenants: keys that sign or may sign again, may leave, and are in no backup. */
  unsavedKeys(): (Omit<UnsavedKey, 'tenant'> & { tenantId: string })[];
  /** Who may say the second yes for the tenant. */
  officers(tenantId: string): Officer[];
  /** The kinds of acts for which the tenant wants one. */
  fourEyes(tenantId: string): FourEyesKind[];
  /** The ids of approvals that were used up. */
  usedApprovals(tenantId: string): Set<string>;
  intents(): VaultIntent[];
  auditAnchor(): AuditAnchor | null;
  auditHead(): AuditEntry | null;
  /** The latest instant of any entry: the head's own may be earlier, when a clock was set back and acts went on. */
  latestInstant(): Instant | null;
  /** What was found and said about the clock (trusted-time.ts), oldest first. */
  clockEntries(): AuditEntry[];
  /** Entries after `afterSeq`, oldest first, at most `limit`. */
  audit(afterSeq: number, limit: number): AuditEntry[];
}
