// The registry as something that is vouched for: by a seal inside it, under a key that only the keychain has.
import type { AlteredPart, StateDifference } from '../../shared/domain/audit/registry-state.ts';
import type { Registry } from './registry.ts';
import type { AuditAct } from '../../shared/domain/audit/entry.ts';

/** A place in the life of the registry. The number grows with every change, also with those that leave no entry. */
export interface StateMark {
  number: number;
  seq: number;
  hash: string;
}

export interface RegistryState {
  /** What the seal in the registry says, true or not; `null` before the first. */
  mark(): StateMark | null;
  /** From now on every change is sealed with this key. */
  use(key: Uint8Array): void;
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
  vouched: Pick<Registry, 'read' | 'change' | 'noteIntents' | 'noteDrift' | 'noteSeal'>;
  /** Seals whatever is there now, with a number above `above`: an officer's decision, or the first seal of all. */
  sealAnew(act: AuditAct, above: number): void;
}
