// All subjects together: what can be asked of the registry, and what can be changed.
import type { RegistryReader } from '../ports/registry-reader.ts';
import type { RegistryWriter } from '../ports/registry-writer.ts';
import { audit } from './records/audit.ts';
import { backups } from './records/backups.ts';
import { consumers } from './records/consumers.ts';
import { fourEyes } from './records/four-eyes.ts';
import { handOvers } from './records/hand-overs.ts';
import { keys } from './records/keys.ts';
import { network } from './records/network.ts';
import { offline } from './records/offline.ts';
import { plans } from './records/plans.ts';
import { proofs } from './records/proofs.ts';
import { publications } from './records/publications.ts';
import { tenants } from './records/tenants.ts';
import type { Changes, Reads } from './rows.ts';

export const readerOver = (rows: Reads): RegistryReader => ({
  ...tenants.reads(rows),
  ...keys.reads(rows),
  ...publications.reads(rows),
  ...proofs.reads(rows),
  ...consumers.reads(rows),
  ...handOvers.reads(rows),
  ...plans.reads(rows),
  ...offline.reads(rows),
  ...network.reads(rows),
  ...audit.reads(rows),
  ...backups.reads(rows),
  ...fourEyes.reads(rows),
});

export const changesOf = (
  rows: Changes & Reads,
  actor: string,
): Omit<RegistryWriter, keyof RegistryReader | 'takeOver'> => ({
  ...tenants.changes(rows),
  ...keys.changes(rows),
  ...publications.changes(rows, actor),
  ...proofs.changes(rows),
  ...consumers.changes(rows, actor),
  ...handOvers.changes(rows, actor),
  ...plans.changes(rows),
  ...offline.changes(rows),
  ...network.changes(rows),
  ...audit.changes(rows),
  ...backups.changes(rows),
  ...fourEyes.changes(rows),
});
