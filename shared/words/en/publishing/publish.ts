// The publish screen: the three acts on a published set, what is asked before them, and the ways back.
import type { DiffKind } from '../../../domain/published-set/publication.ts';
import type { PublishAct } from '../../../domain/published-set/finding.ts';
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

const DIFF: Record<DiffKind, string> = {
  added: 'added',
  kept: 'kept',
  removed: 'removed',
  foreign: 'a foreign key',
  altered: 'put back, its content was changed',
};

const act: Record<
  PublishAct,
  {
    /** In the list of publications. */
    word: string;
    /** The title of the step that sends. */
    step: string;
    /** After it was sent and read back. */
    done: (keys: number) => string;
    verb: (tenant: string) => string;
  }
> = {
  push: {
    word: 'Push',
    step: '2. Push',
    done: (keys) => `Published and read back: ${count(keys, 'key')}.`,
    verb: (tenant) => `Push to ${tenant}`,
  },
  rollback: {
    word: 'Rollback',
    step: '2. Restore',
    done: (keys) => `Restored and read back: ${count(keys, 'key')}.`,
    verb: (tenant) => `Restore the set at ${tenant}`,
  },
  clear: {
    word: 'Unpublishing',
    step: '2. Unpublish all keys',
    done: (keys) => `Unpublished and read back: ${count(keys, 'key')}.`,
    verb: (tenant) => `Unpublish all keys of ${tenant}`,
  },
};

export const publish = {
  title: 'Publish',
  lead: 'A push replaces the whole key set at the tenant. Look at the difference first.',
  refresh: 'Refresh',
  outdated: {
    title: 'The set changed since your preview. Nothing was sent.',
    changed: 'The set changed since you looked at it.',
    advice: 'This is a fresh preview. Look at it, then push that.',
    contents: 'The same keys are named; their contents or their order changed.',
    looked: 'I have reviewed it',
    /** What the former and this preview do to a key; `null`: it was, or is, not in it. */
    way: (before: DiffKind | null, now: DiffKind | null) =>
      before === null
        ? `new: ${DIFF[now ?? 'kept']}`
        : now === null
          ? 'no longer there'
          : `${DIFF[before]} before, now ${DIFF[now]}`,
  },
  act,
  push: {
    deleteSet: (tenant: string) => `Delete the set at ${tenant}`,
    settled: 'Nothing to push',
    working: 'Pushing',
    /** What can be cancelled. */
    thePush: 'the push',
    boundTo: <Hash>(hash: Hash) => phrase`Bound to preview ${hash}`,
    hashOfPreview: 'hash of the preview',
    done: <At>(at: At) => phrase`${at}. The tenant holds the keys that were sent, and no others.`,
    doneAndProve: <At>(at: At) =>
      phrase`${at}. The tenant holds the keys that were sent, and no others. Now prove it from outside.`,
    notVisible: {
      title: 'Accepted, not visible yet',
      means: <At>(at: At) =>
        phrase`${at}. The tenant took the set and still shows the earlier one. Nothing needs to be sent again: check for drift in a while, or prove it from outside.`,
    },
  },
  /** At the foot, beside the button. */
  foot: {
    nothing: (tenant: string) => `${tenant} holds exactly this set.`,
    lack: {
      preview: 'A preview comes first.',
      look: 'First see what changed.',
      decide: 'Something above needs your answer first.',
    },
  },
  /** Right after a push: what its undoing would do. */
  undo: {
    verb: 'Roll back to previous set…',
    takesDown: (kids: string) => `Rolling back would remove ${kids}.`,
    bringsBack: (kids: string) => `Rolling back would restore ${kids}.`,
    changesBack: (kids: string) => `Rolling back would restore the earlier content of ${kids}.`,
    everything: 'There was no set before, so rolling back would unpublish all keys.',
    restores: 'Rolling back would restore the earlier order.',
    previewFirst: 'A preview comes first.',
  },
  consent: {
    title: 'Needed first',
    label: (keys: number) => `Why must ${count(keys, 'revoked key')} come back?`,
    description:
      'What was signed with a revoked key is accepted again, whoever signed it. The reason goes into the audit log.',
  },
  aim: {
    title: {
      clear: 'You are previewing the deletion of the whole set.',
      former: 'You are previewing the restoration of an earlier set.',
      undo: 'You are previewing a rollback to the previous set.',
    },
    means: {
      clear:
        'Every token that a key of this set signed is rejected from then on, as soon as verifiers fetch the set again.',
      former: <At>(at: At) => phrase`It was pushed on ${at}. Foreign keys that came since then stay.`,
      undo: 'It is the set that the last publication replaced. Foreign keys that came since then stay.',
    },
    nothingYet: 'Nothing happens before you press the button at the foot.',
    leave: 'Leave this preview',
  },
  history: {
    title: 'History',
    lead: 'Every set that was pushed. Restoring one starts with a preview, like a push.',
    undo: 'Roll back to previous set…',
    more: 'More for the published set',
    clear: 'Unpublish all keys…',
    nothing: 'Nothing was published from here yet.',
    table: 'Publications',
    keys: 'Keys',
    hash: 'Hash',
    wayBack: 'Restore',
    showAll: (sets: number) => `Show all ${sets}`,
    keyCount: (keys: number) => count(keys, 'key'),
    restore: 'Restore this set…',
    restoreOf: (at: string) => `Restore this set… ${at}`,
    notVisible: 'Accepted, not visible yet',
    empty: 'An empty set',
    notKept: 'Its bytes were not kept',
  },
};
