// The keys with which the tenant itself signs.
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const ownKeys = {
  title: 'The tenant’s own keys',
  lead: 'The tenant signs with these keys. Their private keys are there, not here.',
  none: {
    title: 'This tenant has none.',
    means: 'A plain JWKS endpoint holds the keys that are sent to it, and nothing else.',
  },
  refresh: 'Refresh',
  rotateLater: 'Rotate…',
  keys: 'Keys',
  reading: 'Reading what the tenant lists.',
  exportAll: 'Export all…',
  listsNone: 'The tenant lists no keys of its own.',
  rotationsLeft: (left: number, limit: number) => `${left} of ${count(limit, 'rotation')} in 24 hours left.`,
  rotationsLeftUntil: <Free>(left: number, limit: number, free: Free) =>
    phrase`${left} of ${count(limit, 'rotation')} in 24 hours left; the next is available ${free}.`,
  table: {
    state: 'State',
    since: 'Since',
    sha256: 'SHA-256 of the certificate',
    acts: 'Actions',
    until: <At>(at: At) => phrase`until ${at}`,
    export: 'Export…',
    exportOf: (kid: string) => `Export… ${kid}`,
    revoke: 'Revoke…',
    revokeOf: (kid: string) => `Revoke… ${kid}`,
    notYet: 'does not sign yet',
    notTold: 'unknown',
    signed: <From, To>(from: From, to: To) => phrase`signed ${from} to ${to}`,
  },
  rotate: {
    title: 'Rotate the tenant’s own keys?',
    verb: 'Rotate now',
    working: 'Rotating',
    /** What can be cancelled. */
    theWork: 'the rotation',
    means: <Next, Current>(next: Next, current: Current) =>
      phrase`The next key ${next} signs every token from now on. The current one ${current} becomes previous: its tokens stay valid until you revoke it. Whoever pins the old certificate rejects new tokens.`,
    done: (tenant: string) => `${tenant} signs with its next key now.`,
  },
  revoke: {
    title: (kid: string) => `Revoke ${kid} at the tenant?`,
    verb: 'Revoke for good',
    working: 'Revoking',
    /** What can be cancelled. */
    theWork: 'the revocation',
    means:
      'The key leaves the tenant’s key set. Every token that it signed is rejected as soon as verifiers fetch the set again, so users may have to sign in again.',
    done: (tenant: string, kid: string) => `${tenant} revoked ${kid}.`,
  },
  /** After what was done. */
  unanswered: (done: string) => `${done} No answer came; that it happened was learned by reading back.`,
  forGood: 'It happens at once and cannot be undone.',
  production: {
    title: (tenant: string) => `${tenant} is production.`,
    means: 'Real users sign in here. Make sure that every application reads the key set, and pins no certificate.',
  },
  export: {
    titleAll: 'Export all of the tenant’s own keys',
    title: (kid: string) => `Export ${kid}`,
    verb: 'Save…',
    working: 'Reading the keys and choosing where to save',
    format: 'Format',
    written: 'Profile',
    publicOnly: 'Public keys only. Nothing here can sign.',
    saved: (file: string, sha256: string) => `Saved ${file}, SHA-256 ${sha256}`,
    notSaved: 'Nothing was saved',
  },
};
