// What is coming for the keys of a ring: the entries of due lists, notifications and calendars.
import type { Instant } from './instant.ts';

export const FORECAST_KINDS = [
  /** A compromised key may still be public: nothing is more urgent. */
  'compromised-public',
  /** The next key must be public by then, to be ready for the rotation. */
  'announce-by',
  'rotation-due',
  'revocation-due',
  /** A revoked key may still be public: push without it. */
  'take-down-due',
  /** Others may still have a copy of a revoked key: ask them. */
  'copies-left',
  /** The private key of a revoked key will be destroyed. */
  'destruction-due',
  /** The self-signed wrapper ends; the key itself does not. */
  'certificate-ends',
] as const;

export type ForecastKind = (typeof FORECAST_KINDS)[number];
export type Severity = 'overdue' | 'soon' | 'later';

export interface ForecastEvent {
  /** The same for the same key and kind whenever it is computed, so that a later calendar replaces an earlier one. */
  id: string;
  kind: ForecastKind;
  at: Instant;
  severity: Severity;
  tenant: string;
  ring: string;
  kid: string;
}
