// What is on record about a consumer and a key: when it was given it, has it, and needs it no more.
import { describe, expect, it } from 'vitest';
import { isPinned, keepsSeconds } from '../../../../shared/domain/consumers/consumer.ts';
import {
  givenAt,
  handedOutAt,
  hasSince,
  isKnownToHold,
  letGoAt,
  longestConsumerCache,
  openAnswers,
  pinnedOf,
  stillNeeding,
  verifiesRing,
  withoutKey,
} from '../../../../shared/domain/consumers/needs.ts';
import type { ExportFormat } from '../../../../shared/domain/formats.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aKey, aRing } from '../../../support/keys.ts';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T08:00:00.000Z`;
const has = (number: number, kid = 'k') => ({ kid, kind: 'has' as const, at: day(number) });
const given = (number: number, kid = 'k') => ({ kid, kind: 'handed-out' as const, at: day(number) });
const letGo = (number: number, kid = 'k') => ({ kid, kind: 'let-go' as const, at: day(number) });
const key = aKey({ kid: 'k' });

describe('which rings it verifies', () => {
  it.each([
    [null, 'any', true],
    [['main', 'Second'], 'MAIN', true],
    [['main', 'Second'], 'second', true],
    [['main'], 'mains', false],
    [[], 'main', false],
  ])('%j: %s, %s', (rings, name, verifies) => {
    expect(verifiesRing({ rings }, { name })).toBe(verifies);
  });
});

describe('how long it keeps a key set', () => {
  it.each([
    ['jose', null, 600],
    ['jose', 0, 0],
    ['jose', 5, 5],
    ['pinned', null, null],
    ['pinned', 5, null],
  ] as const)('%s with %s: %s', (verifier, cacheSeconds, seconds) => {
    expect(keepsSeconds({ verifier, cacheSeconds })).toBe(seconds);
    expect(isPinned({ verifier })).toBe(seconds === null);
  });

  it('is as long as the slowest, of those that fetch', () => {
    const consumers = [{ cacheSeconds: 5 }, { cacheSeconds: 7 }].map((part) =>
      aConsumer({ verifier: 'jose', ...part }),
    );
    const pinned = aConsumer();
    expect(longestConsumerCache([])).toBe(0);
    expect(longestConsumerCache([pinned])).toBe(0);
    expect(longestConsumerCache([...consumers, pinned])).toBe(7);
    expect(pinnedOf([...consumers, pinned])).toEqual([pinned]);
  });
});

describe('it has a key', () => {
  it('since it first said so', () => {
    expect(hasSince(key, aConsumer({}, [given(1), letGo(2), has(3, 'other'), has(4), has(5)]))).toBe(day(4));
    expect(hasSince(key, aConsumer({}, [given(1), letGo(2), has(3, 'other')]))).toBeNull();
  });

  it('was given it when it first was, or had it by another way', () => {
    expect(givenAt(key, aConsumer({}, [has(1), given(2), given(3)]))).toBe(day(2));
    expect(givenAt(key, aConsumer({}, [has(1), given(2, 'other')]))).toBe(day(1));
    expect(givenAt(key, aConsumer({}, [letGo(1)]))).toBeNull();
  });

  it('was given it last when it last was', () => {
    expect(handedOutAt('k', aConsumer({}, [given(1), given(3), has(4), given(5, 'other')]).notes)).toBe(day(3));
    expect(handedOutAt('k', aConsumer({}, [has(4)]).notes)).toBeNull();
  });

  it.each([
    ['was given it', [given(1)], true],
    ['has it', [has(1)], true],
    ['let it go', [letGo(1)], false],
    ['has another', [has(1, 'other')], false],
    ['is not known', [], false],
  ])('for all that is known, where it %s', (_, notes, known) => {
    expect(isKnownToHold('k', aConsumer({}, notes).notes)).toBe(known);
  });
});

describe('after the key got another certificate', () => {
  const again = { ...key, certificateSince: day(5) };
  const seen = (format: ExportFormat | null, notes: Parameters<typeof aConsumer>[1]) => {
    const one = aConsumer({ format }, notes);
    return [hasSince(again, one), givenAt(again, one)];
  };

  it('a consumer is asked again, where its file holds the certificate or nobody knows', () => {
    expect(seen('pem', [given(3), has(4)])).toEqual([null, null]);
    expect(seen(null, [given(3), has(4)])).toEqual([null, null]);
    expect(seen('pem', [given(5), has(5)])).toEqual([day(5), day(5)]);
  });

  it('a file without one is as good as before', () => {
    expect(seen('spki', [given(3), has(4)])).toEqual([day(4), day(3)]);
  });
});

describe('whose answer is missing', () => {
  const [one, two] = [aConsumer({ name: 'One' }, [has(1)]), aConsumer({ name: 'Two' })];
  const fetcher = aConsumer({ verifier: 'jose' });

  it('names who did not say that it has the key', () => {
    expect(withoutKey(key, [one, two, fetcher])).toEqual(['Two']);
  });

  it('lets it go after the key was rotated out, not before', () => {
    const gone = { ...key, previousAt: day(5) };
    const at = (...numbers: number[]) =>
      letGoAt(
        gone,
        aConsumer(
          {},
          numbers.map((number) => letGo(number)),
        ).notes,
      );
    expect([at(4), at(5), at(4, 6, 7), at()]).toEqual([null, day(5), day(6), null]);
    expect(letGoAt(key, aConsumer({}, [letGo(1)]).notes)).toBe(day(1));
    expect(letGoAt(key, aConsumer({}, [has(1), letGo(1, 'other')]).notes)).toBeNull();
  });

  it.each([
    ['that signed', { currentAt: day(1) }, true],
    ['that was rotated out', { previousAt: day(1) }, true],
    ['that never signed', {}, false],
    ['that was replaced before it signed', { currentAt: day(1), replacedAt: day(2) }, false],
    ['revoked as it was registered', { currentAt: day(1), revokedAt: day(10) }, true],
    ['revoked before it was registered', { currentAt: day(1), revokedAt: day(9) }, false],
    ['that never signed and was revoked', { revokedAt: day(20) }, false],
  ])('may need a key %s', (_, part, may) => {
    const holder = aConsumer({ name: 'Holder', createdAt: day(10) });
    const asked = { ...key, ...part };
    expect(stillNeeding(asked, [holder, fetcher])).toEqual(may ? ['Holder'] : []);
    // Who was given it is asked in any case.
    expect(stillNeeding(asked, [aConsumer({ name: 'Given', createdAt: day(10) }, [given(11)])])).toEqual(['Given']);
  });

  it.each<[KeyState, string]>([
    ['next', 'has'],
    ['current', 'has'],
    ['previous', 'let-go'],
    ['revoked', 'let-go'],
    ['replaced', 'let-go'],
  ])('of a key that is %s it is asked: %s', (state, answer) => {
    const asked = { ...key, state, currentAt: day(1) };
    const holder = aConsumer({}, [given(2), given(3)]);
    expect(openAnswers(holder, aRing, [asked])).toEqual([
      { ring: 'default', kid: 'k', state, answer, handedOutAt: day(3) },
    ]);
    expect(openAnswers(aConsumer({}, [has(2), letGo(3)]), aRing, [asked])).toEqual([]);
    expect(openAnswers(fetcher, aRing, [asked])).toEqual([]);
    expect(openAnswers(aConsumer({ rings: ['other'] }), aRing, [asked])).toEqual([]);
  });
});
