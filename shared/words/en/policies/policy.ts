// Policies: their list, their form, and what their numbers come to.
import type { BackupFirst } from '../../../domain/timing/policy.ts';
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

const BACKUP_FIRST: Record<BackupFirst, string> = {
  production: 'In production a key signs only once it is in a backup',
  always: 'A key signs only once it is in a backup',
  never: 'A key may sign without a backup',
};

const day = (days: number) => count(days, 'day');

export const policy = {
  list: {
    title: 'Policies',
    lead: 'The numbers by which keys are rotated, announced, kept and destroyed. Many tenants can share one.',
    add: 'New policy',
    empty: {
      title: 'No policy of your own yet',
      means: 'Until a tenant has one, it follows the default of its environment, below.',
    },
    edit: (name: string) => `Edit ${name}`,
    nobody: 'No tenant uses it.',
    /** `more`: how many are not named. */
    followers: <Names>(tenants: number, names: Names, more: number) =>
      phrase`${tenants === 1 ? 'Used by ' : `Used by ${count(tenants, 'tenant')}: `}${names}${more > 0 ? ` and ${more} more` : ''}`,
    careful: { title: 'Default for staging and production', lead: 'Followed by tenants without a policy.' },
    quick: { title: 'Default for development', lead: 'Quick on purpose: a whole change fits into one sitting.' },
  },
  form: {
    none: 'There is no policy of this name.',
    begins: 'It starts with the numbers of a careful production tenant.',
    followers: (tenants: number) =>
      tenants === 0
        ? 'No tenant uses it yet.'
        : `${count(tenants, 'tenant')} ${tenants === 1 ? 'uses' : 'use'} it and will follow at once.`,
    saved: (name: string) => `Saved policy ${name}`,
    called: 'Policy name',
    name: { label: 'Name', means: 'As you will choose it for tenants. It cannot be changed later.' },
    taken: 'A policy of this name exists. Edit that one, or choose another name.',
    rhythm: { title: 'Schedule', lead: 'How keys move through a ring.' },
    waits: { title: 'Wait times', lead: 'How long verifiers may still use what they have.' },
    people: 'People',
    foot: (name: string) => (name === '' ? 'A new policy' : `Policy ${name}`),
    save: 'Save policy',
    saving: 'Saving',
    result: 'Resulting waits',
  },
  fields: {
    days: 'days',
    inDays: (label: string) => `${label} (days)`,
    rotateEvery: { label: 'Rotate every', description: 'How long a key signs before its successor takes over.' },
    announce: { label: 'Announce ahead', description: 'How long before that the next key should be public.' },
    keep: {
      label: 'Keep previous keys',
      description: 'How long a previous key stays published. The clock may ask for more.',
    },
    destroyAfter: {
      label: 'Destroy after',
      description: 'From revocation to the erasure of the private key. It can be cancelled until then.',
    },
    cache: {
      label: 'Longest verifier cache',
      description: 'Blank: as long as the chosen verifiers need. A shorter time than theirs has no effect.',
    },
    tokenLife: {
      label: 'Longest token life',
      description: 'From iat to exp of the longest-lived token that a ring signs.',
    },
    skew: { label: 'Clock difference', description: 'How far the clocks of signer and verifiers may differ.' },
    safety: { label: 'Safety margin', description: 'Added to every wait.' },
    confirm: {
      label: 'A person confirms that the consumers have the new certificate',
      description: 'A plan stops there. Verifiers with manually installed keys always need it.',
    },
    rehearsal: {
      label: 'A rehearsal is valid for',
      description: 'How long ago the plan may have run on the development tenant.',
    },
    drill: { label: 'Drill a backup every', description: 'Over all tenants the shortest time counts.' },
    backupFirst: {
      label: 'A key in no backup',
      description: 'Whether it may begin to sign. A reason goes ahead of it, and is recorded.',
    },
    refuses: {
      production: 'is refused in production, named elsewhere',
      always: 'is refused everywhere',
      never: 'is only named',
    },
  },
  numbers: {
    backup: 'Backup',
    inBackup: (first: BackupFirst, drill: number) => `${BACKUP_FIRST[first]}; a drill every ${day(drill)}`,
    rhythm: 'Schedule',
    verifiers: 'Verifiers',
    waits: 'Wait times',
    people: 'People',
    notNamed: 'not named',
    inRhythm: (rotate: number, announce: number, keep: number, destroy: number) =>
      `Rotate every ${day(rotate)}, announce ${day(announce)} ahead, keep previous keys ${day(keep)}, destroy ${day(destroy)} after revocation`,
    /** Lengths of time in words; `cache` is `null` for as long as the verifiers need. */
    inWaits: (cache: string | null, tokens: string, clocks: string, safety: string) =>
      `${cache === null ? 'Caches as the verifiers need' : `Caches ${cache}`}, tokens ${tokens}, clocks ${clocks}, safety ${safety}`,
    inPeople: (confirmed: boolean, rehearsal: number) =>
      `${confirmed ? 'Consumers are confirmed by a person' : 'No confirmation by a person'}; a rehearsal is valid for ${day(rehearsal)}`,
  },
  waits: {
    later: 'The waits appear when every number makes sense.',
    ready: {
      title: (duration: string) => `Ready to sign after ${duration}`,
      sum: 'Ready to sign after: the calculation',
      note: 'counted from the moment the key is public',
    },
    safe: {
      title: (duration: string) => `Safe to revoke after ${duration}`,
      sum: 'Safe to revoke after: the calculation',
      note: 'counted from the last signature or the rotation',
    },
    fine: 'No problems found.',
  },
};
