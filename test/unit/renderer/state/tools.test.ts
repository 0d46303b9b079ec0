import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { claimsIn, claimsToEdit, instantOf } from '../../../../renderer/tokens/state/claims.ts';
import { chosenEvents, countDue, groupEvents, pressingByTenant } from '../../../../renderer/fleet/state/due.ts';
import { fuzzyFind, fuzzyScore } from '../../../../renderer/frame/fuzzy.ts';
import { BLANK_CHOICE, overviewOf } from '../../../../renderer/fleet/state/overview.ts';
import { findEntries, paletteEntries } from '../../../../renderer/frame/palette.ts';
import { spanOf } from '../../../../renderer/parts/span.ts';
import { policyArgs, policyValues } from '../../../../renderer/policies/state/policy-form.ts';
import { policySetSchema } from '../../../../shared/acts/plans.ts';
import type { ForecastEvent } from '../../../../shared/domain/timing/due.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { aTenant } from '../../../support/keys.ts';

const NOW = Date.parse('2026-11-22T05:30:00.000Z');

const event = (tenant: string, severity: ForecastEvent['severity'], at: string): ForecastEvent => ({
  id: `${tenant} ${at}`,
  kind: 'rotation-due',
  at,
  severity,
  tenant,
  ring: 'default',
  kid: 'k',
});

const EVENTS = [
  event('acme', 'overdue', '2026-11-20T00:00:00.000Z'),
  event('bank', 'soon', '2026-11-25T00:00:00.000Z'),
  event('acme', 'later', '2027-01-25T00:00:00.000Z'),
];

const summary = (name: string, environment: 'development' | 'production', lastPublishedAt: string | null = null) => ({
  tenant: { ...aTenant, name, environment, domain: `${name}.example`, customDomain: null },
  keys: { next: 1, current: 1, previous: 0, revoked: 0 },
  lastPublishedAt,
  drift: null,
});

test('due: overdue stays whatever the horizon, groups stand by severity, counts leave out what is later', () => {
  const environments = new Map([
    ['acme', 'development' as const],
    ['bank', 'production' as const],
  ]);
  const within = (days: number, environment: 'all' | 'production') =>
    chosenEvents(EVENTS, { environment, days, text: '' }, environments, NOW).map(({ id }) => id);
  expect(within(0, 'all')).toEqual(['acme 2026-11-20T00:00:00.000Z']);
  expect(within(365, 'production')).toEqual(['bank 2026-11-25T00:00:00.000Z']);
  expect(groupEvents(EVENTS).map(({ severity }) => severity)).toEqual(['overdue', 'soon', 'later']);
  expect(countDue(EVENTS)).toEqual({ overdue: 1, soon: 1 });
  expect([...pressingByTenant(EVENTS).keys()]).toEqual(['acme', 'bank']);
});

test('overview: narrowed by text, environment and what presses; sorted within its environment', () => {
  const tenants = [
    summary('zeta', 'development', '2026-01-01T00:00:00.000Z'),
    summary('acme', 'development', '2026-10-01T00:00:00.000Z'),
    summary('mu', 'development'),
    summary('bank', 'production'),
  ];
  const pressing = pressingByTenant([...EVENTS, event('zeta', 'overdue', '2026-11-01T00:00:00.000Z')]);
  const names = (choice: Partial<typeof BLANK_CHOICE>) =>
    overviewOf(tenants, { ...BLANK_CHOICE, ...choice }, { pressing, unpublished: new Set(['mu']) }).groups.map(
      (group) => group.tenants.map(({ tenant }) => tenant.name),
    );
  expect(names({})).toEqual([['bank'], ['acme', 'mu', 'zeta']]);
  expect(names({ sort: 'due' })).toEqual([['bank'], ['zeta', 'acme', 'mu']]);
  expect(names({ sort: 'published' })).toEqual([['bank'], ['mu', 'zeta', 'acme']]);
  expect(names({ trouble: ['overdue'], environment: 'development' })).toEqual([['acme', 'zeta']]);
  expect(names({ trouble: ['overdue', 'unpublished'], environment: 'development' })).toEqual([['acme', 'mu', 'zeta']]);
  expect(names({ trouble: ['soon'] })).toEqual([['bank']]);
  const { amounts } = overviewOf(tenants, BLANK_CHOICE, { pressing, unpublished: new Set(['mu']) });
  expect(amounts).toEqual({ alarm: 0, drift: 0, overdue: 2, soon: 1, unpublished: 1 });
  expect(names({ text: 'nobody' })).toEqual([]);
});

test('fuzzy: letters in order; word beginnings and whole words first', () => {
  expect(fuzzyScore('pbk', 'Publish Bank')).not.toBeNull();
  expect(fuzzyScore('kbp', 'Publish Bank')).toBeNull();
  expect(fuzzyFind('bank', ['embankment of the river', 'Publish Bank', 'Bank'], String, 9)).toEqual([
    'Bank',
    'Publish Bank',
    'embankment of the river',
  ]);
  expect(fuzzyFind('pub acm', ['Publish acme', 'Publish bank'], String, 9)).toEqual(['Publish acme']);
});

test('palette: places without words; tenants, acts and rings by words; keys by the beginning of their kid alone', () => {
  const rings = [
    {
      tenant: 'acme',
      ring: 'open-banking',
      alg: 'ES256' as const,
      keys: [{ kid: 'h3ogA9at3MKm4zaemlqQ', state: 'current' as const, currentAt: null }],
    },
  ];
  const entries = paletteEntries([summary('acme', 'development')], rings);
  const first = (query: string) => findEntries(entries, query)[0]?.to;
  expect(findEntries(entries, '').every(({ kind }) => kind === 'place' || kind === 'act')).toBe(true);
  expect(first('acme')).toEqual({ screen: 'keys', tenant: 'acme' });
  expect(first('publish acme')).toEqual({ screen: 'publish', tenant: 'acme' });
  expect(first('banking')).toEqual({ screen: 'keys', tenant: 'acme' });
  expect(first('h3ogA9')).toEqual({ screen: 'key', tenant: 'acme', kid: 'h3ogA9at3MKm4zaemlqQ' });
  expect(findEntries(entries, 'zaem')).toEqual([]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test('claims: one JSON object, nothing that would be rounded, times set anew', () => {
  expect(claimsIn('{"sub":"a"}')).toEqual({ ok: true, claims: { sub: 'a' } });
  for (const text of ['', '[]', '"text"', 'null', '{"sub":}']) {
    expect(claimsIn(text)).toMatchObject({ ok: false });
  }
  const blurred = claimsIn('{"a":[{"order":9007199254740993}]}');
  expect(blurred.ok ? '' : blurred.problem).toContain('“order”');
  expect(JSON.parse(claimsToEdit({ sub: 'a', iat: 1, nbf: 1, exp: 2, jti: 'x' }))).toEqual({ sub: 'a', jti: 'x' });
});

test('claims: dates are told for the claims that are dates, whatever their number', () => {
  expect(instantOf('exp', 1_795_325_400)).toBe('2026-11-22T05:30:00.000Z');
  for (const [name, value] of [
    ['sub', 1],
    ['exp', '1'],
    ['exp', 1e300],
    ['iat', null],
  ] as const) {
    expect(instantOf(name, value)).toBeNull();
  }
});

test('policy form: what is shown of any terms leads back to the same terms', () => {
  assert(
    property(
      integer({ min: 1, max: 366 * 86_400 }),
      constantFrom(...Object.values(DEFAULT_TERMS)),
      (seconds, terms) => {
        const given = { ...terms, tokenLifetimeSeconds: seconds };
        expect(policySetSchema.parse(policyArgs(policyValues('p', given)))).toEqual({ name: 'p', terms: given });
      },
    ),
  );
  expect([spanOf(86_400), spanOf(5400), spanOf(61), spanOf(0), spanOf(null)]).toEqual([
    { amount: '1', unit: 'days' },
    { amount: '90', unit: 'minutes' },
    { amount: '61', unit: 'seconds' },
    { amount: '0', unit: 'seconds' },
    { amount: '', unit: 'hours' },
  ]);
});
