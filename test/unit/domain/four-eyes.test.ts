// Which acts want two: by their kind, and by what is said of them.
import { describe, expect, it } from 'vitest';
import { approvalHash } from '../../../shared/domain/approval-hash.ts';
import { approvalPlace } from '../../../shared/domain/approval.ts';
import {
  ANSWER_PURPOSE,
  type Approvable,
  type ApprovalAnswer,
  flawOf,
  FOUR_EYES_KINDS,
  type FourEyesKind,
  hashOfApprovable,
  isGuardable,
  needsSecond,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import { CHANNELS } from '../../../shared/channels.ts';
import { aTenant } from '../../support/keys.ts';

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
    ['key.importMany', { takes: 'k1' }, false],
    ['key.import', {}, true],
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
    expect(needsSecond('token.sign', {}, ['rotate', 'sign'])).toBe(true);
  });

  it('never by a name that tables have of themselves, nor for a look', () => {
    for (const act of ['toString', 'constructor', '__proto__', 'key.certificate', 'publish.preview']) {
      expect(isGuardable(act, { replace: 'k1', as: 'next', takes: [1] })).toBe(false);
    }
  });

  it.each<[FourEyesKind, string[]]>([
    ['push', ['publish.push', 'bundle.save', 'plan.run']],
    [
      'rotate',
      ['key.rotate', 'key.abortRotation', 'key.generate', 'key.import', 'key.importMany', 'remote.rotate', 'plan.run'],
    ],
    ['revoke', ['key.revoke', 'key.withdraw', 'ring.retire', 'remote.revoke', 'plan.run']],
    ['emergency', ['key.rotateAndRevoke']],
    ['hand-over', ['export.private', 'backup.create']],
    ['destroy', ['key.destroy']],
    ['sign', ['token.sign']],
  ])('for “%s”: %j', (kind, acts) => {
    const said = { replace: 'k1', as: 'next', takes: [1] };
    const wanting = CHANNELS.filter((act) => needsSecond(act, said, [kind]));
    expect(new Set(wanting)).toEqual(new Set([...acts, 'officer.add', 'officer.remove', 'fourEyes.set']));
    expect(acts.filter((act) => !isGuardable(act, said))).toEqual([]);
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
  const officers = [
    { name: 'Ann', device: 'hers', addedAt: answer.at },
    { name: 'Ben', device: 'his', addedAt: answer.at },
  ];
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

it('what two agree on is the act with all that was said, its place and the keys as they are', () => {
  const whole: Approvable = {
    act: 'key.rotate',
    place: approvalPlace(aTenant),
    args: { kid: 'k1' },
    keys: [{ kid: 'k1', state: 'next', spkiSha256: 'aa' }],
  };
  const others: Partial<Approvable>[] = [
    {},
    { act: 'key.revoke' },
    { place: approvalPlace({ ...aTenant, environment: 'production' }) },
    { args: { kid: 'k2' } },
    { keys: [{ kid: 'k1', state: 'current', spkiSha256: 'aa' }] },
    { keys: [] },
  ];
  expect(new Set(others.map((part) => hashOfApprovable({ ...whole, ...part }))).size).toBe(others.length);
  const { place, ...facts } = whole;
  expect(hashOfApprovable(whole)).toBe(approvalHash('four-eyes', place, facts));
});
