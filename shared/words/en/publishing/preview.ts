// What a push would do: the difference key by key, what speaks against it, and the bytes.
import type { NaiveVerifierWords } from '../publishing.ts';
import type { KeyState } from '../../../domain/limits.ts';
import type { DiffKind } from '../../../domain/published-set/publication.ts';
import type { Places } from '../../../domain/published-set/places.ts';
import type { PublishAct } from '../../../domain/published-set/finding.ts';
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

/** Over the column of what would be there. */
const after: Record<PublishAct, (keys: number) => string> = {
  push: (keys) => `After this push: ${count(keys, 'key')}`,
  rollback: (keys) => `After the rollback: ${count(keys, 'key')}`,
  clear: (keys) => `After unpublishing: ${count(keys, 'key')}`,
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
  lead: <Address>(address: Address) => phrase`The public sees the result at ${address}`,
  upToDate: { title: 'Up to date: the tenant holds exactly this set.', means: 'A push would change nothing.' },
  diff: {
    /** `word` of a kind of change. */
    counted: (keys: number, word: string) => `${keys} ${word.toLowerCase()}`,
    altered: 'A key that bears one of our kids is not the one we published. Find out who changed it before you push.',
    foreign:
      'The tenant holds keys that are not from this app. Decide about each of them below. Make sure that you know whose they are.',
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
    place: (place: number) => `position ${place}`,
    left: (keys: number) => `${count(keys, 'more key')} in the table below.`,
  },
  foreign: {
    label: 'Foreign keys',
    decide: 'Nothing goes out before you decided about each. Find out whose they are. Nothing happens before you push.',
    allGo: 'Everything goes, so each of them must be ticked. Nothing happens before you press the button of step 2.',
    takeDown: (name: string) => `Remove ${name}`,
    means: 'Every token signed with it is rejected from then on. Ask its owner first.',
    why: (name: string) => `Why does ${name} stay?`,
    keep: (name: string) => `Keep ${name}`,
    /** After the name. */
    keeps: (reason: string) => `will be kept: ${reason}`,
    kept: <At>(by: string, at: At, reason: string) => phrase`is kept by ${by}, ${at}: ${reason}`,
    anew: (name: string) => `Decide about ${name} again`,
  },
  waits: {
    title: (keys: number) => `${count(keys, 'key')} must wait for a key slot.`,
    /** After the kid. */
    means: {
      current: 'signs; its tokens are rejected until it gets one.',
      next: 'cannot be announced until then.',
      previous: 'has tokens that are rejected until then.',
      revoked: 'is revoked.',
      replaced: 'was replaced before it was used.',
    } satisfies Record<KeyState, string>,
    goes: 'It is there now, and goes with this push.',
    order:
      'Current keys go first, then next keys, then previous ones, the newest first. Revoke previous keys whose time has come, retire a ring, or remove foreign keys.',
  },
  findings: {
    somebodyElse: 'Somebody else changed the set since your last push.',
    findOut: 'Find out who it was before you push.',
    errors: 'This set must not go out as it is.',
    remarks: 'Look at these keys before you push.',
    /** `what` completes the sentence that the kid begins. */
    ofKey: <Kid>(kid: Kid, what: string) => phrase`${kid} ${what}.`,
    someVerifiers: ({ habit }: NaiveVerifierWords) => `Some verifiers ${habit}.`,
    theyWould: <Kids>({ consequence }: NaiveVerifierWords, kids: Kids) => phrase`They would ${consequence}: ${kids}`,
    places: ({ used, limit, planned }: Places) =>
      limit === null
        ? `${count(used, 'key')} there now, ${planned} after the push. The endpoint sets no limit.`
        : `${used} of ${limit} key slots used now, ${planned} after the push.`,
  },
  body: {
    empty: 'The set becomes empty.',
    deleted: 'No bytes are sent: the custom key set is deleted at the tenant.',
    title: 'What is sent',
    look: 'View of the body',
    formatted: 'Formatted',
    exact: 'Exact bytes',
    copied: 'exact bytes',
    exactRegion: 'Exact bytes of the body',
    formattedRegion: 'Body, formatted',
  },
  /** The ring's part of the public set around one step of a plan. */
  around: {
    before: 'Public before',
    unchanged: 'Public, unchanged',
    after: 'after',
    nothing: 'nothing',
    fresh: 'new key',
    from: <Kid>(kid: Kid) => phrase`${kid} (old)`,
    to: <Kid>(kid: Kid) => phrase`${kid} (new)`,
  },
};
