// Backups in lines for people.
import type { BackupStatus, DrillReport } from '../../../domain/backup/backup.ts';
import type { AbsentKey } from '../../../domain/backup/format.ts';
import type { Restored, RestoreConflict, RestorePreview, TenantVerdict } from '../../../domain/backup/restore.ts';
import { notedText } from '../../../domain/audit/noted-head.ts';
import type { Instant } from '../../../domain/timing/instant.ts';
import { count } from '../numbers.ts';
import { anchorLine } from './audit.ts';
import { sentenceFor } from '../errors.ts';

const keys = (number: number): string => count(number, 'private key', 'private keys');

const WHY: Record<AbsentKey['why'], string> = {
  'stays-here': 'must never leave the keychain',
  missing: 'THE KEYCHAIN DOES NOT HAVE IT',
  damaged: 'IT IS NOT WHOLE IN THE KEYCHAIN',
};

const absentLines = (absent: readonly AbsentKey[]): string[] =>
  absent.map(({ tenant, kid, why }) => `  not in it: ${kid} of ${tenant}, ${WHY[why]}`);

interface Made {
  file: string;
  bytes: number;
  sha256: string;
  keys: number;
  credentials: number;
  recipients: readonly string[];
  anchor: string;
  proven: 'opened' | 'compared';
  absent: readonly AbsentKey[];
  newInIt: readonly { tenant: string; kid: string }[];
  shares: { set: string; recipient: string; threshold: number; holders: readonly string[] } | null;
}

/** More would hide the rest; --json has all. */
const NAMED = 20;

export const madeLines = (made: Made): string[] => [
  `${made.file}: ${keys(made.keys)}, ${count(made.credentials, 'credential', 'credentials')}, ${made.bytes} bytes`,
  `SHA-256 ${made.sha256}`,
  made.newInIt.length === 0
    ? 'No key came since the last backup.'
    : `${keys(made.newInIt.length)} came since the last backup:`,
  ...made.newInIt.slice(0, NAMED).map(({ tenant, kid }) => `  ${kid} of ${tenant}`),
  ...(made.newInIt.length > NAMED ? [`  and ${made.newInIt.length - NAMED} more`] : []),
  ...made.recipients.map((recipient) => `for ${recipient}`),
  anchorLine(made.anchor),
  made.proven === 'opened'
    ? 'It was opened again, and everything in it is as it was written.'
    : 'It was read back and is as it was written. Only its recipients can open it: have one of them run “backup drill”.',
  ...(made.shares === null
    ? []
    : [
        `Any ${made.shares.threshold} of ${made.shares.holders.length} shares of the set ${made.shares.set} open it, and so do later backups for ${made.shares.recipient}.`,
      ]),
  ...absentLines(made.absent),
];

interface Verified {
  id: string;
  madeAt: string;
  device: string;
  tenants: number;
  privateHalves: number;
  credentials: number;
  audit: { entries: number; head: string };
  absent: readonly AbsentKey[];
}

export const verifiedLines = (found: Verified): string[] => [
  `The backup is whole: ${keys(found.privateHalves)} of ${count(found.tenants, 'tenant', 'tenants')}, each belongs to its public key.`,
  `made at ${found.madeAt} by the device ${found.device}`,
  `audit chain of ${found.audit.entries} entries, head ${found.audit.head}`,
  anchorLine(notedText({ seq: found.audit.entries, hash: found.audit.head })),
  ...absentLines(found.absent),
];

const CONFLICT: Record<RestoreConflict, string> = {
  'name-taken': 'another tenant has this name here: rename that one, then restore again',
  'key-known-here': 'a key of it belongs to another tenant here',
  diverged: 'each side has what the other has not',
};

const VERDICT: Record<Exclude<TenantVerdict['is'], 'conflict'>, string> = {
  new: 'new: comes in with all that is on record',
  same: 'the same is here',
  'newer-here': 'newer here: what is here stays',
  'newer-in-backup': 'older here: what is here stays all the same',
};

const verdictLine = (verdict: TenantVerdict): string =>
  verdict.is === 'conflict' ? `CONFLICT: ${CONFLICT[verdict.why]}` : VERDICT[verdict.is];

export const previewLines = ({ backup, empty, tenants }: RestorePreview): string[] => [
  `Backup of ${backup.madeAt} by the device ${backup.device}`,
  empty
    ? 'Nothing is here yet: the audit chain goes on from that of the backup.'
    : 'The audit chain here stays, and says where the rest came from.',
  ...tenants.flatMap(({ tenant, verdict, privateHalves, without }) => [
    `${tenant}: ${verdictLine(verdict)}${privateHalves.length === 0 ? '' : `; ${keys(privateHalves.length)} to come`}`,
    ...without.map((kid) => `  WITHOUT ITS PRIVATE KEY: ${kid}`),
  ]),
];

export const restoredLines = ({ backup, tenants, privateHalves, skipped, without }: Restored): string[] => [
  `Restored from the backup of ${backup.madeAt}: ${count(tenants.length, 'tenant', 'tenants')}, ${keys(privateHalves)}.`,
  ...skipped.map(({ tenant, verdict }) => `${tenant}: ${verdictLine(verdict)}`),
  ...without.flatMap(({ tenant, kids }) => kids.map((kid) => `${tenant}: WITHOUT ITS PRIVATE KEY: ${kid}`)),
  ...(tenants.length === 0 ? [] : ['Now run “custodian doctor”, and prove one push from outside.']),
];

export const drillLines = ({ outcome, backup, privateHalves, notInIt, problem }: DrillReport): string[] =>
  outcome === 'failed'
    ? [`FAILED: ${problem === null ? '' : sentenceFor(problem).message}`, 'This is on record. Make another backup now.']
    : [
        `PASSED: the backup of ${backup?.madeAt ?? ''} gives ${keys(privateHalves)}; each signed, and its public key verified it.`,
        ...(notInIt.length === 0 ? [] : [`${keys(notInIt.length)} are here and not in it:`]),
        ...notInIt.map(({ tenant, kid }) => `  ${kid} of ${tenant}`),
      ];

/** In one line, for lists that are about something else; `null` where nothing has to be done. */
export function backupLine({ last, unsaved, drillDueAt }: BackupStatus, now: Instant): string | null {
  const said = [
    ...(unsaved.length === 0 ? [] : [`${keys(unsaved.length)} in no backup`]),
    ...(drillDueAt !== null && drillDueAt <= now ? ['a drill is due'] : []),
  ];
  const when = last === null ? 'there is none' : `the last is of ${last.at}`;
  return said.length === 0 ? null : `Backup: ${said.join('; ')}; ${when}. See “custodian backup status”.`;
}

export const statusLines = ({ last, unsaved, lastDrill, drillDueAt }: BackupStatus): string[] => [
  last === null ? 'There is no backup.' : `Last backup ${last.at}: ${last.file}, ${keys(last.keys)}`,
  lastDrill === null ? 'No backup was ever drilled.' : `Last drill ${lastDrill.at}: ${lastDrill.outcome}`,
  ...(drillDueAt === null ? [] : [`Next drill by ${drillDueAt}`]),
  ...(unsaved.length === 0 ? [] : [`${keys(unsaved.length)} in no backup:`]),
  ...unsaved.map(({ tenant, kid, state }) => `  ${kid} of ${tenant} (${state})`),
];
