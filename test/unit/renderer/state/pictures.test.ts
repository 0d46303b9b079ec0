import { expect, test } from 'vitest';
import { fleetLine, LINE_DAYS, tenantsOf } from '../../../../renderer/fleet/state/fleet-line.ts';
import { ageSteps } from '../../../../renderer/fleet/state/key-age.ts';
import type { FleetRing } from '../../../../shared/acts/plans.ts';
import type { ForecastEvent } from '../../../../shared/domain/timing/due.ts';

const NOW = Date.parse('2026-11-22T05:30:00.000Z');
const daysOn = (days: number) => new Date(NOW + days * 86_400_000).toISOString();

const event = (tenant: string, kind: ForecastEvent['kind'], days: number): ForecastEvent => ({
  id: `${tenant} ${kind} ${days}`,
  kind,
  at: daysOn(days),
  severity: days <= 0 ? 'overdue' : days <= 14 ? 'soon' : 'later',
  tenant,
  ring: 'default',
  kid: `${tenant}-current`,
});

test('time line: overdue stands apart, the rest in its week; what lies beyond and kinds without a step are left out', () => {
  const rows = fleetLine(
    [
      event('acme', 'rotation-due', -3),
      event('acme', 'rotation-due', 1),
      event('bank', 'rotation-due', 6.9),
      event('bank', 'rotation-due', 7),
      event('bank', 'revocation-due', LINE_DAYS),
      event('bank', 'certificate-ends', 200),
    ],
    NOW,
  );
  const amounts = rows.map(({ kind, overdue, weeks }) => [
    kind,
    overdue.length,
    weeks.map((week) => week.events.length),
  ]);
  expect(amounts).toEqual([
    ['rotation-due', 1, [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['revocation-due', 0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ]);
  expect(
    tenantsOf([event('b', 'rotation-due', 1), event('a', 'rotation-due', 2), event('b', 'rotation-due', 3)]),
  ).toEqual(['b', 'a']);
});

const ring = (tenant: string, days: number | null): FleetRing => ({
  tenant,
  ring: 'default',
  alg: 'RS256',
  keys: [
    { kid: `${tenant}-next`, state: 'next', currentAt: null },
    { kid: `${tenant}-current`, state: 'current', currentAt: days === null ? null : daysOn(-days) },
    { kid: `${tenant}-previous`, state: 'previous', currentAt: daysOn(-400) },
  ],
});

test('age: only keys that sign count, in steps, oldest first; the overdue among them are told', () => {
  const rings = [ring('young', 1), ring('mid', 89.9), ring('edge', 90), ring('old', 500), ring('older', 900)];
  const steps = ageSteps(
    rings,
    [event('older', 'rotation-due', -1), event('edge', 'announce-by', -1)],
    () => true,
    NOW,
  );
  expect(steps.map(({ from, to, keys, overdue }) => [from, to, keys.map(({ tenant }) => tenant), overdue])).toEqual([
    [0, 30, ['young'], 0],
    [30, 60, [], 0],
    [60, 90, ['mid'], 0],
    [90, 180, ['edge'], 0],
    [180, 365, [], 0],
    [365, null, ['older', 'old'], 1],
  ]);
  const some = ageSteps(rings, [], (tenant) => tenant === 'mid', NOW);
  expect(some.flatMap(({ keys }) => keys).map(({ tenant }) => tenant)).toEqual(['mid']);
});
