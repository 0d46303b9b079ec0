// What the officer types about a policy, and what the contract makes of it.
import { type BackupFirst, DEFAULT_TERMS, type PolicyTerms } from '../../../shared/domain/timing/policy.ts';
import type { VerifierId } from '../../../shared/domain/verifiers.ts';
import { numberOf, secondsOf, type Span, spanOf } from '../../parts/span.ts';

export interface PolicyValues {
  name: string;
  rotateEveryDays: string;
  announceDays: string;
  keepDays: string;
  destroyAfterDays: string;
  rehearsalDays: string;
  tokenLifetimeSeconds: Span;
  clockSkewSeconds: Span;
  safetySeconds: Span;
  verifierCacheSeconds: Span;
  verifiers: readonly VerifierId[];
  confirmConsumers: boolean;
  backupFirst: BackupFirst;
  drillEveryDays: string;
}

export function policyValues(name: string, terms: PolicyTerms = DEFAULT_TERMS.production): PolicyValues {
  return {
    name,
    rotateEveryDays: String(terms.rotateEveryDays),
    announceDays: String(terms.announceDays),
    keepDays: String(terms.keepDays),
    destroyAfterDays: String(terms.destroyAfterDays),
    rehearsalDays: String(terms.rehearsalDays),
    tokenLifetimeSeconds: spanOf(terms.tokenLifetimeSeconds),
    clockSkewSeconds: spanOf(terms.clockSkewSeconds),
    safetySeconds: spanOf(terms.safetySeconds),
    verifierCacheSeconds: spanOf(terms.verifierCacheSeconds),
    verifiers: terms.verifiers,
    confirmConsumers: terms.confirmConsumers,
    backupFirst: terms.backupFirst,
    drillEveryDays: String(terms.drillEveryDays),
  };
}

/** What the contract expects of `policy.set`. */
export function policyArgs({ name, verifiers, confirmConsumers, backupFirst, ...rest }: PolicyValues) {
  const { verifierCacheSeconds: cache } = rest;
  return {
    name,
    terms: {
      rotateEveryDays: numberOf(rest.rotateEveryDays),
      announceDays: numberOf(rest.announceDays),
      keepDays: numberOf(rest.keepDays),
      destroyAfterDays: numberOf(rest.destroyAfterDays),
      rehearsalDays: numberOf(rest.rehearsalDays),
      tokenLifetimeSeconds: secondsOf(rest.tokenLifetimeSeconds),
      clockSkewSeconds: secondsOf(rest.clockSkewSeconds),
      safetySeconds: secondsOf(rest.safetySeconds),
      verifierCacheSeconds: cache.amount.trim() === '' ? null : secondsOf(cache),
      verifiers,
      confirmConsumers,
      backupFirst,
      drillEveryDays: numberOf(rest.drillEveryDays),
    },
  };
}
