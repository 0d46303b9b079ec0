// What an officer should be warned of before using the numbers of a policy. Nothing here is refused.
import type { CacheSeen } from './key-clocks.ts';
import type { Environment } from '../limits.ts';
import type { PolicyTerms, PolicyWarning } from './policy.ts';
import type { RegisteredConsumer } from '../consumers/needs.ts';
import { verifierPart } from './caches.ts';
import { readySeconds } from './clocks.ts';
import { DAY_SECONDS } from './instants.ts';

/** NIST SP 800-57 part 1 rev. 5 §5.3.6: one to three years of originator use for a private signature key. */
const NIST_MAX_DAYS = 3 * 365;

/** The jose library's default and the upper end of the tenant's own advice. */
const COMMON_CACHE_SECONDS = 600;

/** `environments` and `consumers` are those of the tenants that use the policy; `cacheSeen` is the widest among them. */
export function policyWarnings(
  terms: PolicyTerms,
  environments: readonly Environment[],
  cacheSeen: CacheSeen | null,
  consumers: readonly RegisteredConsumer[] = [],
): PolicyWarning[] {
  const facts = { terms, cacheSeen, consumers };
  const { rotateEveryDays, announceDays, keepDays, tokenLifetimeSeconds, clockSkewSeconds, safetySeconds } = terms;
  const rehearsalOnly = environments.length > 0 && environments.every((environment) => environment === 'development');
  const found: [PolicyWarning, boolean][] = [
    ['rotation-beyond-nist', rotateEveryDays > NIST_MAX_DAYS],
    ['tokens-outlive-keep', tokenLifetimeSeconds + clockSkewSeconds + safetySeconds > keepDays * DAY_SECONDS],
    ['announced-too-late', readySeconds(facts) > announceDays * DAY_SECONDS],
    ['announced-before-made', announceDays > rotateEveryDays],
    [
      'cache-short-for-production',
      verifierPart(facts).seconds < COMMON_CACHE_SECONDS && environments.includes('production'),
    ],
  ];
  // A policy for rehearsals alone is quick on purpose.
  return found.flatMap(([warning, holds]) =>
    holds && (!rehearsalOnly || warning === 'rotation-beyond-nist') ? [warning] : [],
  );
}
