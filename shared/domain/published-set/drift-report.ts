// Drift: what is published is no longer what we published. Found by looking, on demand or while the app runs. The rules
// are in shared/domain/published-set/drift.ts; window and command line show these words.
import type { ClockDifference } from '../timing/key-clocks.ts';
import type { WireError } from '../../errors.ts';
import type { KeptForeign } from './foreign.ts';
import type { Instant } from '../timing/instant.ts';

export const DRIFT_KINDS = [
  'compromised-public',
  'private-ours',
  'private-foreign',
  'foreign',
  'revoked-there',
  'altered',
  'current-missing',
  'revoked-public',
  'missing',
  'not-public',
  'still-public',
  'not-visible-yet',
  'unrecorded',
  'rewritten',
  'moved',
] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

export interface DriftFinding {
  kind: DriftKind;
  /** By its kid, or its thumbprint when it has none. */
  kid: string;
  /** Of a key that shows its private half: the names of the private members. */
  members?: string[];
}

/** What one look found. */
export interface DriftReport {
  tenant: string;
  at: Instant;
  /** `unknown`: the tenant's set could not be read, so nothing can be said about it. */
  state: 'in-step' | 'drifted' | 'unknown' | 'never-published';
  /** Alarms first. */
  findings: DriftFinding[];
  /** Keys of others that are there by a decision: no drift, and not to be forgotten. */
  keptForeign: KeptForeign[];
  /** Why the tenant's own interface could not be read. */
  unreadable: WireError | null;
  /** Why the public key set could not be read. */
  unseen: WireError | null;
  jwksUrl: string | null;
  /** By how much this machine's clock differs from the server's, where that is more than a minute: the look is not kept. */
  clock?: ClockDifference;
}

export interface DriftWords {
  /** An alarm may be an attack, and wants a person now. */
  alarm: boolean;
  /** Completes “{kid} …”. */
  what: string;
  todo: string;
}

export const DRIFT_WORDS: Record<DriftKind, DriftWords> = {
  'compromised-public': {
    alarm: true,
    what: 'is COMPROMISED and may still be public: whoever has it can sign tokens that are accepted',
    todo: 'Push the wanted set now, which takes it down, and look from outside until it is gone. If it was taken down before, find out who brought it back, and change the credentials of the tenant.',
  },
  'private-ours': {
    alarm: true,
    what: 'is ours, and its PRIVATE half is public: whoever read the set can sign as this tenant',
    todo: 'It is compromised. Rotate and revoke it as compromised now (withdraw it, if it waits as next; only revoke it, if it signs no more), push, prove, change the credentials of the tenant, and find out who published it.',
  },
  'private-foreign': {
    alarm: true,
    what: 'is not ours, and its PRIVATE half is public: whoever read the set can sign tokens that are accepted',
    todo: 'Take it down by name with the next push, tell its owner that it is compromised, and change the credentials of the tenant.',
  },
  foreign: {
    alarm: true,
    what: 'is published and is not ours: tokens signed with it are accepted',
    todo: 'Ask your colleagues at once who put it there. If nobody did, take it down with the next push and name it, change the credentials of the tenant, and look for tokens that bear its kid.',
  },
  'revoked-there': {
    alarm: true,
    what: 'was revoked here and is published again: tokens signed with it are accepted',
    todo: 'Push the wanted set now, prove it, and find out who brought it back.',
  },
  altered: {
    alarm: true,
    what: 'bears our kid, but other content than we pushed',
    todo: 'Treat it as a foreign key: push the wanted set, change the credentials of the tenant, and find out who changed it.',
  },
  'current-missing': {
    alarm: true,
    what: 'signs now and is not published: tokens signed with it are refused',
    todo: 'Push the wanted set now, and prove it. If it was there before, find out who removed it.',
  },
  'revoked-public': {
    alarm: false,
    what: 'is revoked here and still published: tokens signed with it are accepted',
    todo: 'Push the wanted set, which takes it down, and look from outside until it is gone.',
  },
  missing: {
    alarm: false,
    what: 'was pushed by us and is gone: tokens signed with it are refused as soon as caches end',
    todo: 'Push the wanted set again, and find out who removed it.',
  },
  'not-public': {
    alarm: false,
    what: 'is in the tenant’s set, but the public key set does not show it',
    todo: 'Wait for the caches and prove again. If it stays away, look at the custom domain.',
  },
  'still-public': {
    alarm: false,
    what: 'was taken down, but the public key set still shows it',
    todo: 'Wait for the caches and look again. Until it is gone, tokens signed with it are accepted.',
  },
  'not-visible-yet': {
    alarm: false,
    what: 'is part of the last push, which the tenant accepted and does not show yet',
    todo: 'Look again in a while. If nothing changes, push once more.',
  },
  rewritten: {
    alarm: false,
    what: 'is the same key, but its certificate or its spelling is not what the tenant showed after our push',
    todo: 'Verifiers that read the certificate may stumble. Push the wanted set again, and find out who changed it.',
  },
  unrecorded: {
    alarm: false,
    what: 'is ours and is published, but no push of it is on record here',
    todo: 'It may be of a push whose outcome was lost, or of a colleague with the same keys. Push the wanted set to have it on record.',
  },
  moved: {
    alarm: false,
    what: 'stands in another place than we gave it; verifiers that take the first key may take the wrong one',
    todo: 'Push the wanted set again to restore the order.',
  },
};

/** Before every other: somebody else may sign with it now. */
export const isCompromised = ({ kind }: DriftFinding): boolean => kind === 'compromised-public';

/** Of all other alarms the loudest. */
export const isExposure = ({ kind }: DriftFinding): boolean => kind === 'private-ours' || kind === 'private-foreign';

export const isAlarm = ({ kind }: DriftFinding): boolean => DRIFT_WORDS[kind].alarm;
