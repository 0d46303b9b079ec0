// What waits for the network: pushes that reached nobody, bundles that a courier has, and sets that changed here and were
// not pushed. A waiting push is an intent, never bytes: it is planned anew when it is tried again.
import type { ErrorCode, WireError } from '../../errors.ts';
import type { CourierOutcome } from '../offline/courier.ts';
import type { KeepForeign } from './foreign.ts';
import type { Instant } from '../timing/instant.ts';
import type { PublishAct } from './finding.ts';

/** Nobody was reached: only this is worth waiting for. */
export const REACHED_NOBODY: ReadonlySet<ErrorCode> = new Set([
  'REMOTE_UNREACHABLE',
  'REMOTE_TIMEOUT',
  'REMOTE_PROXY_UNREACHABLE',
]);

/** At most one for each tenant: a newer intent takes the place of an older one. */
export interface OutboxEntry {
  tenant: string;
  act: PublishAct;
  /** The publication that a rollback goes back to; `null` for the one before the last. */
  to: string | null;
  removeForeign: string[];
  keepForeign: KeepForeign[];
  queuedAt: Instant;
  /** Why the last attempt reached nobody. */
  why: WireError;
  attempts: number;
  lastTriedAt: Instant;
}

/** A bundle that left and whose receipt has not come home. */
export interface TravellingBundle {
  id: string;
  tenant: string;
  act: PublishAct;
  kids: string[];
  madeAt: Instant;
  expiresAt: Instant;
  expired: boolean;
}

/** A tenant whose rings want another set than the one that was published last. Kids, each in publishing order. */
export interface PendingTenant {
  tenant: string;
  /** `null`: nothing was ever pushed. */
  lastPushedAt: Instant | null;
  missing: string[];
  /** Still published, although they should be no more. */
  lingering: string[];
  /** Published with another content, such as a former certificate. */
  altered: string[];
  /** True when the same keys should stand in another order. */
  reordered: boolean;
}

export interface Outbox {
  waiting: OutboxEntry[];
  travelling: TravellingBundle[];
  owed: PendingTenant[];
}

/** What a courier's receipt came to, for the officer. */
export interface AcceptedReceipt {
  tenant: string;
  bundle: string;
  outcome: CourierOutcome;
  /** True when the set is published now and on record here. */
  confirmed: boolean;
  /** Until then this bundle can still be pushed, and a receipt that says so will be taken; `null` when it cannot. */
  openUntil: Instant | null;
  courier: string;
  /** When the courier says that it was there. */
  at: Instant;
  /** Names of the keys that were there and that this registry does not know of. */
  foreign: string[];
  /** What it was told of the public set; `null` when the courier could not see it. */
  seen: { kids: string[]; jwksSha256: string } | null;
}
