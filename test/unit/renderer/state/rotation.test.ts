import { describe, expect, test } from 'vitest';
import { rotationAborted } from '../../../../shared/domain/key-ring/life-cycle.ts';
import { abortOutcome, nextOutcome, rotationOutcome } from '../../../../renderer/keys/state/rotation.ts';
import { aKey } from '../../../support/keys.ts';
import { ringView } from '../../../support/views.ts';

const SEEN = '2026-11-14T09:12:00.000Z';
const current = aKey({ kid: 'cur', state: 'current', publishedAt: SEEN });
const next = aKey({ kid: 'nxt', publishedAt: SEEN });

describe('what a rotation would do', () => {
  test('current becomes previous, next becomes current, a fresh key becomes next', () => {
    expect(rotationOutcome(ringView([next, current]), false)).toEqual({
      possible: true,
      nextKid: 'nxt',
      formerKid: 'cur',
      moves: [
        { kid: 'cur', from: 'current', to: 'previous' },
        { kid: 'nxt', from: 'next', to: 'current' },
        { kid: null, from: null, to: 'next' },
      ],
      cautions: [],
    });
  });

  test('a ring without current key only brings its next key into use', () => {
    const outcome = rotationOutcome(ringView([next]), false);
    expect(outcome).toMatchObject({ possible: true, formerKid: null });
    expect(outcome.possible && outcome.moves.map((move) => move.to)).toEqual(['current', 'next']);
  });

  test('without next key there is nothing to rotate', () => {
    expect(rotationOutcome(ringView([current]), false)).toEqual({ possible: false, reason: 'no-next' });
  });

  test.each([
    ['never sent', { announcedAt: null, publishedAt: null }, false, ['next-never-sent']],
    ['sent but not seen', { announcedAt: SEEN, publishedAt: null }, false, ['next-not-seen']],
    ['seen, in production', { announcedAt: SEEN, publishedAt: SEEN }, true, ['production']],
    ['never sent, in production', { announcedAt: null, publishedAt: null }, true, ['next-never-sent', 'production']],
  ])('cautions when the next key was %s', (_what, marks, production, cautions) => {
    const outcome = rotationOutcome(ringView([aKey(marks), current]), production);
    expect(outcome).toMatchObject({ possible: true, cautions });
  });
});

describe('what generating a next key would do', () => {
  test('fills an empty place', () => {
    expect(nextOutcome(ringView([current]))).toEqual({ act: 'fill' });
  });

  test('replaces a key that nobody can know', () => {
    expect(nextOutcome(ringView([aKey({ kid: 'nxt' })]))).toEqual({ act: 'replace', kid: 'nxt' });
  });

  test.each([
    ['announced', { announcedAt: SEEN }],
    ['used', { uses: 1 }],
  ])('is refused when the next key was %s', (_what, over) => {
    expect(nextOutcome(ringView([aKey({ kid: 'nxt', ...over })]))).toEqual({ act: 'refused', kid: 'nxt' });
  });
});

describe('taking the last rotation back', () => {
  const rotated = [
    aKey({ kid: 'fresh' }),
    aKey({ kid: 'nxt', state: 'current', publishedAt: SEEN, currentAt: SEEN }),
    aKey({ kid: 'cur', state: 'previous', publishedAt: SEEN, previousAt: SEEN }),
  ];
  const [fresh, now, former] = rotated;
  const changed = (place: number, over: object) => rotated.map((key, at) => (at === place ? { ...key, ...over } : key));

  test('names the key that signs again, the one that waits again, and the one that goes', () => {
    expect(abortOutcome(ringView(rotated))).toEqual({
      possible: true,
      formerKid: former?.kid,
      abandonedKid: now?.kid,
      freshKid: fresh?.kid,
    });
  });

  test.each([
    ['after a rotation without effect', rotated],
    ['when the new key has signed', changed(1, { lastUsedAt: SEEN, uses: 1 })],
    ['when the fresh next key was sent', changed(0, { announcedAt: SEEN })],
    [
      'when the former key was rotated out by an earlier rotation',
      changed(2, { previousAt: '2026-10-01T00:00:00.000Z' }),
    ],
    ['when the former key is revoked already', changed(2, { state: 'revoked' })],
    ['without a fresh next key', rotated.slice(1)],
    ['before any rotation', [next, current]],
  ])('is offered exactly where it can work: %s', (_what, keys) => {
    const works = () => rotationAborted('default', keys, { named: undefined, worth: () => null }, SEEN);
    if (abortOutcome(ringView(keys)).possible) {
      expect(works).not.toThrow();
    } else {
      expect(works).toThrow('ROTATION_HAS_EFFECT');
    }
  });
});
