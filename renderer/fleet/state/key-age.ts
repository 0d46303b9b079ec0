// How old the keys are that sign today, in a few steps.
import type { FleetRing } from '../../../shared/acts/plans.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { DAY_MS } from './due.ts';

/** Days at which a step ends; the last one has no end. */
const STEPS = [30, 60, 90, 180, 365] as const;

export interface AgedKey {
  tenant: string;
  ring: string;
  kid: string;
  /** Since when it signs. */
  since: Instant;
}

export interface AgeStep {
  /** Days. */
  from: number;
  /** `null`: without end. */
  to: number | null;
  /** Oldest first. */
  keys: AgedKey[];
  /** Of those, how many should have been rotated by now. */
  overdue: number;
}

/** Every step, empty ones too. `wanted`: which tenants count. */
export function ageSteps(
  rings: readonly FleetRing[],
  events: readonly ForecastEvent[],
  wanted: (tenant: string) => boolean,
  now: number,
): AgeStep[] {
  const due = new Set(
    events
      .filter(({ kind, severity }) => kind === 'rotation-due' && severity === 'overdue')
      .map(({ tenant, kid }) => `${tenant} ${kid}`),
  );
  const keys = rings
    .filter(({ tenant }) => wanted(tenant))
    .flatMap(({ tenant, ring, keys: all }) =>
      all.flatMap(({ kid, state, currentAt }) =>
        state === 'current' && currentAt !== null ? [{ tenant, ring, kid, since: currentAt }] : [],
      ),
    )
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  return [0, ...STEPS].map((from, step) => {
    const to = STEPS[step] ?? null;
    const inStep = keys.filter(({ since }) => {
      const days = Math.max(0, (now - Date.parse(since)) / DAY_MS);
      return days >= from && (to === null || days < to);
    });
    return { from, to, keys: inStep, overdue: inStep.filter(({ tenant, kid }) => due.has(`${tenant} ${kid}`)).length };
  });
}
