// What the officer types about a policy, and what the contract makes of it. Times are kept as number and unit, because
// nobody thinks of a day as 86400 seconds.
import { DEFAULT_TERMS, type PolicyTerms } from '../../shared/domain/timing/policy.ts';
import type { VerifierId } from '../../shared/domain/verifiers.ts';

export const TIME_UNITS = ['seconds', 'minutes', 'hours', 'days'] as const;

export type TimeUnit = (typeof TIME_UNITS)[number];

const SECONDS: Record<TimeUnit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

export interface Span {
  /** As typed; blank for “not given”. */
  amount: string;
  unit: TimeUnit;
}

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
}

/** In the largest unit that loses nothing. */
export function spanOf(seconds: number | null): Span {
  if (seconds === null) {
    return { amount: '', unit: 'hours' };
  }
  const units: readonly TimeUnit[] = ['days', 'hours', 'minutes'];
  const unit = units.find((one) => seconds > 0 && seconds % SECONDS[one] === 0) ?? 'seconds';
  return { amount: String(seconds / SECONDS[unit]), unit };
}

/** Whole numbers only reach the schema as such; anything else is left for it to refuse. */
const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

export const secondsOf = ({ amount, unit }: Span): number => numberOf(amount) * SECONDS[unit];

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
  };
}

/** What the contract expects of `policy.set`. */
export function policyArgs({ name, verifiers, confirmConsumers, ...rest }: PolicyValues) {
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
    },
  };
}
