// What is not where it should be yet, and the work without a network: what waits, bundles for a courier, receipts.
import { OUTCOME_WORDS, PENDING_WORDS } from '../publishing.ts';
import type { PublishAct } from '../../../domain/published-set/finding.ts';
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

const waits: Record<PublishAct, string> = { push: 'Push waits', rollback: 'Rollback waits', clear: 'Clear waits' };

export const outbox = {
  title: 'Not pushed yet',
  lead: 'What verifiers should find and cannot yet, and why. Each push starts with a fresh preview.',
  table: 'What is not pushed yet, and why',
  why: 'Why',
  do: 'Do',
  waits,
  /** After the sentence that says why it waits. */
  tried: <Last>(why: string, attempts: number, last: Last) =>
    phrase`${why} Tried ${attempts === 1 ? 'once' : count(attempts, 'time')}, last ${last}.`,
  /** What a link or a button does, then, for those who do not see the row, for whom. */
  verbFor: <ForTenant>(verb: string, forTenant: (said: string) => ForTenant, tenant: string) =>
    phrase`${verb}${forTenant(` for ${tenant}`)}`,
  dropFor: <ForTenant>(forTenant: (said: string) => ForTenant, tenant: string) =>
    phrase`Drop${forTenant(` what waits for ${tenant}`)}`,
  withCourier: 'With a courier',
  bundleGood: <Made, Until>(made: Made, until: Until) =>
    phrase`Bundle of ${made}, good until ${until}. No receipt yet.`,
  bundleExpired: <Made, At>(made: Made, at: At) => phrase`Bundle of ${made}, expired ${at}. No receipt yet.`,
  takeItsReceipt: 'Import its receipt',
  changed: 'Changed, not pushed',
  preview: 'Preview',
  pending: (keys: number, what: 'missing' | 'lingering' | 'altered') => `${count(keys, 'key')} ${PENDING_WORDS[what]}`,
  without: {
    title: 'Without a network',
    lead: 'Let the push wait until the tenant can be reached, or let a courier make it from another machine.',
    letWait: 'Let it wait',
    planBundle: 'Plan a bundle',
    takeReceipt: 'Import receipt…',
    waiting: 'A push of this tenant waits in the outbox.',
    waitingMeans: <Link>(link: (said: string) => Link) =>
      phrase`It is planned again when you retry it: nothing of today’s plan is kept. ${link('What waits')}`,
  },
  bundle: {
    planned:
      'Planned on the set that was seen last. The courier’s machine sends it only where exactly that set is found.',
    save: 'Save bundle…',
    saveQr: 'Save as QR codes…',
    notSaved: 'Nothing was saved: the dialog was closed.',
    saved: (file: string, tenant: string) => `Saved ${file} for ${tenant}`,
    pushBefore: <At>(at: At) =>
      phrase`It can be pushed before ${at}. The courier compares the fingerprint of this device:`,
    fingerprint: 'fingerprint of this device',
    onCourier: (file: string) => `On the courier’s machine: custodian publish courier show ${file}`,
  },
  receipt: {
    none: 'No receipt was imported.',
    outcome: OUTCOME_WORDS,
    says: (outcome: string) => `The courier says: ${outcome}.`,
    onRecord: <At>(at: At) => phrase`${at}. It is on record as published.`,
    notPublished: <At>(at: At) =>
      phrase`${at}. It is not published. Plan another bundle: it is planned on what was found there.`,
    stillOpen: <Until>(until: Until) =>
      phrase`Until ${until} this very bundle can still be pushed: destroy its copies, or import that receipt too.`,
    notOurs: (kids: string) => `Not ours: ${kids}`,
    unseen: 'The courier could not see the public set.',
    listed: (keys: number) => `The public set listed ${count(keys, 'key')}.`,
  },
};
