// The one thing that a tenant needs next, by what is on record: what goes before what.
import { describe, expect, it } from 'vitest';
import type { KeyRing, RingView } from '../../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { Publication } from '../../../../shared/domain/published-set/publication.ts';
import { isProofDue, type NextDue, nextDue } from '../../../../shared/domain/tenant/next-due.ts';
import type { TenantView } from '../../../../shared/domain/tenant/tenant.ts';
import { clocksOf } from '../../../../shared/domain/timing/clocks.ts';
import type { ForecastEvent, ForecastKind } from '../../../../shared/domain/timing/due.ts';
import { plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import type { ClockReading } from '../../../../shared/domain/timing/key-clocks.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { aKey, AT, aTenant } from '../../../support/keys.ts';
import { ringView, tenantView } from '../../../support/views.ts';

const BEFORE = plusSeconds(AT, -1);
const LATER = plusSeconds(AT, 1);
const sent = { announcedAt: AT, publishedAt: AT };
const current = aKey({ kid: 'C', state: 'current', currentAt: AT, ...sent });
const next = aKey({ kid: 'N', ...sent });

type Ready = Partial<Pick<ClockReading, 'at' | 'why' | 'waitsFor'>>;

function ring(keys: SigningKey[], part: Partial<KeyRing> = {}, ready: Ready = { at: AT }): RingView {
  const facts = { keys, terms: DEFAULT_TERMS.production, cacheSeen: null, consumers: [] };
  const clocks = keys.map((key) => {
    const all = clocksOf(key, facts);
    return [key.kid, { ...all, readyToSign: { ...all.readyToSign, ...ready } }] as const;
  });
  return { ...ringView(keys, part), clocks: Object.fromEntries(clocks) };
}

const published = (kids: string[]): Publication => ({
  id: 'p',
  act: 'push',
  tenantId: 'tenant',
  at: AT,
  hash: '',
  kids,
  replaced: '',
  sent: null,
  confirmedAt: AT,
  variations: [],
});

/** Everything pushed. */
const pushed = (...rings: RingView[]): TenantView => {
  const keys = rings.flatMap(({ keys: all }) => all);
  const kids = ['current', 'next', 'previous'].flatMap((state) =>
    keys.filter((key) => key.state === state).map(({ kid }) => kid),
  );
  return tenantView(rings, { lastPublication: published(kids) });
};

const event = (kind: ForecastKind, part: Partial<ForecastEvent> = {}): ForecastEvent => ({
  id: kind,
  kind,
  at: AT,
  severity: 'overdue',
  tenant: 'Acme',
  ring: 'default',
  kid: 'C',
  ...part,
});

const due = (view: TenantView, events: ForecastEvent[] = [], provenAt: string | null = AT): NextDue | null =>
  nextDue(view, { events, provenAt, now: AT });

const OTHER = { id: 'other', name: 'other' };
const retirement = { at: AT, reason: 'moved' };

describe('before anything else', () => {
  it('nothing, where the tenant was put aside', () => {
    const tenant = { ...aTenant, archive: { at: AT, reason: 'gone' } };
    expect([due(tenantView([], { tenant })), due(tenantView([ring([current])], { tenant }))]).toEqual([null, null]);
  });

  it('a ring that is in use', () => {
    expect(due(tenantView([]))).toEqual({ act: 'ring.add' });
    expect(due(pushed(ring([current], { retirement })))).toEqual({ act: 'ring.add' });
    expect(due(pushed(ring([current], { retirement }), ring([], OTHER)))).toBe(null);
  });

  it('a push of what changed', () => {
    const bare = ring([], { ...OTHER, brought: true });
    const unpushed = tenantView([ring([current]), bare], { lastPublication: published([]) });
    expect([due(unpushed), due(tenantView([ring([current])]))]).toEqual([
      { act: 'publish.push' },
      { act: 'publish.push' },
    ]);
    expect(due(pushed(ring([current]), bare), [], null)).toEqual({ act: 'key.import', ring: 'other' });
  });

  it.each<[string, RingView, NextDue | null]>([
    ['that has none', ring([], { brought: true }), { act: 'key.import', ring: 'default' }],
    [
      'whose keys are gone',
      ring([aKey({ state: 'revoked' })], { brought: true }),
      { act: 'key.import', ring: 'default' },
    ],
    ['that has one', ring([current], { brought: true }), null],
    ['whose keys are made here', ring([]), null],
    ['that signs no more', ring([], { brought: true, retirement }), { act: 'ring.add' }],
  ])('a key of the officer’s for a ring %s', (_, view, expected) => {
    expect(due(pushed(view))).toEqual(expected);
  });
});

describe('the proof of a push', () => {
  it.each<[boolean, TenantView, string | null]>([
    [true, pushed(ring([current])), null],
    [true, pushed(ring([current])), BEFORE],
    [false, pushed(ring([current])), AT],
    [false, pushed(ring([current])), LATER],
    [false, pushed(ring([next])), null],
    [false, pushed(ring([])), null],
    [false, tenantView([ring([current])], { lastPublication: published([]) }), null],
    [false, tenantView([ring([current])]), null],
    [true, pushed(ring([next]), ring([current], OTHER)), null],
  ])('%s: %#', (expected, view, provenAt) => {
    expect(isProofDue(view, provenAt)).toBe(expected);
  });

  it('goes before what is due by the calendar', () => {
    expect(due(pushed(ring([current])), [event('revocation-due')], null)).toEqual({ act: 'publish.verify' });
  });
});

describe('what is due by the calendar', () => {
  const view = pushed(ring([current, next]));

  it.each<[ForecastKind, NextDue | null]>([
    ['compromised-public', { act: 'publish.verify' }],
    ['take-down-due', { act: 'publish.verify' }],
    ['rotation-due', { act: 'key.rotate', ring: 'default', kid: 'N' }],
    ['revocation-due', { act: 'key.revoke', ring: 'default', kid: 'C' }],
    ['certificate-ends', { act: 'certificate.reissue', ring: 'default', kid: 'C' }],
    ['announce-by', null],
    ['copies-left', null],
    ['destruction-due', null],
  ])('%s', (kind, expected) => {
    expect([due(view, [event(kind)]), due(view, [event(kind, { at: LATER })])]).toEqual([expected, null]);
  });

  it('is the first of which something can be done', () => {
    const revoke = { act: 'key.revoke', ring: 'default', kid: 'C' };
    expect(due(view, [event('destruction-due'), event('revocation-due'), event('take-down-due')])).toEqual(revoke);
    expect(due(view, [event('certificate-ends', { ring: 'another' }), event('revocation-due')])).toEqual(revoke);
    const notReady = pushed(ring([current, next], {}, { at: LATER }));
    expect(due(notReady, [event('rotation-due'), event('revocation-due')])).toEqual(revoke);
    const retired = pushed(ring([current, next], { retirement }), ring([], OTHER));
    expect(due(retired, [event('revocation-due')])).toBe(null);
  });
});

describe('a ring in which no key signs yet', () => {
  const first: NextDue = { act: 'key.rotate', ring: 'default', kid: 'N' };

  it.each<[string, NextDue | null, Ready]>([
    ['is ready now', first, { at: AT }],
    ['is ready later', null, { at: LATER }],
    ['was not seen', null, { at: null, why: 'never-published' }],
    ['nobody can miss', first, { at: LATER, why: 'nothing-announced' }],
    ['somebody has not', null, { at: BEFORE, waitsFor: ['Portal'] }],
  ])('whose key %s', (_, expected, ready) => {
    expect(due(pushed(ring([next], {}, ready)))).toEqual(expected);
    // Where one signs already, a key that is ready is no reason to rotate.
    expect(due(pushed(ring([current, next], {}, ready)))).toBe(null);
  });

  it('comes after the calendar, and is not the one that only waits', () => {
    const waiting = ring([aKey({ kid: 'W', ringId: OTHER.id, ...sent })], OTHER, { at: LATER });
    expect(due(pushed(waiting, ring([next])))).toEqual(first);
    expect(due(pushed(ring([next])), [event('take-down-due')])).toEqual({ act: 'publish.verify' });
    expect(due(pushed({ ...ring([next]), clocks: {} }))).toBe(null);
  });
});
