// Everything that can be changed in the registry, within one act.
import type { Backup } from '../../shared/domain/backup/backup.ts';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import type { Consumer, ConsumerNote } from '../../shared/domain/consumers/consumer.ts';
import type { DriftReport } from '../../shared/domain/published-set/drift-report.ts';
import type { EvidenceSummary } from '../../shared/domain/evidence/evidence.ts';
import type { KeptForeign } from '../../shared/domain/published-set/foreign.ts';
import type { FourEyesKind, Officer } from '../../shared/domain/four-eyes/four-eyes.ts';
import type { HandOver, ReadBack } from '../../shared/domain/exports/hand-over.ts';
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
import type { CarriedBundle, IssuedBundle, RecordedNote } from '../../shared/domain/records.ts';
import type { CopiedRow } from './registry-copy.ts';
import type { RegistryReader } from './registry-reader.ts';

export interface RegistryWriter extends RegistryReader {
  addTenant(tenant: Tenant): void;
  /** Replaces the record with the same id. */
  updateTenant(tenant: Tenant): void;
  removeTenant(tenantId: string): void;
  addRing(ring: KeyRing): void;
  /** Replaces the record with the same id. */
  updateRing(ring: KeyRing): void;
  addKey(key: SigningKey): void;
  /** Replaces the record with the same id. */
  updateKey(key: SigningKey): void;
  addPublication(publication: Publication): void;
  /** Gives the decision its maker; it takes the place of a former one about the same key. */
  keepForeign(tenantId: string, decision: Omit<KeptForeign, 'by'>): void;
  /** Whatever was decided about keys of that name holds no more. */
  forgetForeign(tenantId: string, name: string): void;
  /** Replaces the record with the same id. */
  updatePublication(publication: Publication): void;
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
  addHandOver(
    tenantId: string,
    made: Pick<HandOver, 'at' | 'tenant' | 'kid' | 'format' | 'protection' | 'to' | 'recipient' | 'sha256'>,
  ): HandOver;
  noteHandOverSaved(number: number, at: Instant): void;
  noteCopyConfirmed(number: number, at: Instant, by: ReadBack): void;
  noteCopyDestroyed(number: number, at: Instant, how: string): void;
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
  /** Once for each bundle; but a receipt of a push takes the place of one of none. */
  settleBundle(id: string, settled: NonNullable<IssuedBundle['settled']>): void;
  addCourier(fingerprint: string, at: Instant): void;
  addCarried(bundle: CarriedBundle): void;
  /** Adding the same one again changes nothing. */
  addAuthority(authority: RecordedAuthority): void;
  removeAuthority(sha256: string): void;
  setProxy(proxy: RecordedProxy): void;
  setProxyAccount(account: ProxyAccount | null): void;
  addOfficer(tenantId: string, officer: Officer): void;
  removeOfficer(tenantId: string, device: string): void;
  /** In place of those before. */
  setFourEyes(tenantId: string, kinds: readonly FourEyesKind[]): void;
  useApproval(tenantId: string, id: string, at: Instant): void;
  /** `keys` are those in it. One that is known already stays as it is. */
  addBackup(backup: Backup, keys: readonly Pick<SigningKey, 'id' | 'tenantId'>[]): void;
  noteDrill(backupId: string, at: Instant, outcome: NonNullable<Backup['drill']>): void;
  noteBackedUp(keys: readonly Pick<SigningKey, 'id' | 'tenantId'>[], at: Instant): void;
  /** Rows of one tenant from a registry beside this one; a hand-over whose number is taken here gets the next. */
  takeOver(rows: Iterable<{ table: string; row: CopiedRow }>): void;
  /** The entries of another chain, from its first. Only where this one has none yet: it goes on from there. */
  adoptAudit(entries: Iterable<AuditEntry>): void;
  addIntent(intent: VaultIntent): void;
  removeIntent(name: string): void;
  /** From now on this device key signs the audit chain, Standard Base64 of its SPKI; the former seal is forgotten. */
  setDeviceKey(deviceKey: string): void;
}
