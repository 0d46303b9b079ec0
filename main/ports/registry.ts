// The embedded database, as custody sees it: one door for reading and one for writing.
import type { RegistryFlaw } from '../../shared/problems/registry.ts';
import type { DriftReport } from '../../shared/domain/published-set/drift-report.ts';
import type { AuditAct } from '../../shared/domain/audit/entry.ts';
import type { VaultIntent } from './keychain.ts';
import type { RegistryReader } from './registry-reader.ts';
import type { RegistryState } from './registry-state.ts';
import type { RegistryWriter } from './registry-writer.ts';

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
  /** What vouches for all of it (docs/adr/0024). */
  state: RegistryState;
  /** What is wrong with the database file itself, in words; empty when it is sound. Reads all of it. */
  damage(): RegistryFlaw[];
  close(): void;
}
