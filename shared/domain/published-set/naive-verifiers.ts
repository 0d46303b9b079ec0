// Verifiers that do not do what RFC 7515 and RFC 7517 ask of them, as the field knows them, and in words what a key set
// does to them. Who would break is worked out in shared/domain/published-set/naive-warnings.ts, before anything is published.

export const NAIVE_VERIFIERS = ['first-key', 'ignores-kid', 'rs256-only', 'needs-x5c', 'caches-five'] as const;
export type NaiveVerifier = (typeof NAIVE_VERIFIERS)[number];

export interface NaiveWarning {
  verifier: NaiveVerifier;
  /** The keys that it would stumble over. */
  kids: string[];
}

export interface NaiveVerifierWords {
  /** Completes “Verifiers that …”. */
  habit: string;
  /** Completes “… would refuse …”. */
  consequence: string;
  advice: string;
}

export const NAIVE_VERIFIER_WORDS: Record<NaiveVerifier, NaiveVerifierWords> = {
  'first-key': {
    habit: 'take the first key of the set',
    consequence: 'refuse tokens signed by these keys, which are not the first',
    advice: 'Give such an application a tenant of its own, or have it choose by kid.',
  },
  'ignores-kid': {
    habit: 'take the first key that fits the algorithm and ignore the kid',
    consequence: 'refuse tokens signed by these keys, which have another of their kind before them',
    advice: 'Have the application choose by kid; until then keep one key of each kind in front.',
  },
  'rs256-only': {
    habit: 'know RS256 alone',
    consequence: 'refuse tokens signed by these keys',
    advice: 'Let tokens for such an application be signed by a ring of RS256 keys.',
  },
  'needs-x5c': {
    habit: 'build the key from x5c',
    consequence: 'stumble over these keys, which have no certificate; some then refuse the whole set',
    advice: 'Have the owner of these keys add x5c, or take the keys out of the set.',
  },
  'caches-five': {
    habit: 'remember five keys at a time, as jwks-rsa does by default',
    consequence: 'forget some of these keys and fetch the set again and again, until they are slowed down',
    advice: 'Revoke previous keys that are no longer needed, or raise cacheMaxEntries there.',
  },
};
