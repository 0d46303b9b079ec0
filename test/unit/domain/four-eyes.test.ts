// Which acts want two: by their kind, and by what is said of them.
import { describe, expect, it } from 'vitest';
import {
  ANSWER_PURPOSE,
  type ApprovalAnswer,
  flawOf,
  FOUR_EYES_KINDS,
  isGuardable,
  needsSecond,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import { CHANNELS } from '../../../shared/channels.ts';

describe('an act wants a second officer', () => {
  it.each([
    ['key.generate', { replace: 'k1' }, true],
    ['key.generate', {}, false],
    ['key.import', { as: 'next' }, true],
    ['key.import', { as: 'current' }, true],
    ['key.import', { as: 'previous' }, false],
    ['key.importMany', { takes: [{ kid: 'k1' }] }, true],
    ['key.importMany', { takes: [] }, false],
    ['key.importMany', {}, false],
    ['key.rotate', {}, true],
    ['token.sign', {}, false],
  ])('%s with %j for “rotate”: %s', (act, said, wanted) => {
    expect(needsSecond(act, said, ['rotate'])).toBe(wanted);
    expect(needsSecond(act, said, [])).toBe(false);
  });

  it('for its own kind, and about officers for any', () => {
    expect(needsSecond('token.sign', {}, ['sign'])).toBe(true);
    for (const kind of FOUR_EYES_KINDS) {
      expect(needsSecond('officer.add', {}, [kind])).toBe(true);
    }
    expect(needsSecond('officer.add', {}, [])).toBe(false);
  });

  it('never by a name that tables have of themselves, nor for a look', () => {
    for (const act of ['toString', 'constructor', '__proto__', 'key.certificate', 'publish.preview']) {
      expect(isGuardable(act, { replace: 'k1', as: 'next', takes: [1] })).toBe(false);
    }
  });

  it('is an act that there is', () => {
    const guarded = CHANNELS.filter((act) => isGuardable(act, { replace: 'k1', as: 'next', takes: [1] }));
    expect(guarded).toEqual(expect.arrayContaining(['key.import', 'token.sign', 'backup.create', 'fourEyes.set']));
    expect(guarded).toHaveLength(21);
  });
});

describe('a yes', () => {
  const answer: ApprovalAnswer = {
    purpose: ANSWER_PURPOSE,
    version: 1,
    id: 'of the request',
    hash: 'h',
    requester: 'ours',
    decision: 'granted',
    reason: null,
    at: '2026-11-22T08:00:00.000Z',
    expiresAt: '2026-11-22T10:00:00.000Z',
  };
  const officers = [{ name: 'Ann', device: 'hers', addedAt: answer.at }];
  const judged = {
    answer,
    signer: 'hers',
    hash: 'h',
    own: 'ours',
    officers,
    used: false,
    now: '2026-11-22T09:00:00.000Z',
  };

  it.each([
    [null, judged],
    ['own-key', { ...judged, signer: 'ours', officers: [{ name: 'Us', device: 'ours', addedAt: answer.at }] }],
    ['own-key', { ...judged, answer: { ...answer, requester: 'hers' } }],
    ['not-officer', { ...judged, signer: 'of a stranger' }],
    ['other-requester', { ...judged, answer: { ...answer, requester: 'others' } }],
    ['other-requester', { ...judged, own: null }],
    ['other-content', { ...judged, hash: 'of something else' }],
    ['refused', { ...judged, answer: { ...answer, decision: 'refused' as const } }],
    ['used', { ...judged, used: true }],
    ['expired', { ...judged, now: answer.expiresAt }],
  ])('counts, or does not: %s', (flaw, one) => {
    expect(flawOf(one)).toBe(flaw);
  });
});
