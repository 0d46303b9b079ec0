// Verifiers that do not do what RFC 7515 and RFC 7517 ask of them, as the field knows them. Who would break is worked out in shared/domain/published-set/naive-warnings.ts, before anything is published.

export const NAIVE_VERIFIERS = ['first-key', 'ignores-kid', 'rs256-only', 'needs-x5c', 'caches-five'] as const;
export type NaiveVerifier = (typeof NAIVE_VERIFIERS)[number];

export interface NaiveWarning {
  verifier: NaiveVerifier;
  /** The keys that it would stumble over. */
  kids: string[];
}
