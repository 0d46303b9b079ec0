// What a push would do: the difference key by key, what speaks against it, and the bytes.
import type { ReactNode } from 'react';
import type { DiffKind } from '../../../shared/model/publication.ts';
import type { NaiveVerifierWords } from '../../../shared/naive-verifiers.ts';
import type { Places } from '../../../shared/places.ts';
import type { PublishAct } from '../../../shared/publishing.ts';
import { count } from '../../text/hex.ts';

/** Over the column of what would be there. */
const after: Record<PublishAct, (keys: number) => string> = {
  push: (keys) => `After this push: ${count(keys, 'key')}`,
  rollback: (keys) => `After the return: ${count(keys, 'key')}`,
  clear: (keys) => `After the clearing: ${count(keys, 'key')}`,
};

/** What happens to a key, on the line from before to after. */
const way: Record<DiffKind, string> = {
  kept: 'stays',
  added: 'is added',
  removed: 'is removed',
  foreign: 'stays, not ours',
  altered: 'is put back',
};

export const preview = {
  reading: { title: 'Preview', lead: 'Reading what the tenant has now.' },
  title: '1. Preview',
  lead: (address: ReactNode) => <>The public sees the result at {address}</>,
  upToDate: { title: 'Up to date: the tenant holds exactly this set.', means: 'A push would change nothing.' },
  diff: {
    /** `word` of a kind of change. */
    counted: (keys: number, word: string) => `${keys} ${word.toLowerCase()}`,
    altered: 'A key that bears one of our kids is not the one we published. Find out who changed it before you push.',
    foreign:
      'The tenant holds keys that are not from this custodian. A push keeps them unless you tick them below. Make sure that you know whose they are.',
    nothing: 'There is no key here and none at the tenant, so there is nothing to compare.',
    table: 'What the push does to each key',
    change: 'Change',
    algorithm: 'Algorithm',
    inOurRing: 'In our ring',
    meaning: 'What that means',
    withoutKid: 'without kid',
    notOurs: 'not ours',
  },
  picture: {
    label: (before: number, planned: number) =>
      `Picture of the set: ${count(before, 'key')} now, ${planned} after. The table says what happens to each.`,
    before: (keys: number) => `At the tenant now: ${count(keys, 'key')}`,
    after,
    way,
    notThere: 'not there yet',
    gone: 'no longer there',
    otherContent: 'other content',
    /** Of a key in the new set. */
    place: (place: number) => `place ${place}`,
    left: (keys: number) => `${count(keys, 'more key')} in the table below.`,
  },
  foreign: {
    label: 'Take down foreign keys',
    stay: 'They stay unless you tick them. Nothing happens before you push.',
    allGo: 'Everything goes, so each of them must be ticked. Nothing happens before you press the button of step 2.',
    takeDown: (name: string) => `Take down ${name}`,
    means: 'Every token signed with it is refused from then on. Ask its owner first.',
  },
  findings: {
    somebodyElse: 'Somebody else changed the set since your last push.',
    findOut: 'Find out who it was before you push.',
    errors: 'This set must not go out as it is.',
    remarks: 'Look at these keys before you push.',
    /** `what` completes the sentence that the kid begins. */
    ofKey: (kid: ReactNode, what: string) => (
      <>
        {kid} {what}.
      </>
    ),
    someVerifiers: ({ habit }: NaiveVerifierWords) => `Some verifiers ${habit}.`,
    theyWould: ({ consequence }: NaiveVerifierWords, kids: ReactNode) => (
      <>
        They would {consequence}: {kids}
      </>
    ),
    places: ({ used, limit, planned }: Places) =>
      limit === null
        ? `${count(used, 'key')} there now, ${planned} after the push. The endpoint sets no limit.`
        : `${used} of ${limit} places are used now, ${planned} after the push.`,
  },
  body: {
    empty: 'The set becomes empty.',
    deleted: 'No bytes are sent: the custom key set is deleted at the tenant.',
    title: 'What is sent',
    look: 'Look of the body',
    laidOut: 'Laid out',
    exact: 'Exact bytes',
    copied: 'exact bytes',
    exactRegion: 'Exact bytes of the body',
    laidOutRegion: 'Body, laid out for reading',
  },
  /** The ring's part of the public set around one step of a plan. */
  around: {
    before: 'Public before',
    unchanged: 'Public, unchanged',
    after: 'after',
    nothing: 'nothing',
    fresh: 'fresh key',
    from: (kid: ReactNode) => <>{kid} (former)</>,
    to: (kid: ReactNode) => <>{kid} (new)</>,
  },
};
