import { describe, expect, it } from 'vitest';
import {
  hasPinned,
  needsConfirmation,
  termsFor,
  verifierCacheSeconds,
} from '../../../../shared/domain/timing/terms.ts';
import { policyWarnings } from '../../../../shared/domain/timing/policy-warnings.ts';
import { ENVIRONMENTS } from '../../../../shared/domain/limits.ts';
import { DEFAULT_TERMS, type PolicyTerms, policyTermsSchema } from '../../../../shared/domain/timing/policy.ts';
import { VERIFIER_IDS, VERIFIERS } from '../../../../shared/domain/verifiers.ts';

const careful = DEFAULT_TERMS.production;
const terms = (part: Partial<PolicyTerms>): PolicyTerms => ({ ...careful, ...part });
const wide = { seconds: 30, onErrorSeconds: 86_415, header: 'max-age=15, stale-while-revalidate=15' };

describe('the terms of a policy', () => {
  it.each(ENVIRONMENTS)('has a default for %s that is within its own bounds and warns of nothing', (environment) => {
    const found = termsFor(environment, null);
    expect(policyTermsSchema.parse(found)).toEqual(found);
    expect(policyWarnings(found, [environment], wide)).toEqual([]);
  });

  it('lets a named policy take the place of the default', () => {
    const own = terms({ rotateEveryDays: 30 });
    expect(termsFor('production', { id: 'p', name: 'monthly', terms: own })).toBe(own);
  });

  it.each([
    ['rotateEveryDays', 0],
    ['rotateEveryDays', 3651],
    ['announceDays', 1.5],
    ['tokenLifetimeSeconds', 86_400_000],
    ['tokenLifetimeSeconds', 0],
    ['clockSkewSeconds', 3_601],
    ['safetySeconds', -1],
    ['verifierCacheSeconds', Number.NaN],
    ['rehearsalDays', 0],
    ['verifiers', ['nobody']],
  ])('refuses %s = %j', (name, value) => {
    expect(policyTermsSchema.safeParse({ ...careful, [name]: value }).error?.issues[0]?.path[0]).toBe(name);
  });

  it('refuses a cache life that is derived from nobody, or from pinned verifiers alone', () => {
    const refused = policyTermsSchema.safeParse(terms({ verifierCacheSeconds: null })).error?.issues[0];
    expect([refused?.path, refused?.message]).toEqual([['verifierCacheSeconds'], 'longest-cache']);
    expect(policyTermsSchema.safeParse(terms({ verifierCacheSeconds: null, verifiers: ['pinned'] })).success).toBe(
      false,
    );
    expect(policyTermsSchema.safeParse(terms({ verifierCacheSeconds: null, verifiers: ['jose'] })).success).toBe(true);
  });
});

describe('verifiers', () => {
  it('derive the cache life; a number given by hand raises it but never undercuts them', () => {
    expect(verifierCacheSeconds({ verifiers: ['jose', 'dotnet', 'pinned'], verifierCacheSeconds: null })).toBe(43_200);
    expect(verifierCacheSeconds({ verifiers: ['jose', 'dotnet'], verifierCacheSeconds: 60 })).toBe(43_200);
    expect(verifierCacheSeconds({ verifiers: ['jose'], verifierCacheSeconds: 86_400 })).toBe(86_400);
  });

  it('that are in no list count with a day, until somebody says how long they keep a set', () => {
    expect(verifierCacheSeconds({ verifiers: ['other'], verifierCacheSeconds: null })).toBe(86_400);
    expect(verifierCacheSeconds({ verifiers: ['other'], verifierCacheSeconds: 300 })).toBe(300);
    expect(verifierCacheSeconds({ verifiers: ['other', 'jose'], verifierCacheSeconds: 300 })).toBe(600);
  });

  it('that are pinned want a confirmation whatever the policy says', () => {
    const quick = DEFAULT_TERMS.development;
    expect([needsConfirmation(quick), needsConfirmation(careful)]).toEqual([false, true]);
    expect(needsConfirmation({ ...quick, verifiers: ['pinned'] })).toBe(true);
    expect(hasPinned(quick)).toBe(false);
  });

  it('keep keys for a known time, except pinned ones, which never look again', () => {
    for (const id of VERIFIER_IDS) {
      expect(VERIFIERS[id].seconds === null).toBe(VERIFIERS[id].refetch === 'never');
    }
  });
});

describe('the warnings of a policy', () => {
  it.each([
    ['rotation-beyond-nist', { rotateEveryDays: 1096 }],
    ['tokens-outlive-keep', { keepDays: 1 }],
    ['announced-too-late', { announceDays: 1 }],
    ['announced-before-made', { announceDays: 91 }],
    ['cache-short-for-production', { verifierCacheSeconds: 30 }],
  ] as const)('%s', (warning, part) => {
    expect(policyWarnings(terms(part), ['production'], wide)).toEqual([warning]);
  });

  it('reckon with caches one after the other, and call a policy short by what verifiers do alone', () => {
    const hour = { seconds: 3_600, onErrorSeconds: 3_600, header: 'max-age=3600' };
    const justInTime = terms({ announceDays: 2, verifierCacheSeconds: 86_400, safetySeconds: 86_400 });
    expect(policyWarnings(justInTime, ['production'], null)).toEqual([]);
    expect(policyWarnings(justInTime, ['production'], hour)).toEqual(['announced-too-late']);
    expect(policyWarnings(terms({ verifierCacheSeconds: 30 }), ['production'], hour)).toEqual([
      'cache-short-for-production',
    ]);
  });

  it('are of what is beyond a bound, not at it', () => {
    const [days, seconds] = [careful.rotateEveryDays, careful.keepDays * 86_400];
    const rest = careful.clockSkewSeconds + careful.safetySeconds;
    const atBounds = terms({ announceDays: days, tokenLifetimeSeconds: seconds - rest, verifierCacheSeconds: 600 });
    expect(policyWarnings(atBounds, ['production'], null)).toEqual([]);
    expect(policyWarnings(terms({ rotateEveryDays: 1095 }), ['production'], null)).toEqual([]);
  });

  it('leave a policy for rehearsals alone', () => {
    expect(policyWarnings(DEFAULT_TERMS.development, ['development'], wide)).toEqual([]);
    expect(policyWarnings(DEFAULT_TERMS.development, ['development', 'production'], wide)).not.toEqual([]);
    // One that nobody uses yet may be meant for anything.
    expect(policyWarnings(terms({ keepDays: 1 }), [], null)).toEqual(['tokens-outlive-keep']);
  });
});
