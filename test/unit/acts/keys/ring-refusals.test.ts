// What the life cycle of a ring refuses, and what an emergency, a rotation taken back and an erasure leave.
import { describe, expect, it } from 'vitest';
import {
  destructionCancelled,
  destructionScheduled,
  rotated,
  rotatedAndRevoked,
  rotationAborted,
} from '../../../../shared/domain/key-ring/life-cycle.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { aKey, AT, NOBODY_MINDS } from '../../../support/keys.ts';

const LATER = '2026-11-23T08:00:00.000Z';
const REVOCATION = { reason: 'stolen', compromised: true, compromisedSince: null };
const refusal = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as object }) as Error;

/** A ring just after a rotation. */
function justRotated(): { keys: SigningKey[]; former: SigningKey; current: SigningKey; next: SigningKey } {
  const [former, current, next] = [aKey({ state: 'current', currentAt: AT }), aKey(), aKey()];
  const { updated, added } = rotated('ring', [former, current], next, LATER);
  return { keys: [...updated, ...added], former, current, next };
}

describe('an emergency', () => {
  it('revokes the key that signed, and only that', () => {
    const [current, next, fresh] = [aKey({ state: 'current' }), aKey(), aKey()];
    const { updated, added } = rotatedAndRevoked('ring', [current, next], fresh, REVOCATION, LATER);
    expect(updated.map(({ kid, state, revocation }) => [kid, state, revocation])).toEqual([
      [current.kid, 'revoked', REVOCATION],
      [next.kid, 'current', null],
    ]);
    expect(updated[0]?.revokedAt).toBe(LATER);
    expect(added).toEqual([fresh]);
  });

  it('needs a key that signs, and one that takes its place', () => {
    expect(() => rotatedAndRevoked('ring', [aKey()], aKey(), REVOCATION, AT)).toThrow(
      refusal('RING_HAS_NO_CURRENT', { ring: 'ring' }),
    );
    expect(() => rotatedAndRevoked('ring', [aKey({ state: 'current' })], aKey(), REVOCATION, AT)).toThrow(
      refusal('RING_HAS_NO_NEXT', { ring: 'ring' }),
    );
  });
});

describe('a rotation taken back', () => {
  it('lets the former key sign again and the other wait; the key that was made in between never existed outside', () => {
    const { keys, former, current, next } = justRotated();
    const { updated } = rotationAborted('ring', keys, NOBODY_MINDS, LATER);
    expect(updated.map(({ kid, state, currentAt, previousAt }) => [kid, state, currentAt, previousAt])).toEqual([
      [next.kid, 'replaced', null, null],
      [current.kid, 'next', null, null],
      [former.kid, 'current', AT, null],
    ]);
  });

  it.each([
    ['the new key signed', (key: SigningKey) => (key.state === 'current' ? { ...key, lastUsedAt: LATER } : key)],
    ['its successor was announced', (key: SigningKey) => (key.state === 'next' ? { ...key, announcedAt: LATER } : key)],
    ['its successor signed', (key: SigningKey) => (key.state === 'next' ? { ...key, uses: 1 } : key)],
    [
      'the former key went at another time',
      (key: SigningKey) => (key.state === 'previous' ? { ...key, previousAt: AT } : key),
    ],
  ])('is refused when %s', (_why, change) => {
    const { keys } = justRotated();
    expect(() => rotationAborted('ring', keys.map(change), NOBODY_MINDS, LATER)).toThrow(
      refusal('ROTATION_HAS_EFFECT'),
    );
  });

  it.each(['current', 'previous'] as const)('is refused without a %s key', (state) => {
    const { keys } = justRotated();
    expect(() =>
      rotationAborted(
        'ring',
        keys.filter((key) => key.state !== state),
        NOBODY_MINDS,
        LATER,
      ),
    ).toThrow(refusal('ROTATION_HAS_EFFECT'));
  });
});

describe('an erasure', () => {
  const revoked = aKey({ state: 'revoked', revokedAt: AT, revocation: REVOCATION });
  const scheduled = { ...revoked, destroyAt: LATER };
  const destroyed = { ...scheduled, destroyedAt: LATER };

  it('is scheduled for a revoked key and can be taken back until it is done', () => {
    expect(destructionScheduled(revoked, LATER).updated).toEqual([scheduled]);
    expect(destructionCancelled(scheduled).updated).toEqual([revoked]);
  });

  it.each(['next', 'current', 'previous'] as const)('is refused for a key that is %s', (state) => {
    expect(() => destructionScheduled(aKey({ state }), LATER)).toThrow(
      refusal('KEY_STATE', { state, action: 'destroying', needs: 'revoked' }),
    );
  });

  it('is neither scheduled nor taken back once it was done', () => {
    expect(() => destructionScheduled(destroyed, LATER)).toThrow(refusal('KEY_STATE', { state: 'destroyed' }));
    expect(() => destructionCancelled(destroyed)).toThrow(refusal('KEY_STATE', { state: 'destroyed' }));
  });

  it('is not taken back where none was scheduled', () => {
    expect(() => destructionCancelled(revoked)).toThrow(
      refusal('KEY_STATE', { state: 'not-scheduled', action: 'keeping' }),
    );
  });
});
