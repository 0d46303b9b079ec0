// The audit log and its check.
import { amountOf, count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const audit = {
  title: 'Audit',
  lead: 'Every change leaves an entry that is chained to the one before it. The check finds any edit, deletion or reorder.',
  verify: 'Verify the chain',
  verifying: 'Checking every entry',
  changedOutside:
    'Someone or something changed the log outside Key Custodian. Keep the data folder as it is, and compare with a backup before you go on.',
  whole: (entries: number) => `The chain is whole: ${count(entries, 'entry', 'entries')}.`,
  broken: (at: number | null) => (at === null ? 'The chain is broken.' : `The chain is broken at entry ${at}.`),
  /** `signedThrough`: 0 for not at all. */
  signed: <Head>(signedThrough: number, keychainAsked: boolean, head: Head) =>
    phrase`${signedThrough === 0 ? 'Not signed yet.' : `Signed by this device up to entry ${signedThrough}.`}${keychainAsked ? '' : ' The keychain was not asked.'} Head ${head} Note it elsewhere to notice a log that was cut short.`,
  head: 'anchor of the chain',
  empty: { title: 'Nothing has happened yet', means: 'The first entry appears when you add a tenant.' },
  export: 'Export…',
  exported: (file: string, entries: number) => `${file}: ${count(entries, 'entry', 'entries')}, signed by this device`,
  exportedUnsigned:
    'Not signed, so it proves nothing to others: the keychain is closed, or something is wrong with the chain.',
  exportedMeans: 'Others check it with the script verify-audit.mjs of the guide, which needs Node.js alone.',
  ofTenant: 'Tenant',
  ofAct: 'Act',
  ofKey: 'kid',
  from: 'From',
  until: 'Until',
  filters: 'Show some entries only',
  noFilters: 'Show all',
  evidence: {
    start: 'Evidence report…',
    title: 'Evidence report',
    means:
      'Rotations, clocks, overrides, proofs, hand-overs, backups and drills of one tenant in a span of time: a page to read and print, a PDF, and a signed file that others check offline.',
    verb: 'Make the report…',
    working: 'Making the report',
    from: 'From the day (UTC)',
    to: 'Before the day (UTC)',
    saved: (folder: string, entries: number) =>
      `${folder}: ${count(entries, 'entry', 'entries')}, signed by this device`,
    nothing: 'A dialog was closed. No report was made.',
  },
  find: 'Find in the log',
  findBy: 'Find by date (2026-11-29), subject, action, actor or detail',
  entries: (entries: number) => count(entries, 'entry', 'entries'),
  someOf: (found: number, entries: number) => `${amountOf(found)} of ${amountOf(entries)}`,
  pages: 'Pages of the log',
  toPage: { first: 'first page', previous: 'previous page', next: 'next page', last: 'last page' },
  noMatch: 'No entry matches. Try fewer words.',
  caption: 'Audit entries, newest first',
  number: 'No.',
  subject: 'Subject',
  who: 'Who',
  details: 'Details',
  detailsOf: (entry: number) => `Details of entry ${entry}`,
  action: 'Action',
  hash: 'Hash',
  hashBefore: 'Hash before',
};
