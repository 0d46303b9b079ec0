// What follows from the numbers of a policy: the cache life to reckon with, and whether a person must confirm.
import type { Environment } from '../limits.ts';
import { DEFAULT_TERMS, type Policy, type PolicyTerms } from './policy.ts';
import { VERIFIERS } from '../verifiers.ts';

/** The terms a tenant lives by: those of its policy, else the default of its environment. */
export function termsFor(environment: Environment, policy: Policy | null): PolicyTerms {
  return policy?.terms ?? DEFAULT_TERMS[environment];
}

/** Longest time a verifier keeps the JWKS, in seconds. A number given by hand does not undercut the verifiers chosen. */
export function verifierCacheSeconds(terms: Pick<PolicyTerms, 'verifiers' | 'verifierCacheSeconds'>): number {
  const given = terms.verifierCacheSeconds;
  const known = terms.verifiers.filter((id) => given === null || VERIFIERS[id].assumed !== true);
  return Math.max(given ?? 0, ...known.map((id) => VERIFIERS[id].seconds ?? 0));
}

/** Verifiers that hold the key by hand: no wait helps, a person must say that they changed it. */
export function hasPinned(terms: Pick<PolicyTerms, 'verifiers'>): boolean {
  return terms.verifiers.some((id) => VERIFIERS[id].seconds === null);
}

export function needsConfirmation(terms: PolicyTerms): boolean {
  return terms.confirmConsumers || hasPinned(terms);
}
