// The evidence report: what was done for a tenant in a span of time, taken from the audit chain, for somebody who checks it
// elsewhere. It holds the entries themselves, hash by hash, so that the script docs/guide/verify-audit.mjs needs nothing else;
// how they are told apart for people is one table. Public facts only.
import { z } from 'zod';
import { dayOrInstant, nameSchema } from '../../fields.ts';
import type { ChainHead } from '../audit/chain.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { isDuring, isWithin, type SubjectSpan, tenantSpans } from '../audit/selection.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Instant } from '../timing/instant.ts';

export const REPORT_FORMAT = 'key-custodian/evidence-report';

export const reportSchema = z.strictObject({
  tenant: nameSchema,
  /** The first instant that belongs to it. */
  from: dayOrInstant,
  /** The first that does not. */
  to: dayOrInstant,
});

/** In the order of the page. What stands in none is told among `other`. */
const CHAPTERS = {
  rotations: ['key.rotated', 'key.rotated-and-revoked', 'key.rotation-aborted', 'plan.completed'],
  ends: ['key.revoked', 'key.withdrawn', 'key.destroyed', 'key.destruction-scheduled', 'key.destruction-cancelled'],
  publications: ['publish.', 'bundle.', 'courier.', 'receipt.', 'outbox.'],
  proofs: ['publish.verified', 'publish.seen', 'drift.'],
  'hand-overs': ['key.handed-over', 'key.hand-over', 'key.copy-destroyed'],
  ceremonies: ['ceremony.'],
  backups: ['backup.'],
  machine: ['audit.', 'evidence.', 'registry.', 'clock.', 'custody.'],
  other: [''],
} as const;

export type Chapter = keyof typeof CHAPTERS;

const isChapter = (name: string): name is Chapter => Object.hasOwn(CHAPTERS, name);
export const CHAPTER_NAMES: readonly Chapter[] = Object.keys(CHAPTERS).filter(isChapter);

/** Of this whole installation and not of one tenant; an auditor of any tenant asks for them. */
const OF_ALL = [
  'backup.made',
  'backup.drilled',
  'backup.restore-begun',
  'backup.restored',
  'audit.device-key',
  'audit.accepted',
  'registry.sealed',
  'registry.upgraded',
  'clock.disagreed',
  'clock.agreed',
  'clock.stated',
];

export interface ReportKey extends Pick<
  SigningKey,
  'kid' | 'alg' | 'state' | 'spkiSha256' | 'createdAt' | 'currentAt' | 'previousAt' | 'revokedAt' | 'destroyedAt'
> {
  ring: string;
  inBackup: boolean;
}

/** A step that waits for a clock, and whether it did. */
export interface GuardedStep {
  seq: number;
  /** Why the officer went ahead of it; `null` where it was kept. */
  reason: string | null;
}

/** The facts; who signed them, and the pages that were made of them, come with the file. */
export interface EvidenceReport {
  format: typeof REPORT_FORMAT;
  version: 1;
  id: string;
  madeAt: Instant;
  tenant: Pick<Tenant, 'name' | 'domain' | 'customDomain' | 'issuer' | 'environment' | 'endpoint'>;
  from: Instant;
  to: Instant;
  /** Which entries of the chain belong to it, so that one who has the chain can see that none is left out. */
  scope: { spans: SubjectSpan[]; actions: string[] };
  /** The last entry of the chain when it was made. */
  anchor: ChainHead;
  /** As they are when it is made. */
  keys: ReportKey[];
  clocks: GuardedStep[];
  /** Numbers of the entries in which somebody went ahead of a rule, with the reason. */
  overrides: GuardedStep[];
  chapters: { chapter: Chapter; entries: number[] }[];
  entries: AuditEntry[];
}

/** A report before it is signed: what its page shows. */
export interface DraftedReport {
  report: EvidenceReport;
  /** Fingerprint of the device that will sign it. */
  device: string;
}

interface ReportSpan {
  from: Instant;
  to: Instant;
}

/** `chain`: all of it, oldest first. */
export function chaptersOf(
  chain: readonly AuditEntry[],
  tenant: string,
  { from, to }: ReportSpan,
): Pick<EvidenceReport, 'scope' | 'entries' | 'clocks' | 'overrides' | 'chapters'> {
  const spans = tenantSpans(chain, tenant);
  const entries = chain.filter(
    (entry) => isDuring(entry, from, to) && (isWithin(entry, spans) || OF_ALL.includes(entry.action)),
  );
  return {
    scope: { spans, actions: OF_ALL },
    entries,
    clocks: entries.filter(isGuarded).map((entry) => ({ seq: entry.seq, reason: goneAhead(entry) })),
    overrides: entries.flatMap((entry) => {
      const reason = overrideReason(entry);
      return reason === null ? [] : [{ seq: entry.seq, reason }];
    }),
    chapters: CHAPTER_NAMES.flatMap((chapter) => {
      const numbers = entries.filter(({ action }) => chapterOf(action) === chapter).map(({ seq }) => seq);
      return numbers.length === 0 ? [] : [{ chapter, entries: numbers }];
    }),
  };
}

/** An action that is named whole is told before one of its kind. */
function chapterOf(action: string): Chapter {
  const named = CHAPTER_NAMES.find((chapter) => CHAPTERS[chapter].some((one) => one === action));
  return named ?? CHAPTER_NAMES.find((chapter) => CHAPTERS[chapter].some((one) => action.startsWith(one))) ?? 'other';
}

/** Rotations and revocations wait for a clock; an emergency does not. */
const isGuarded = ({ action }: AuditEntry): boolean => action === 'key.rotated' || action === 'key.revoked';

const goneAhead = ({ details }: AuditEntry): string | null =>
  details['overridden'] === undefined ? null : textIn(details, 'overrideReason');

/** Where somebody went ahead of a rule, or put the word of a person in place of what the program found. */
function overrideReason({ action, details }: AuditEntry): string | null {
  const given = details['overrideReason'] ?? details['override'];
  if (typeof given === 'string') {
    return given;
  }
  return ['plan.rehearsal-overridden', 'audit.accepted', 'clock.stated'].includes(action)
    ? textIn(details, 'reason')
    : null;
}

function textIn(details: AuditEntry['details'], name: string): string {
  const text = details[name];
  return typeof text === 'string' ? text : '';
}

/** What a report was saved as. */
export interface SavedReport {
  folder: string;
  id: string;
  entries: number;
  overrides: number;
  /** Lower-case hex SHA-256 of the file for programs. */
  sha256: string;
  files: string[];
  anchor: string;
  device: string;
}
