// Whether an act may be done to a key or a ring, and with which facts it is refused.
import { describe, expect, it } from 'vitest';
import {
  bothRevoked,
  destructionCancelled,
  destructionScheduled,
  placed,
  retired,
  rotatedAndRevoked,
  rotationAborted,
} from '../../../../shared/domain/key-ring/life-cycle.ts';
import { formerIn, isUnused, keyIn, sinceOf } from '../../../../shared/domain/key-ring/lane.ts';
import {
  type Consent,
  mayAbort,
  mayDestroy,
  mayGoOn,
  mayKeep,
  mayReplaceCurrent,
  mayReplaceNext,
  mayRevoke,
  mayRotate,
  maySign,
  mayUse,
  mayWithdraw,
  refuse,
} from '../../../../shared/domain/key-ring/may.ts';
import type { Revocation, SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { KEY_STATES, type KeyState } from '../../../../shared/domain/limits.ts';
import { plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import type { ClockReading } from '../../../../shared/domain/timing/key-clocks.ts';
import { aKey, AT, NOBODY_MINDS } from '../../../support/keys.ts';

const LATER = plusSeconds(AT, 1);
const reading = (part: Partial<ClockReading> = {}): ClockReading => ({
  at: AT,
  since: AT,
  parts: [],
  why: 'tokens-alive',
  waitsFor: [],
  ...part,
});
const named = (kid: string | undefined): Consent => ({ named: kid, worth: () => 'imported' });

describe.each(KEY_STATES)('a key that is %s', (state: KeyState) => {
  const key = aKey({ kid: 'K', state });
  const refusal = (action: string, needs: string) => ({ code: 'KEY_STATE', facts: { kid: 'K', state, action, needs } });

  it('signs, is withdrawn and is revoked in one state each', () => {
    expect(maySign(key)).toEqual(state === 'current' ? null : refusal('signing', 'current'));
    expect(mayWithdraw(key)).toEqual(state === 'next' ? null : refusal('withdrawing', 'next'));
    expect(mayRevoke(key, undefined, AT)).toEqual(state === 'previous' ? null : refusal('revoking', 'previous'));
  });

  it('is erased once its life has ended, and once', () => {
    const ended = state === 'revoked' || state === 'replaced';
    expect(mayDestroy(key)).toEqual(ended ? null : refusal('destroying', 'revoked'));
    const destroyed = {
      code: 'KEY_STATE',
      facts: { kid: 'K', state: 'destroyed', action: 'destroying', needs: 'revoked' },
    };
    expect(mayDestroy({ ...key, destroyAt: AT, destroyedAt: AT })).toEqual(destroyed);
  });

  it('is kept while its erasure is to come', () => {
    const refused = (found: string) => ({
      code: 'KEY_STATE',
      facts: { kid: 'K', state: found, action: 'keeping', needs: 'scheduled' },
    });
    expect(mayKeep({ ...key, destroyAt: AT })).toBe(null);
    expect(mayKeep(key)).toEqual(refused('not-scheduled'));
    expect(mayKeep({ ...key, destroyAt: AT, destroyedAt: AT })).toEqual(refused('destroyed'));
  });

  it('came into its state at its own instant, or when it was made', () => {
    const dates = { currentAt: 'c', previousAt: 'p', revokedAt: 'r', replacedAt: 'x', createdAt: 'n' };
    const since: Record<KeyState, string> = { next: 'n', current: 'c', previous: 'p', revoked: 'r', replaced: 'x' };
    expect([sinceOf({ ...key, ...dates }), sinceOf(key)]).toEqual([since[state], AT]);
  });
});

describe('a clock', () => {
  const previous = aKey({ kid: 'P', state: 'previous' });
  const next = aKey({ kid: 'N' });
  const early = (action: string, kid: string, facts: object) => ({
    code: 'CLOCK_TOO_EARLY',
    facts: { kid, action, ...facts },
  });
  const goesLive = () => null;

  it.each<[string, Partial<ClockReading>, object | null]>([
    ['that has run out', {}, null],
    ['that has not', { at: LATER }, { at: LATER, why: 'tokens-alive', waitsFor: [] }],
    ['that has not begun', { at: null, why: 'still-signing' }, { at: null, why: 'still-signing', waitsFor: [] }],
    ['of what nobody knows', { at: LATER, why: 'nothing-announced' }, null],
    ['that somebody stops', { waitsFor: ['A'] }, { at: null, why: 'consumers-unconfirmed', waitsFor: ['A'] }],
  ])('%s', (_, part, facts) => {
    expect(mayRevoke(previous, reading(part), AT)).toEqual(facts && early('revoking', 'P', facts));
    expect(mayRotate('r', [next], reading(part), { now: AT, goesLive })).toEqual(
      facts && early('rotating', 'N', facts),
    );
  });

  it('is asked after the state, and before what else speaks against the key', () => {
    const current = aKey({ state: 'current' });
    expect(mayRevoke(current, reading({ at: LATER }), AT)).toMatchObject({ code: 'KEY_STATE' });
    const refused = { code: 'RING_CHANGED', facts: { ring: 'r' } } as const;
    const rotate = (at: string) =>
      mayRotate('r', [current, next], reading({ at }), { now: AT, goesLive: () => refused });
    expect([rotate(LATER)?.code, rotate(AT)]).toEqual(['CLOCK_TOO_EARLY', refused]);
    expect(mayRotate('r', [current], reading(), { now: AT, goesLive })).toEqual({
      code: 'RING_HAS_NO_NEXT',
      facts: { ring: 'r' },
    });
  });
});

describe('the place of a key', () => {
  it.each([
    ['next', mayReplaceNext, 'RING_NEXT_ANNOUNCED'],
    ['current', mayReplaceCurrent, 'RING_HAS_CURRENT'],
  ] as const)('%s', (state, may, seen) => {
    const key = aKey({ kid: 'K', state });
    const facts = { ring: 'r', kid: 'K' };
    expect(may('r', [], NOBODY_MINDS)).toBe(null);
    expect(may('r', [key], NOBODY_MINDS)).toBe(null);
    // Whoever has seen it, or has what it signed, would miss it.
    expect(may('r', [{ ...key, announcedAt: AT }], named('K'))).toEqual({ code: seen, facts });
    expect(may('r', [{ ...key, uses: 1 }], named('K'))).toEqual({ code: seen, facts });
    expect(may('r', [key], named(undefined))).toEqual({
      code: 'KEY_WOULD_BE_REPLACED',
      facts: { ...facts, worth: 'imported' },
    });
    expect(may('r', [key], named('K'))).toBe(null);
    const changed = { code: 'RING_CHANGED', facts: { ring: 'r' } };
    expect([may('r', [key], named('other')), may('r', [], named('K'))]).toEqual([changed, changed]);
  });

  it('is had by a key that comes in, at the end of whose life it does not begin', () => {
    const [current, imported] = [aKey({ kid: 'C', state: 'current' }), aKey({ kid: 'I' })];
    const put = (place: 'next' | 'current' | 'previous', keys: SigningKey[]) =>
      placed('r', keys, { imported, place, consent: NOBODY_MINDS }, AT);
    expect(put('current', [current])).toEqual({
      updated: [{ ...current, state: 'replaced', replacedAt: AT }],
      added: [{ ...imported, state: 'current', currentAt: AT }],
    });
    expect(put('previous', [current])).toEqual({
      updated: [],
      added: [{ ...imported, state: 'previous', previousAt: AT }],
    });
    expect(put('next', [current])).toEqual({ updated: [], added: [imported] });
    const consent = named('C');
    expect(() => placed('r', [current], { imported, place: 'previous', consent }, AT)).toThrow(
      expect.objectContaining({ code: 'RING_CHANGED' }),
    );
  });
});

describe('a rotation is taken back', () => {
  const former = aKey({ kid: 'F', state: 'previous', previousAt: AT });
  const current = aKey({ kid: 'C', state: 'current', currentAt: AT });
  const next = aKey({ kid: 'N' });
  const may = (...keys: SigningKey[]) => mayAbort('r', keys, NOBODY_MINDS)?.code ?? null;

  it('while it has had no effect', () => {
    expect([may(former, current, next), may(former, current)]).toEqual([null, null]);
    expect(may({ ...former, previousAt: LATER }, current, next)).toBe('ROTATION_HAS_EFFECT');
    expect(may(former, { ...current, lastUsedAt: AT }, next)).toBe('ROTATION_HAS_EFFECT');
    expect(may(former, current, { ...next, announcedAt: AT })).toBe('ROTATION_HAS_EFFECT');
    expect([may(former, next), may(current, next)]).toEqual(['ROTATION_HAS_EFFECT', 'ROTATION_HAS_EFFECT']);
    expect(mayAbort('r', [former, current, next], named(undefined))?.code).toBe('KEY_WOULD_BE_REPLACED');
  });

  it('and each key is where it was', () => {
    expect(rotationAborted('r', [former, current, next], NOBODY_MINDS, LATER)).toEqual({
      updated: [
        { ...next, state: 'replaced', replacedAt: LATER },
        { ...current, state: 'next', currentAt: null },
        { ...former, state: 'current', previousAt: null },
      ],
      added: [],
    });
    expect(() => rotationAborted('r', [current], NOBODY_MINDS, LATER)).toThrow(
      expect.objectContaining({ code: 'ROTATION_HAS_EFFECT', facts: { ring: 'r' } }),
    );
  });
});

describe('the end', () => {
  const revocation = { reason: 'leaked', compromised: true, compromisedSince: AT };
  const former = aKey({ kid: 'F', state: 'previous', previousAt: AT });
  const current = aKey({ kid: 'C', state: 'current', currentAt: AT, uses: 1 });
  const next = aKey({ kid: 'N' });
  const [fresh, signsOn] = [aKey({ kid: 'fresh' }), aKey({ kid: 'on' })];
  const gone = (key: SigningKey, how: Revocation = revocation) => ({
    ...key,
    state: 'revoked',
    revokedAt: LATER,
    revocation: how,
  });

  it('of a current key in an emergency', () => {
    expect(rotatedAndRevoked('r', [former, current, next], fresh, revocation, LATER)).toEqual({
      updated: [gone({ ...current, previousAt: LATER }), { ...next, state: 'current', currentAt: LATER }],
      added: [fresh],
    });
    expect(() => rotatedAndRevoked('r', [next], fresh, revocation, LATER)).toThrow(
      expect.objectContaining({ code: 'RING_HAS_NO_CURRENT', facts: { ring: 'r' } }),
    );
  });

  it('of both keys, and another signs on', () => {
    const both = (keys: SigningKey[], coming: SigningKey | null) =>
      bothRevoked('r', keys, { current: signsOn, next: coming }, revocation, LATER);
    const on = { ...signsOn, state: 'current', currentAt: LATER };
    expect(both([former, current, next], fresh)).toEqual({ updated: [gone(current), gone(next)], added: [on, fresh] });
    expect(both([former, current], null)).toEqual({ updated: [gone(current)], added: [on] });
  });

  it('of a ring: what signed stays to be verified, and what nobody needs goes', () => {
    const routine = { reason: 'moved', compromised: false, compromisedSince: null };
    const rest = [former, aKey({ state: 'revoked' }), aKey({ state: 'replaced' })];
    expect(retired([next, current, ...rest], 'moved', LATER)).toEqual({
      updated: [gone(next, routine), { ...current, state: 'previous', previousAt: LATER }],
      added: [],
    });
    const unused = { ...current, uses: 0 };
    expect(retired([unused], 'moved', LATER).updated).toEqual([gone(unused, routine)]);
    expect(retired([{ ...unused, announcedAt: AT }], 'moved', LATER).updated[0]?.state).toBe('previous');
  });

  it('of a private key has a day, until which it can be taken back', () => {
    const ended = aKey({ state: 'revoked' });
    const doomed = { ...ended, destroyAt: LATER };
    expect(destructionScheduled(ended, LATER)).toEqual({ updated: [doomed], added: [] });
    expect(destructionCancelled(doomed)).toEqual({ updated: [ended], added: [] });
    expect(() => destructionScheduled(current, LATER)).toThrow(expect.objectContaining({ code: 'KEY_STATE' }));
    expect(() => destructionCancelled(ended)).toThrow(expect.objectContaining({ code: 'KEY_STATE' }));
  });
});

it('nothing goes on in a retired ring, nor in a tenant that was put aside', () => {
  const end = { at: AT, reason: 'moved' };
  expect([mayGoOn({ name: 'r', retirement: null }), mayUse({ name: 't', archive: null })]).toEqual([null, null]);
  expect(mayGoOn({ name: 'r', retirement: end })).toEqual({ code: 'RING_RETIRED', facts: { ring: 'r' } });
  const archived = mayUse({ name: 't', archive: end });
  expect(archived).toEqual({ code: 'TENANT_ARCHIVED', facts: { tenant: 't', at: AT } });
  expect(() => refuse(archived)).toThrow(expect.objectContaining(archived ?? {}));
  expect(() => refuse(null)).not.toThrow();
});

it('a key is found by its state, the former one by the instant of the rotation', () => {
  const current = aKey({ state: 'current', currentAt: AT });
  const former = aKey({ state: 'previous', previousAt: AT });
  const older = aKey({ state: 'previous', previousAt: LATER });
  expect([keyIn('current', [former, current]), keyIn('next', [former, current])]).toEqual([current, null]);
  expect([formerIn([older, former, current]), formerIn([older, current]), formerIn([former])]).toEqual([
    former,
    null,
    null,
  ]);
  expect(formerIn([{ ...former, state: 'revoked' }, current])).toBe(null);
  expect(formerIn([aKey({ state: 'previous' })])).toBe(null);
  expect([isUnused(former), isUnused({ ...former, uses: 1 }), isUnused({ ...former, announcedAt: AT })]).toEqual([
    true,
    false,
    false,
  ]);
});
