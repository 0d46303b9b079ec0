// Clocks: what each waits for, from which fact it counts, its sum, and going ahead before its time. The words for the
// addends and the reasons are shared with the command line.
import { phrase } from '../../phrase.ts';

export const clocks = {
  kind: {
    ready: {
      name: 'Ready to sign',
      phase: {
        waiting: (left: string) => `Ready to sign in ${left}`,
        come: 'Ready to sign since',
        stopped: 'Not ready to sign',
        free: 'Can be used now',
      },
      since: 'First seen in the public set',
      means:
        'From then on every verifier has fetched a key set that holds this key, so none of its tokens are rejected.',
    },
    safe: {
      name: 'Safe to revoke',
      phase: {
        waiting: (left: string) => `Safe to revoke in ${left}`,
        come: 'Safe to revoke since',
        stopped: 'Not safe to revoke',
        free: 'Safe to revoke',
      },
      since: 'Rotated out, or last signed',
      means: 'From then on no token signed with this key can be valid, so nobody misses it.',
    },
    bites: {
      name: 'Rejected everywhere',
      phase: {
        waiting: (left: string) => `Rejected everywhere in ${left}`,
        come: 'Rejected everywhere since',
        stopped: 'Not yet rejected',
        free: 'Never published',
      },
      since: 'First seen to be gone from the public set',
      means: 'By then every verifier has fetched a key set without this key and rejects its tokens.',
    },
  },
  /** What has to happen, or what there is to know, when no time is being counted. */
  stopped: {
    'nothing-announced': {
      short: 'not published yet',
      todo: 'Nothing of this ring was ever pushed, so there is nobody to wait for.',
    },
    'never-published': {
      short: 'not yet visible publicly',
      todo: 'The wait begins when the key is seen in the public set. Push the tenant.',
    },
    'still-signing': { short: 'it still signs', todo: 'The wait begins when the ring is rotated.' },
    'consumers-unconfirmed': {
      short: 'consumers have not confirmed',
      todo: 'Ask them, and record what they say under Consumers.',
    },
    'not-taken-down': {
      short: 'may still be public',
      todo: 'The wait begins when the key is seen to be gone from the public set. Push without it.',
    },
  },
  /** Who has not answered yet. */
  stillToConfirm: (names: readonly string[]) => `Still to confirm: ${names.join(', ')}.`,
  share: (percent: string, left: string) => `${percent} of the wait is over, ${left} left.`,
  sum: (result: string) => `${result}: the calculation`,
  notYet: 'not yet',
  notKnownYet: 'not known yet',
  worst: 'Worst case',
  worstAt: <At>(at: At) => phrase`(worst case ${at})`,
  worstMeans: 'If the endpoint fails meanwhile, some caches go on serving what they have:',
  pinned:
    'Verifiers with a manually installed key are not covered by any date: they accept it until a person removes it.',
  early: {
    over: (name: string) => `The wait is over. ${name}.`,
    breaks: 'Going ahead early breaks something.',
    why: 'Why go ahead early?',
    reasonMeans: 'The reason goes into the audit log.',
    wait: 'Wait instead',
    goAhead: 'Go ahead early…',
    notYet: 'Not yet',
    waitUntil: (at: string) => `Wait until ${at}`,
    /** What breaks. `until` is the latest instant, when it is known. */
    harm: {
      warming: (key: string, until: string | null) =>
        `Verifiers that work from an older key set reject every token that ${key} signs${until === null ? '' : `, until ${until} at the latest`}.`,
      unknown: (key: string) =>
        `No verifier can know ${key}. They reject every token that it signs until the key set is public and their caches have caught up.`,
      alive: (key: string, until: string | null) =>
        `Valid tokens signed with ${key} are rejected as soon as verifiers fetch the set without it: people are signed out and machines turned away${until === null ? '' : `, until ${until} at the latest`}.`,
      other: (key: string) => `Verifiers may reject valid tokens that ${key} signed.`,
      withoutIt: (key: string, names: readonly string[]) =>
        `Without ${key}, these reject every token that it signs: ${names.join(', ')}.`,
      holdOn: (key: string, names: readonly string[]) =>
        `These may still use ${key}: they go on trusting it, or stop working without it: ${names.join(', ')}.`,
    },
  },
};
