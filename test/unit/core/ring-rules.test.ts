import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ImportPlace,
  inLaneOrder,
  isUnused,
  keyIn,
  nextReplaced,
  placed,
  revoked,
  type RingChange,
  rotated,
  started,
} from '../../../main/core/ring-rules.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/model/key.ts';
import { aKey, AT } from '../../support/keys.ts';

/** Applies a change as the registry does: one record after the other. */
function applied(keys: readonly SigningKey[], change: RingChange): SigningKey[] {
  const result = [...keys];
  for (const key of change.updated) {
    result[result.findIndex(({ id }) => id === key.id)] = key;
    expectOneOfEach(result);
  }
  for (const key of change.added) {
    result.push(key);
    expectOneOfEach(result);
  }
  return result;
}

function expectOneOfEach(keys: readonly SigningKey[]): void {
  expect(keys.filter((key) => key.state === 'next').length).toBeLessThanOrEqual(1);
  expect(keys.filter((key) => key.state === 'current').length).toBeLessThanOrEqual(1);
}

type Command =
  | { kind: 'rotate' | 'generate' | 'announce' | 'sign' }
  | { kind: 'import'; place: ImportPlace }
  | { kind: 'revoke'; pick: number };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constantFrom('rotate', 'generate', 'announce', 'sign') }),
  fc.record({ kind: fc.constant('import'), place: fc.constantFrom<ImportPlace>('next', 'current', 'previous') }),
  fc.record({ kind: fc.constant('revoke'), pick: fc.nat(20) }),
);

function run(keys: SigningKey[], step: Command): SigningKey[] {
  switch (step.kind) {
    case 'rotate':
      return applied(keys, rotated('ring', keys, aKey(), AT));
    case 'generate':
      return applied(keys, nextReplaced('ring', keys, aKey(), AT));
    case 'import':
      return applied(keys, placed('ring', keys, aKey(), step.place, AT));
    case 'announce':
      return keys.map((key) => (key.state === 'revoked' ? key : { ...key, announcedAt: AT }));
    case 'sign':
      return keys.map((key) => (key.state === 'current' ? { ...key, uses: key.uses + 1 } : key));
    case 'revoke': {
      const key = keys[step.pick % keys.length];
      return key === undefined
        ? keys
        : applied(keys, revoked(key, { reason: 'test', compromised: false, compromisedSince: null }, AT));
    }
  }
}

describe('the life cycle of a ring', () => {
  it('keeps one next and one current key, and loses or revives none, whatever the sequence of acts', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (steps) => {
        let keys = started(aKey(), aKey(), AT).added;
        for (const step of steps) {
          const before = keys;
          try {
            keys = run(keys, step);
          } catch (error) {
            // A refused act is coded and changes nothing.
            expect(isCustodianError(error)).toBe(true);
            keys = before;
          }
          expect(keys.filter((key) => key.state === 'next')).toHaveLength(1);
          expect(keys.filter((key) => key.state === 'current')).toHaveLength(1);
          for (const old of before) {
            const now = keys.find(({ id }) => id === old.id);
            expect(now).toBeDefined();
            if (old.state === 'revoked') {
              expect(now?.state).toBe('revoked');
            }
            // What somebody outside may rely on is revoked from `previous` only.
            if (now?.state === 'revoked' && old.state !== 'revoked' && !isUnused(old)) {
              expect(old.state).toBe('previous');
            }
          }
        }
      }),
    );
  });

  it('rotates: next becomes current, current becomes previous, the fresh key waits', () => {
    const [current, next, fresh] = [aKey({ state: 'current' }), aKey(), aKey()];
    const keys = applied([current, next], rotated('ring', [current, next], fresh, AT));
    expect(keys.map(({ kid, state }) => [kid, state])).toEqual([
      [current.kid, 'previous'],
      [next.kid, 'current'],
      [fresh.kid, 'next'],
    ]);
    expect(keys[0]?.previousAt).toBe(AT);
    expect(keys[1]?.currentAt).toBe(AT);
  });

  it('refuses to rotate a ring without a next key', () => {
    expect(() => rotated('r', [aKey({ state: 'current' })], aKey(), AT)).toThrow(
      expect.objectContaining({ code: 'RING_HAS_NO_NEXT' }),
    );
  });

  it('never replaces a next key that was announced', () => {
    const next = aKey({ announcedAt: AT });
    expect(() => nextReplaced('r', [next], aKey(), AT)).toThrow(
      expect.objectContaining({ code: 'RING_NEXT_ANNOUNCED', facts: { ring: 'r', kid: next.kid } }),
    );
  });

  it('imports as current only over a key that nobody has seen', () => {
    const unseen = aKey({ state: 'current' });
    const seen = aKey({ state: 'current', uses: 1 });
    expect(keyIn('revoked', applied([unseen], placed('r', [unseen], aKey(), 'current', AT)))?.id).toBe(unseen.id);
    expect(() => placed('r', [seen], aKey(), 'current', AT)).toThrow(
      expect.objectContaining({ code: 'RING_HAS_CURRENT' }),
    );
  });

  it.each(['next', 'current', 'revoked'] as const)('refuses to revoke a key that is %s', (state) => {
    expect(() => revoked(aKey({ state }), { reason: 'x', compromised: true, compromisedSince: null }, AT)).toThrow(
      expect.objectContaining({ code: 'KEY_STATE' }),
    );
  });

  it('lists next, current, previous, revoked, the newest first within a state', () => {
    const old = aKey({ state: 'previous', previousAt: '2026-01-01T00:00:00.000Z' });
    const young = aKey({ state: 'previous', previousAt: '2026-02-01T00:00:00.000Z' });
    const keys = [old, aKey({ state: 'revoked', revokedAt: AT }), young, aKey({ state: 'current' }), aKey()];
    expect(inLaneOrder(keys).map(({ state }) => state)).toEqual(['next', 'current', 'previous', 'previous', 'revoked']);
    expect(inLaneOrder(keys)[2]?.id).toBe(young.id);
  });
});
