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
  head: 'head of the chain',
  empty: { title: 'Nothing has happened yet', means: 'The first entry appears when you add a tenant.' },
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
