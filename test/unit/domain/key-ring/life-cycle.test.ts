import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bothRevoked,
  type ImportPlace,
  nextReplaced,
  placed,
  revoked,
  type RingChange,
  rotated,
  rotatedAndRevoked,
  rotationAborted,
  withdrawn,
} from '../../../../shared/domain/key-ring/life-cycle.ts';
import type { Consent } from '../../../../shared/domain/key-ring/may.ts';
import { inLaneOrder, isUnused, keyIn } from '../../../../shared/domain/key-ring/lane.ts';
import { isCustodianError } from '../../../../shared/errors.ts';
import { isLiving } from '../../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { aKey, AT, NOBODY_MINDS, twoKeys } from '../../../support/keys.ts';

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
  | { kind: 'rotate' | 'announce' | 'sign' | 'abort' | 'withdraw' | 'emergency' | 'worse emergency' }
  | { kind: 'generate'; named: boolean }
  | { kind: 'import'; place: ImportPlace; named: boolean }
  | { kind: 'revoke'; pick: number };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('rotate', 'announce', 'sign', 'abort', 'withdraw', 'emergency', 'worse emergency'),
  }),
  fc.record({ kind: fc.constant('generate'), named: fc.boolean() }),
  fc.record({
    kind: fc.constant('import'),
    place: fc.constantFrom<ImportPlace>('next', 'current', 'previous'),
    named: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('revoke'), pick: fc.nat(20) }),
);

const REVOCATION = { reason: 'test', compromised: false, compromisedSince: null };

/** As the use cases ask it: a key that was brought in would be missed, and goes only when it is named. */
const consentTo = (replaced: SigningKey | null, named: boolean): Consent => ({
  named: named ? replaced?.kid : undefined,
  worth: ({ provenance }) => (provenance.kind === 'imported' ? 'imported' : null),
});

const imported = (): SigningKey => aKey({ provenance: { kind: 'imported', source: 'PKCS#8 PEM' } });

function run(keys: SigningKey[], step: Command, brought: boolean): SigningKey[] {
  const fresh = brought ? null : aKey();
  const next = keyIn('next', keys);
  switch (step.kind) {
    case 'rotate':
      return applied(keys, rotated('ring', keys, fresh, AT));
    case 'abort':
      return applied(keys, rotationAborted('ring', keys, consentTo(next, false), AT));
    case 'withdraw':
      return next === null ? keys : applied(keys, withdrawn(next, fresh, REVOCATION, AT));
    case 'emergency':
      return applied(keys, rotatedAndRevoked('ring', keys, fresh, REVOCATION, AT));
    case 'worse emergency':
      return applied(keys, bothRevoked('ring', keys, { current: aKey(), next: fresh }, REVOCATION, AT));
    case 'generate':
      return applied(keys, nextReplaced('ring', keys, aKey(), consentTo(next, step.named), AT));
    case 'import': {
      const { place, named } = step;
      const consent = consentTo(place === 'previous' ? null : keyIn(place, keys), named);
      return applied(keys, placed('ring', keys, { imported: imported(), place, consent }, AT));
    }
    case 'announce':
      return keys.map((key) => (isLiving(key.state) ? { ...key, announcedAt: AT } : key));
    case 'sign':
      return keys.map((key) => (key.state === 'current' ? { ...key, uses: key.uses + 1, lastUsedAt: AT } : key));
    case 'revoke': {
      const key = keys[step.pick % keys.length];
      return key === undefined ? keys : applied(keys, revoked(key, REVOCATION, AT));
    }
  }
}

/** All the states that the sequence of acts leads through. A refused act is coded and changes nothing. */
function* statesOf(steps: readonly Command[], brought: boolean): Generator<[SigningKey[], Command, SigningKey[]]> {
  let keys = brought ? [] : twoKeys();
  for (const step of steps) {
    const before = keys;
    try {
      keys = run(keys, step, brought);
    } catch (error) {
      expect(isCustodianError(error)).toBe(true);
    }
    yield [before, step, keys];
  }
}

const sequences = [fc.array(command, { maxLength: 40 }), fc.boolean()] as const;

describe('the life cycle of a ring', () => {
  it('keeps one next and one current key, and loses or revives none, whatever the sequence of acts', () => {
    fc.assert(
      fc.property(...sequences, (steps, brought) => {
        for (const [before, step, keys] of statesOf(steps, brought)) {
          expectOneOfEach(keys);
          if (!brought) {
            expect(keyIn('next', keys)).not.toBeNull();
            expect(keyIn('current', keys)).not.toBeNull();
          }
          for (const old of before) {
            const now = keys.find(({ id }) => id === old.id);
            expect(now).toBeDefined();
            expect(now?.state).toBe(isLiving(old.state) ? now?.state : old.state);
            // Only acts that say so revoke.
            if (now?.state === 'revoked' && isLiving(old.state)) {
              expect(['revoke', 'withdraw', 'emergency', 'worse emergency']).toContain(step.kind);
            }
          }
        }
      }),
    );
  });

  it('never lets a key that somebody brought in make room without its name, nor one that somebody knows', () => {
    fc.assert(
      fc.property(...sequences, (steps, brought) => {
        for (const [before, step, keys] of statesOf(steps, brought)) {
          for (const old of before) {
            if (isLiving(old.state) && keys.find(({ id }) => id === old.id)?.state === 'replaced') {
              expect(isUnused(old)).toBe(true);
              expect(old.provenance.kind === 'generated' || ('named' in step && step.named)).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('leaves from every state one act that takes a leaked key out of service, and it never signs by that', () => {
    fc.assert(
      fc.property(...sequences, fc.nat(50), (steps, brought, pick) => {
        for (const [, , keys] of statesOf(steps, brought)) {
          const living = keys.filter((key) => isLiving(key.state));
          const leaked = living[pick % Math.max(1, living.length)];
          if (leaked !== undefined) {
            const way = { next: 'withdraw', current: 'worse emergency', previous: 'revoke' } as const;
            const kind = way[leaked.state as keyof typeof way];
            const step: Command = kind === 'revoke' ? { kind, pick: keys.indexOf(leaked) } : { kind };
            const after = run(keys, step, brought);
            expect(after.find(({ id }) => id === leaked.id)?.state).toBe('revoked');
            expect(keyIn('current', after)?.id).not.toBe(leaked.id);
          }
        }
      }),
    );
  });

  it('leaves from every state a way to a ring with a current and a next key of one’s own', () => {
    fc.assert(
      fc.property(...sequences, (steps, brought) => {
        for (const [, , keys] of statesOf(steps, brought)) {
          const way: Command[] = [
            { kind: 'withdraw' },
            { kind: 'import', place: 'next', named: true },
            { kind: 'rotate' },
            { kind: 'withdraw' },
            { kind: 'import', place: 'next', named: true },
          ];
          const after = way.reduce((now, step) => run(now, step, brought), keys);
          expect(keyIn('current', after)?.provenance.kind).toBe('imported');
          expect(keyIn('next', after)?.provenance.kind).toBe('imported');
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

  it('rotates a ring in which no key signs yet, with or without a successor', () => {
    const [next, fresh] = [aKey(), aKey()];
    const first = { ...next, state: 'current', currentAt: AT };
    expect(rotated('r', [next], fresh, AT)).toEqual({ updated: [first], added: [fresh] });
    expect(rotated('r', [next], null, AT)).toEqual({ updated: [first], added: [] });
  });

  it('refuses to rotate a ring without a next key', () => {
    expect(() => rotated('r', [aKey({ state: 'current' })], aKey(), AT)).toThrow(
      expect.objectContaining({ code: 'RING_HAS_NO_NEXT' }),
    );
  });

  it('never replaces a next key that was announced', () => {
    const next = aKey({ announcedAt: AT });
    expect(() => nextReplaced('r', [next], aKey(), NOBODY_MINDS, AT)).toThrow(
      expect.objectContaining({ code: 'RING_NEXT_ANNOUNCED', facts: { ring: 'r', kid: next.kid } }),
    );
  });

  it('replaces a next key that was brought in only when it is named, and then revokes nothing', () => {
    const next = imported();
    const replace = (named: string | undefined) =>
      nextReplaced('r', [next], aKey(), { ...consentTo(null, false), named }, AT);
    expect(() => replace(undefined)).toThrow(
      expect.objectContaining({
        code: 'KEY_WOULD_BE_REPLACED',
        facts: { ring: 'r', kid: next.kid, worth: 'imported' },
      }),
    );
    expect(() => replace('another')).toThrow(expect.objectContaining({ code: 'RING_CHANGED' }));
    expect(replace(next.kid).updated).toEqual([{ ...next, state: 'replaced', replacedAt: AT }]);
  });

  it('imports as current only over a key that nobody has seen, and that nobody would miss', () => {
    const unseen = aKey({ state: 'current' });
    const seen = aKey({ state: 'current', uses: 1 });
    const own = { ...imported(), state: 'current' as const };
    const over = (current: SigningKey, named = false) =>
      placed('r', [current], { imported: aKey(), place: 'current', consent: consentTo(current, named) }, AT);
    expect(keyIn('replaced', applied([unseen], over(unseen)))?.id).toBe(unseen.id);
    expect(() => over(seen)).toThrow(expect.objectContaining({ code: 'RING_HAS_CURRENT' }));
    expect(() => over(own)).toThrow(expect.objectContaining({ code: 'KEY_WOULD_BE_REPLACED' }));
    expect(keyIn('replaced', applied([own], over(own, true)))?.id).toBe(own.id);
  });

  it.each(['current', 'previous', 'revoked', 'replaced'] as const)('withdraws no key that is %s', (state) => {
    expect(() => withdrawn(aKey({ state }), aKey(), REVOCATION, AT)).toThrow(
      expect.objectContaining({ code: 'KEY_STATE', facts: expect.objectContaining({ state }) as object }),
    );
  });

  it.each(['next', 'current', 'revoked', 'replaced'] as const)('refuses to revoke a key that is %s', (state) => {
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
