// A backup that was made here and counts, and the keys that are in none.
import type { WireError } from '../../errors.ts';
import type { BackupHead } from './format.ts';
import type { Instant } from '../timing/instant.ts';

export interface Backup {
  id: string;
  /** From when its content is. */
  at: Instant;
  /** As it was called when it was written. */
  file: string;
  /** Lower-case hex SHA-256 of the file. */
  sha256: string;
  bytes: number;
  /** Private keys in it. */
  keys: number;
  /** In words. */
  protection: string;
  drilledAt: Instant | null;
  drill: 'passed' | 'failed' | null;
}

/** A key that signs or may sign again, may leave the keychain in a file, and is in no backup. */
export interface UnsavedKey {
  tenant: string;
  kid: string;
  state: 'next' | 'current' | 'previous';
}

export interface BackupStatus {
  /** `null` when none was ever made. */
  last: Backup | null;
  unsaved: UnsavedKey[];
  /** The newest drill of any backup; `null` before the first. */
  lastDrill: { at: Instant; outcome: 'passed' | 'failed' } | null;
  /** When the next drill is due: at once where there was none, or the last one failed. `null` while there is no backup. */
  drillDueAt: Instant | null;
}

export interface DrillReport {
  outcome: 'passed' | 'failed';
  at: Instant;
  /** As the file is called. */
  file: string;
  /** `null` where it could not be read. */
  backup: Pick<BackupHead, 'id' | 'madeAt' | 'device'> | null;
  tenants: number;
  /** That signed, and whose public key verified it. */
  privateHalves: number;
  /** Keys that are here, may leave, and are not in it. */
  notInIt: { tenant: string; kid: string }[];
  /** Why it failed. */
  problem: WireError | null;
}

/** `everyDays`: at most so many between two drills. */
export function drillDueAt(
  last: Backup | null,
  lastDrill: BackupStatus['lastDrill'],
  everyDays: number,
): Instant | null {
  if (last === null) {
    return null;
  }
  if (lastDrill?.outcome !== 'passed') {
    return lastDrill?.at ?? last.at;
  }
  return new Date(Date.parse(lastDrill.at) + everyDays * 86_400_000).toISOString();
}

/** What is to be done about backups. */
export interface BackupDue {
  /** Keys in no backup. */
  unsaved: number;
  drill: boolean;
}

/** `null` where nothing is. */
export function backupDue({ unsaved, drillDueAt: at }: BackupStatus, now: Instant): BackupDue | null {
  const drill = at !== null && at <= now;
  return unsaved.length === 0 && !drill ? null : { unsaved: unsaved.length, drill };
}
