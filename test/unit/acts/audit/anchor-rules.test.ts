// The judgement over a chain, its signature and what the keychain remembers, case by case.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  anchorProblem,
  announcedAfter,
  type KeychainAnchor,
  signedHead,
  verdictOn,
} from '../../../../main/acts/audit/anchor.ts';
import { deviceKeyFingerprint, sealClaims } from '../../../../main/acts/audit/seal.ts';
import type { AuditProblem } from '../../../../shared/domain/audit/entry.ts';
import { createKeyWorkshop } from '../../../support/workshop.ts';

const ENTRIES = 5;
/** Of the entries that are there. */
const hashOf = (seq: number): string => String(seq).repeat(64);
const hashAt = (seq: number): string | null => (seq >= 1 && seq <= ENTRIES ? hashOf(seq) : null);
const OTHER = 'ab'.repeat(32);

/** By what they stand over. */
const seals = new Map<string, string>();
let deviceKey: string;
beforeAll(async () => {
  const workshop = createKeyWorkshop();
  const { spki, pkcs8 } = await workshop.generate('Ed25519', null);
  deviceKey = Buffer.from(spki).toString('base64');
  for (const [name, place] of Object.entries({
    three: { seq: 3, hash: hashOf(3) },
    last: { seq: ENTRIES, hash: hashOf(ENTRIES) },
    'another three': { seq: 3, hash: OTHER },
    'another last': { seq: ENTRIES, hash: OTHER },
    six: { seq: ENTRIES + 1, hash: OTHER },
  })) {
    seals.set(name, await workshop.sign(pkcs8, 'Ed25519', 'x', sealClaims(place)));
  }
});

/** `seal`: its name, `null` for none. */
const anchorOf = (seal: string | null) => ({
  deviceKey,
  seal: seal === null ? null : (seals.get(seal) ?? seal),
});
const memory = (seq: number, hash = hashOf(seq), number: number | null = 1): KeychainAnchor['remembered'] => ({
  seq,
  hash,
  number,
});

describe('what speaks against a chain of five', () => {
  it.each<[string, string | null, AuditProblem | null]>([
    ['no signature yet', null, null],
    ['one over the third', 'three', null],
    ['one over the last', 'last', null],
    ['one that is none', 'a.b.c', 'seal-wrong'],
    ['one over another third', 'another three', 'seal-wrong'],
    ['one over another last', 'another last', 'seal-wrong'],
    ['one over a sixth', 'six', 'cut-short'],
  ])('by its signature: %s', (_, seal, problem) => {
    expect(anchorProblem({ anchor: anchorOf(seal), entries: ENTRIES, hashAt }, null)).toBe(problem);
  });

  it.each<[string, KeychainAnchor['remembered'], AuditProblem | null]>([
    ['nothing', null, null],
    ['the third', memory(3), null],
    ['the last, which is not signed yet', memory(5), null],
    ['the last, and no number', memory(5, hashOf(5), null), 'seal-missing'],
    ['the third, and no number', memory(3, hashOf(3), null), null],
    ['no entry', memory(0, OTHER), null],
    ['another last', memory(5, OTHER), 'other-than-keychain'],
    ['a sixth', memory(6, OTHER), 'older-than-keychain'],
  ])('by what the keychain remembers: %s', (_, remembered, problem) => {
    const anchored = { anchor: anchorOf('three'), entries: ENTRIES, hashAt };
    expect(anchorProblem(anchored, { deviceKey, remembered })).toBe(problem);
  });

  it('by what the keychain remembers where nothing was ever signed', () => {
    const anchored = { anchor: null, entries: ENTRIES, hashAt };
    const ask = (remembered: KeychainAnchor['remembered']) => anchorProblem(anchored, { deviceKey: null, remembered });
    expect([ask(memory(1, hashOf(1), null)), ask(memory(0, OTHER, null)), ask(memory(1))]).toEqual([
      'seal-missing',
      null,
      null,
    ]);
  });

  it.each<[string, (key: string) => string | null, AuditProblem | null]>([
    ['the same', (key) => key, null],
    ['another', () => 'another', 'device-key-other'],
    ['none', () => null, 'device-key-missing'],
  ])('by the device key in the keychain: %s', (_, held, problem) => {
    const anchored = { anchor: anchorOf('last'), entries: ENTRIES, hashAt };
    expect(anchorProblem(anchored, { deviceKey: held(deviceKey), remembered: null })).toBe(problem);
  });

  it('by no device key as long as nothing was signed', () => {
    expect(
      anchorProblem({ anchor: null, entries: ENTRIES, hashAt }, { deviceKey: 'held', remembered: null }),
    ).toBeNull();
  });
});

it('nothing is signed without an anchor, or before the first signature', () => {
  expect([signedHead(null), signedHead(anchorOf(null)), signedHead(anchorOf('three'))]).toEqual([
    null,
    null,
    { seq: 3, hash: hashOf(3) },
  ]);
});

describe('the device key that signs after an entry', () => {
  const entry = (action: string, details: Record<string, unknown>) => ({
    seq: 1,
    at: '2026-11-22T08:00:00.000Z',
    actor: 'x',
    action,
    subject: 'x',
    details,
    previousHash: OTHER,
    hash: OTHER,
  });

  it.each([
    ['one that it names', 'audit.device-key', { deviceKey: 'new' }, 'new'],
    ['the last where it names none', 'audit.device-key', {}, 'last'],
    ['the last where it names what is no text', 'audit.device-key', { deviceKey: 1 }, 'last'],
    ['the last after another entry that has such a detail', 'test', { deviceKey: 'new' }, 'last'],
    ['nobody, where the chain came from another machine', 'backup.restore-begun', { tookOverChain: true }, null],
    ['the last, where a restore left the chain', 'backup.restore-begun', { tookOverChain: false }, 'last'],
    ['the last after another entry that says so', 'test', { tookOverChain: true }, 'last'],
  ])('is %s', (_, action, details, key) => {
    expect(announcedAfter(entry(action, details), 'last')).toBe(key);
  });
});

describe('the verdict', () => {
  const whole = { ok: true, brokenAt: null, head: { seq: ENTRIES, hash: hashOf(ENTRIES) } };
  const good = () => ({
    ok: true,
    entries: ENTRIES,
    brokenAt: null,
    head: hashOf(ENTRIES),
    problem: null,
    signedThrough: ENTRIES,
    deviceKey: deviceKeyFingerprint(deviceKey),
    keychainAsked: false,
  });

  it('says what was looked at, and how far it is signed', () => {
    const on = (seal: string) => verdictOn(whole, deviceKey, { anchor: anchorOf(seal), hashAt }, null);
    expect([on('last'), on('three')]).toEqual([good(), { ...good(), signedThrough: 3 }]);
  });

  it('says that the keychain was asked', () => {
    const keychain = { deviceKey, remembered: null };
    expect(verdictOn(whole, deviceKey, { anchor: anchorOf('last'), hashAt }, keychain)).toEqual({
      ...good(),
      keychainAsked: true,
    });
  });

  it('is bad where the chain is broken, and signed as far as it holds', () => {
    const broken = { ok: false, brokenAt: 4, head: { seq: 3, hash: hashOf(3) } };
    const upTo = (seq: number): string | null => (seq <= 3 ? hashAt(seq) : null);
    expect(verdictOn(broken, deviceKey, { anchor: anchorOf('three'), hashAt: upTo }, null)).toEqual({
      ...good(),
      ok: false,
      entries: 3,
      brokenAt: 4,
      head: hashOf(3),
      signedThrough: 3,
    });
  });

  it.each([
    ['another last', 'seal-wrong'],
    ['six', 'cut-short'],
  ])('covers nothing where the signature does not fit: %s', (seal, problem) => {
    expect(verdictOn(whole, deviceKey, { anchor: anchorOf(seal), hashAt }, null)).toEqual({
      ...good(),
      ok: false,
      problem,
      signedThrough: 0,
    });
  });

  it('covers no entry beyond the last one that fits, whatever is there', () => {
    const broken = { ok: false, brokenAt: 3, head: { seq: 2, hash: hashOf(2) } };
    expect(verdictOn(broken, deviceKey, { anchor: anchorOf('three'), hashAt }, null).signedThrough).toBe(0);
  });

  it.each([
    ['another key than the one that signs', () => anchorOf('last'), () => 'another', 'device-key-other'],
    ['no key', () => anchorOf('last'), () => null, 'device-key-other'],
    ['a key, and nothing is signed', () => null, () => 'one', 'seal-missing'],
    ['no key, and nothing is signed', () => null, () => null, null],
  ])('minds which key the entries name: %s', (_, anchor, announced, problem) => {
    expect(verdictOn(whole, announced(), { anchor: anchor(), hashAt }, null)).toMatchObject({
      ok: problem === null,
      problem,
      deviceKey: anchor() === null ? null : deviceKeyFingerprint(deviceKey),
    });
  });
});
