// The embedded database, as custody sees it: one door for reading and one for writing.
import type { RegistryFlaw } from '../../shared/problems/registry.ts';
import type { DriftReport } from '../../shared/domain/published-set/drift-report.ts';
import type { AuditAct } from '../../shared/domain/audit/entry.ts';
import type { VaultIntent } from './secret-box.ts';
import type { RegistryCopy, StagedRegistry } from './registry-copy.ts';
import type { RegistryReader } from './registry-reader.ts';
import type { AlteredPart, StateDifference } from '../../shared/domain/audit/registry-state.ts';
import type { RegistryWriter } from './registry-writer.ts';

/** The embedded database of public facts. There is one door for writing, and it always leaves an audit entry. */
export interface Registry {
  read<T>(work: (reader: RegistryReader) => T): T;
  /** One durable transaction: all of `work` and its audit entry, or nothing. */
  change<T>(act: AuditAct, work: (writer: RegistryWriter) => T): T;
  /** As it is now, beside it. */
  copy(): RegistryCopy;
  /** How many steps made the tables of this program. */
  schema(): number;
  /** An empty one beside it, with the tables of an earlier version or of this. */
  stage(schema: number): StagedRegistry;
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

/** A place in the life of the registry. The number grows with every change, also with those that leave no entry. */
export interface StateMark {
  number: number;
  seq: number;
  hash: string;
}

/** The registry as something that is vouched for: by a seal inside it, under a key that only the keychain has. */
export interface RegistryState {
  /** What the seal in the registry says, true or not; `null` before the first. */
  mark(): StateMark | null;
  /** From now on every change is sealed with this key; with `null`, nothing can be changed. */
  use(key: Uint8Array | null): void;
  /** Without it nothing is held against its hash. */
  hasKey(): boolean;
  /** Quick: seal, schema, newest entry and the hashes of all records. From now on every record that is read is held against its hash again. */
  flaw(): AlteredPart | null;
  /** Whether a flaw in the schema is nothing but this program's own upgrade of what was sealed. */
  isProvenUpgrade(): boolean;
  /** Thorough: reads everything, one table after the other. */
  differences(): Iterable<StateDifference>;
  /** The names of the tables that are covered. */
  tables(): string[];
  /** Bytes of the database, which say how long the thorough look takes. */
  size(): number;
  /** The same registry for acts: what is read or changed is first held against its hash. Throws REGISTRY_ALTERED. */
  vouched: Pick<Registry, 'read' | 'change' | 'copy' | 'noteIntents' | 'noteDrift' | 'noteSeal'>;
  /** Seals whatever is there now, with a number above `above`: an officer's decision, or the first seal of all. */
  sealAnew(act: AuditAct, above: number): void;
}
