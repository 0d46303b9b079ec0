// What follows from the numbers of a policy: the cache life to reckon with, whether a person must confirm, and what an
// officer should be warned of.
import type { CacheSeen } from './key-clocks.ts';
import type { Environment } from '../limits.ts';
import { DEFAULT_TERMS, type Policy, type PolicyTerms, type PolicyWarning } from './policy.ts';
import { VERIFIERS } from '../verifiers.ts';
import { longestConsumerCache, type RegisteredConsumer } from '../consumers/needs.ts';
import { DAY_SECONDS } from './instants.ts';

/** NIST SP 800-57 part 1 rev. 5 §5.3.6: one to three years of originator use for a private signature key. */
const NIST_MAX_DAYS = 3 * 365;

/** The jose library's default and the upper end of the tenant's own advice. */
const COMMON_CACHE_SECONDS = 600;

/** The terms a tenant lives by: those of its policy, else the default of its environment. */
export function termsFor(environment: Environment, policy: Policy | null): PolicyTerms {
  return policy?.terms ?? DEFAULT_TERMS[environment];
}

/** Longest time a verifier keeps the JWKS, in seconds. A number given by hand does not undercut the verifiers chosen. */
export function verifierCacheSeconds(terms: Pick<PolicyTerms, 'verifiers' | 'verifierCacheSeconds'>): number {
  return Math.max(terms.verifierCacheSeconds ?? 0, ...terms.verifiers.map((id) => VERIFIERS[id].seconds ?? 0));
}

/** Verifiers that hold the key by hand: no wait helps, a person must say that they changed it. */
export function hasPinned(terms: Pick<PolicyTerms, 'verifiers'>): boolean {
  return terms.verifiers.some((id) => VERIFIERS[id].seconds === null);
}

export function needsConfirmation(terms: PolicyTerms): boolean {
  return terms.confirmConsumers || hasPinned(terms);
}

/** `environments` and `consumers` are those of the tenants that use the policy; `cacheSeen` is the widest among them. */
export function policyWarnings(
  terms: PolicyTerms,
  environments: readonly Environment[],
  cacheSeen: CacheSeen | null,
  consumers: readonly RegisteredConsumer[] = [],
): PolicyWarning[] {
  const cache = Math.max(verifierCacheSeconds(terms), longestConsumerCache(consumers), cacheSeen?.seconds ?? 0);
  const { rotateEveryDays, announceDays, keepDays, tokenLifetimeSeconds, clockSkewSeconds, safetySeconds } = terms;
  const rehearsalOnly = environments.length > 0 && environments.every((environment) => environment === 'development');
  const found: [PolicyWarning, boolean][] = [
    ['rotation-beyond-nist', rotateEveryDays > NIST_MAX_DAYS],
    ['tokens-outlive-keep', tokenLifetimeSeconds + clockSkewSeconds + safetySeconds > keepDays * DAY_SECONDS],
    ['announced-too-late', cache + safetySeconds > announceDays * DAY_SECONDS],
    ['announced-before-made', announceDays > rotateEveryDays],
    ['cache-short-for-production', cache < COMMON_CACHE_SECONDS && environments.includes('production')],
    ['safety-below-edge', safetySeconds < (cacheSeen?.seconds ?? 0)],
  ];
  // A policy for rehearsals alone is quick on purpose.
  return found.flatMap(([warning, holds]) =>
    holds && (!rehearsalOnly || warning === 'rotation-beyond-nist') ? [warning] : [],
  );
}
