// The clocks alone, without what the rules of the ring say: what a test of instants asks.
import { keyIn } from '../../shared/domain/key-ring/lane.ts';
import { inTime } from '../../shared/domain/timing/clocks.ts';
import { type ClockFacts, readyToRotate, safeToRevoke } from '../../shared/domain/timing/clocks.ts';
import type { ClockReading } from '../../shared/domain/timing/key-clocks.ts';
import type { PlanOrder } from '../../shared/domain/plan/plan.ts';
import type { KeyDates } from '../../shared/domain/records.ts';

type Guard = { ok: true } | ({ ok: false; kid: string } & Pick<ClockReading, 'at' | 'why' | 'waitsFor'>);

export function guardRotate(facts: ClockFacts, now: string, order?: PlanOrder): Guard {
  const next = keyIn('next', facts.keys);
  return next === null ? { ok: true } : guard(next, readyToRotate(next, facts, order), now);
}

export const guardRevoke = (key: KeyDates, facts: ClockFacts, now: string): Guard =>
  key.state === 'previous' ? guard(key, safeToRevoke(key, facts), now) : { ok: true };

function guard({ kid }: KeyDates, reading: ClockReading, now: string): Guard {
  const early = inTime(reading, now);
  return early === null ? { ok: true } : { ok: false, kid, ...early };
}
