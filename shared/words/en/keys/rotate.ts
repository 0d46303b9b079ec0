// Rotating a ring, and taking the last rotation back.
export const rotate = {
  title: (ring: string, tenant: string) => `Rotate ring “${ring}” of ${tenant}?`,
  verb: { now: 'Rotate now', early: 'Rotate early' },
  working: 'Making the new next key',
  done: (kid: string) => `Rotated: ${kid} signs now`,
  means: {
    current: 'It signs every new token from now on.',
    previous: (kid: string) =>
      `It signs no more. Tokens signed by ${kid} stay valid until they expire, or until you revoke it.`,
    next: (algorithm: string) =>
      `A new ${algorithm} key is made in the keychain. Publish it, so that verifiers know it in time.`,
  },
  production: {
    title: (tenant: string) => `${tenant} is production.`,
    means: 'From this moment the signer should use the new key. Publish right after the rotation.',
  },
  /** The next key was part of no push. */
  neverSent: {
    title: 'The next key has never been published.',
    means: (kid: string) =>
      `No verifier can know ${kid}. They refuse the tokens that it signs until the key set is public and their caches have caught up. Publish and prove first, then rotate.`,
  },
  notSeen: {
    title: 'The next key was sent, but never seen from outside.',
    means: (kid: string) =>
      `Verifiers may not know ${kid}. They refuse the tokens that it signs until the key set is public and their caches have caught up. Publish and prove first, then rotate.`,
  },
  accept: 'I understand that tokens may be refused, and rotate all the same',
  abort: {
    title: (ring: string) => `Take the last rotation of “${ring}” back?`,
    verb: 'Take it back',
    working: 'Taking the rotation back',
    done: (kid: string) => `Taken back: ${kid} signs again`,
    former: 'It signs again, as before the rotation.',
    abandoned: 'It signs no more and waits again. It signed nothing.',
    fresh: 'Made by the rotation and known to nobody, it makes room.',
    push: 'A push is needed only if you have pushed since the rotation.',
    reasonMeans: 'Goes into the audit log.',
  },
};
