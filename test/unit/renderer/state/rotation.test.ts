import { describe, expect, test } from 'vitest';
import { nextOutcome, rotationOutcome } from '../../../../renderer/state/rotation.ts';
import { fakeKey, fakeRing } from '../fake-data.ts';

const SEEN = '2026-11-14T09:12:00.000Z';
const current = fakeKey('c', { kid: 'cur', state: 'current', publishedAt: SEEN });
const next = fakeKey('n', { kid: 'nxt', publishedAt: SEEN });

describe('what a rotation would do', () => {
  test('current becomes previous, next becomes current, a fresh key becomes next', () => {
    expect(rotationOutcome(fakeRing([next, current]), false)).toEqual({
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
    const outcome = rotationOutcome(fakeRing([next]), false);
    expect(outcome).toMatchObject({ possible: true, formerKid: null });
    expect(outcome.possible && outcome.moves.map((move) => move.to)).toEqual(['current', 'next']);
  });

  test('without next key there is nothing to rotate', () => {
    expect(rotationOutcome(fakeRing([current]), false)).toEqual({ possible: false, reason: 'no-next' });
  });

  test.each([
    ['never sent', { announcedAt: null, publishedAt: null }, false, ['next-never-sent']],
    ['sent but not seen', { announcedAt: SEEN, publishedAt: null }, false, ['next-not-seen']],
    ['seen, in production', { announcedAt: SEEN, publishedAt: SEEN }, true, ['production']],
    ['never sent, in production', { announcedAt: null, publishedAt: null }, true, ['next-never-sent', 'production']],
  ])('cautions when the next key was %s', (_what, marks, production, cautions) => {
    const outcome = rotationOutcome(fakeRing([fakeKey('n', marks), current]), production);
    expect(outcome).toMatchObject({ possible: true, cautions });
  });
});

describe('what generating a next key would do', () => {
  test('fills an empty place', () => {
    expect(nextOutcome(fakeRing([current]))).toEqual({ act: 'fill' });
  });

  test('replaces a key that nobody can know', () => {
    expect(nextOutcome(fakeRing([fakeKey('n', { kid: 'nxt' })]))).toEqual({ act: 'replace', kid: 'nxt' });
  });

  test.each([
    ['announced', { announcedAt: SEEN }],
    ['used', { uses: 1 }],
  ])('is refused when the next key was %s', (_what, over) => {
    expect(nextOutcome(fakeRing([fakeKey('n', { kid: 'nxt', ...over })]))).toEqual({ act: 'refused', kid: 'nxt' });
  });
});
