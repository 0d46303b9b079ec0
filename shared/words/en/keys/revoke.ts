// Revoking a key: the dialog, the fields that the emergency shares, and why a key cannot be revoked.
import { phrase } from '../../phrase.ts';

export const revoke = {
  title: (kid: string) => `Revoke ${kid}?`,
  verb: { now: 'Revoke for good', early: 'Revoke early' },
  working: 'Revoking the key',
  done: (kid: string) => `Revoked ${kid}`,
  forGood: 'A revoked key never comes back.',
  means: (tenant: string) =>
    `It leaves the set that ${tenant} should publish. Tokens that it signed are rejected once you have published and the caches of verifiers have expired.`,
  neverPublished: 'It was never published, so no verifier will notice.',
  question: 'Why is it revoked?',
  kind: {
    routine: { word: 'Routine', means: 'Its last tokens have expired, or it was replaced.' },
    compromised: { word: 'Compromised', means: 'The private key may have been exposed.' },
  },
  since: 'Since when, at the earliest?',
  sinceMeans: 'In your time zone. Leave blank if nobody knows. Tokens signed later prove nothing.',
  reasonMeans: 'Goes into the audit log, in your own words.',
  /** What is typed to show that the right one is meant. */
  type: 'Type the first six characters of the kid',
  exactly: <Text>(text: Text) => phrase`Exactly: ${text}`,
  refused: {
    current: 'This key signs now. Rotate the ring first; then it is previous and can be revoked.',
    next: 'This key has not signed yet. Withdraw it, if it leaked or was never wanted.',
    revoked: 'This key is revoked already. A revoked key never comes back.',
    replaced: 'Another key replaced it before it was used, so nobody relies on it.',
  },
  withdraw: {
    title: (kid: string) => `Withdraw ${kid}?`,
    verb: 'Withdraw for good',
    working: 'Withdrawing the key',
    done: (kid: string) => `Withdrawn: ${kid}`,
    gone: 'It never signs, and never comes back.',
    fresh: (algorithm: string) =>
      `A new ${algorithm} key is generated to replace it. Publish it, so that verifiers know it in time.`,
    stays: 'The ring stays without a next key until you import one.',
    push: (tenant: string) =>
      `It was pushed, so verifiers accept what it signs. Push ${tenant} right afterwards: the key leaves the set with that push.`,
    noPush: 'It was never pushed, so no verifier will notice.',
    question: 'Why is it withdrawn?',
    kind: { word: 'Not wanted', means: 'It was created or imported by mistake, or another key is to replace it.' },
  },
};
