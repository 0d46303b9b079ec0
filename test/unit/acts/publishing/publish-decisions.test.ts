// Before a push: what its preview knows, what speaks against the set, and what is decided about keys of others.
import { beforeEach, describe, expect, it } from 'vitest';
import { announceKeys, decided, rememberDecisions } from '../../../../main/acts/publishing/announce.ts';
import { assertMayGo } from '../../../../main/acts/publishing/may-go.ts';
import { previewPublication } from '../../../../main/acts/publishing/publish.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { ForeignKey } from '../../../../shared/domain/published-set/foreign.ts';
import type { Finding, FindingCode } from '../../../../shared/domain/published-set/finding.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aTenant } from '../../../support/keys.ts';
import { HELD_AT, type HeldPlace, heldPlace } from '../../../support/held-place.ts';
import { after, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { kidIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const desk = deskForEach();

describe('a preview', () => {
  let place: HeldPlace;
  beforeEach(async () => {
    place = heldPlace();
    await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  });
  const preview = () => previewPublication(place.at(desk.ports), { tenant });

  it('is of a push, and says where the public sees it', async () => {
    expect(await preview()).toMatchObject({ act: 'push', jwksUrl: HELD_AT, findings: [], foreign: [] });
  });

  it('knows the kids that the public sees besides', async () => {
    place.listed = () => ({ kids: [kidIn(desk, tenant, 'current')], cacheControl: null });
    expect((await preview()).findings.map(({ code }) => code)).toEqual(['kid-of-tenant']);
  });

  it('is made where the public sees nothing', async () => {
    place.listed = () => expect.fail('unreachable');
    expect((await preview()).findings).toEqual([]);
  });

  it('is not made where it was stopped', async () => {
    const stop = new AbortController();
    place.listed = () => {
      stop.abort();
      return expect.fail('unreachable');
    };
    const stopped = previewPublication(place.at(desk.ports), { tenant }, { signal: stop.signal });
    expect(await failureOf(stopped)).toMatchObject({ code: 'CANCELLED' });
  });
});

describe('what speaks against a set', () => {
  const finding = (code: FindingCode, kid: string, severity: Finding['severity'] = 'error'): Finding => ({
    code,
    kid,
    severity,
  });
  const [undecided, revoked, clash] = [
    finding('foreign-undecided', 'theirs'),
    finding('revoked-key', 'old'),
    finding('kid-of-tenant', 'taken'),
  ];
  const warned = finding('certificate-ended', 'warned', 'warning');
  const go = (act: 'push' | 'rollback', findings: Finding[], override?: string) => () =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it looks at
    assertMayGo(aTenant, { act, findings } as Parameters<typeof assertMayGo>[1], override);
  const blocked = (...of: Finding[]) => ({
    code: 'PUBLISH_BLOCKED',
    facts: { tenant, findings: of.map(({ kid, code }) => ({ kid, code })) },
  });

  it.each<[string, () => unknown, object]>([
    ['an error', go('push', [clash]), blocked(clash)],
    ['a revoked key in a push', go('push', [revoked], 'why'), blocked(revoked)],
    ['an error before what is undecided', go('push', [undecided, clash]), blocked(clash)],
    ['an error before a revoked key that comes back', go('rollback', [revoked, clash], 'why'), blocked(clash)],
    [
      'keys of others about which nobody decided',
      go('push', [undecided, warned]),
      { code: 'PUBLISH_FOREIGN_UNDECIDED', facts: { tenant, keys: ['theirs'] } },
    ],
    [
      'the same in a rollback with a reason',
      go('rollback', [undecided, revoked], 'why'),
      { code: 'PUBLISH_FOREIGN_UNDECIDED', facts: { tenant, keys: ['theirs'] } },
    ],
    [
      'a revoked key that comes back without a reason',
      go('rollback', [revoked]),
      { code: 'PUBLISH_REVOKED_BACK', facts: { tenant, kids: ['old'] } },
    ],
  ])('%s', (_, work, error) => {
    expect(work).toThrow(expect.objectContaining(error) as Error);
  });

  it.each<[string, () => unknown, object]>([
    ['nothing', go('push', []), {}],
    ['a warning', go('push', [warned], 'why'), {}],
    ['nothing, with a reason to spare', go('rollback', [], 'why'), {}],
    ['a revoked key with a reason', go('rollback', [revoked], 'why'), { revokedBack: ['old'], override: 'why' }],
  ])('%s does not stop it', (_, work, answer) => {
    expect(work()).toEqual(answer);
  });
});

describe('decisions about keys of others', () => {
  const foreign = (name: string, decision: ForeignKey['decision']): ForeignKey => ({
    name,
    material: `material of ${name}`,
    isThere: true,
    decision,
  });
  const all = [
    foreign('kept before', { kind: 'kept', reason: 'then', at: after(-1), by: 'ann' }),
    foreign('stays', { kind: 'keep', reason: 'of the portal' }),
    foreign('goes', { kind: 'remove' }),
    foreign('open', null),
  ];

  it('are told as far as they were made just now', () => {
    expect(decided(all)).toEqual({
      foreignKept: [{ name: 'stays', material: 'material of stays', reason: 'of the portal' }],
      foreignRemoved: [{ name: 'goes', material: 'material of goes' }],
    });
    expect(decided([])).toEqual({});
  });

  it('are remembered: one that is kept, and that nothing is decided any more about one that goes', () => {
    putOnRecord(desk);
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
      writer.keepForeign('tenant', { name: 'goes', material: 'material of goes', reason: 'before', at: after(-9) });
      writer.keepForeign('tenant', { name: 'other', material: 'other', reason: 'before', at: after(-9) });
      rememberDecisions(writer, aTenant, all, after(5));
      expect(writer.keptForeign('tenant').map(({ name, reason, at }) => [name, reason, at])).toEqual([
        ['other', 'before', after(-9)],
        ['stays', 'of the portal', after(5)],
      ]);
    });
  });
});

it('keys are announced once: those that are sent and that nobody knew', () => {
  const key = (kid: string, announcedAt: string | null): SigningKey => aKey({ kid, announcedAt, state: 'previous' });
  const [fresh, known, left] = [key('fresh', null), key('known', after(-5)), key('left', null)];
  putOnRecord(desk, { keys: [fresh, known, left] });
  desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
    expect(announceKeys(writer, aTenant, ['fresh', 'known', 'theirs'], after(5))).toEqual([fresh.id]);
    expect(writer.keys('tenant').map(({ kid, announcedAt }) => [kid, announcedAt])).toEqual([
      ['fresh', after(5)],
      ['known', after(-5)],
      ['left', null],
    ]);
  });
});
