// Some entries of the chain: those of a tenant, of a kind of act, of a time, about a key.
import { folded } from '../names.ts';
import type { Instant } from '../timing/instant.ts';
import type { AuditEntry } from './entry.ts';

/** What is left out is not asked for. */
export interface AuditSelection {
  /** By its name of today. */
  tenant?: string | undefined;
  /** Of one act, as `key.rotated`, or of all of a kind, as `key`. */
  action?: string | undefined;
  /** From this instant on. */
  from?: Instant | undefined;
  /** Before this instant. */
  to?: Instant | undefined;
  /** The kid of a key that the entry speaks of. */
  kid?: string | undefined;
}

/** `entries` oldest first, from the first one of the chain, where a tenant is asked for. */
export function selectedEntries(
  entries: readonly AuditEntry[],
  { tenant, action, from, to, kid }: AuditSelection,
): readonly AuditEntry[] {
  const spans = tenant === undefined ? null : tenantSpans(entries, tenant);
  return entries.filter(
    (entry) =>
      (spans === null || isWithin(entry, spans)) &&
      (action === undefined || entry.action === action || entry.action.startsWith(`${action}.`)) &&
      isDuring(entry, from, to) &&
      (kid === undefined || entry.subject === kid || mentions(entry.details, kid)),
  );
}

export const isDuring = ({ at }: AuditEntry, from: Instant | undefined, to: Instant | undefined): boolean =>
  (from === undefined || at >= from) && (to === undefined || at < to);

/** A name that a tenant bore, and the entries from where to where it did. */
export interface SubjectSpan {
  /** In small letters. */
  subject: string;
  first: number;
  last: number;
}

/** Under which names the entries of a tenant stand: it may have been renamed, and another may have borne its name before. */
export function tenantSpans(entries: readonly AuditEntry[], name: string): SubjectSpan[] {
  const spans: SubjectSpan[] = [];
  let subject = folded(name);
  let last = entries.at(-1)?.seq ?? 0;
  for (const entry of entries.toReversed()) {
    const { seq, action, details } = entry;
    const to = details['to'];
    if (action === 'tenant.renamed' && typeof to === 'string' && folded(to) === subject) {
      spans.unshift({ subject, first: seq + 1, last });
      subject = folded(entry.subject);
      last = seq;
    } else if (action === 'tenant.added' && folded(entry.subject) === subject) {
      return [{ subject, first: seq, last }, ...spans];
    }
  }
  return [{ subject, first: 1, last }, ...spans];
}

export const isWithin = ({ seq, subject }: AuditEntry, spans: readonly SubjectSpan[]): boolean =>
  spans.some((span) => isOf(folded(subject), span.subject) && span.first <= seq && seq <= span.last);

/** The entries about a tenant itself: none of a ring, and none of a tenant whose name begins so. */
export function entriesAbout(entries: readonly AuditEntry[], tenant: string): readonly AuditEntry[] {
  const spans = tenantSpans(entries, tenant);
  return entries.filter(({ seq, subject }) =>
    spans.some((span) => folded(subject) === span.subject && span.first <= seq && seq <= span.last),
  );
}

/** Of the tenant, or of a ring of it. */
const isOf = (subject: string, tenant: string): boolean => `${subject}/`.startsWith(`${tenant}/`);

function mentions(value: unknown, text: string): boolean {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).some((held) => mentions(held, text));
  }
  return value === text;
}
