// What the outbox says of a fleet: what waits, what travels with a courier, what is owed; and what its acts leave behind.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  dropFromOutbox,
  listOutbox,
  noteOutboxAttempt,
  queuePublication,
  reachedNobody,
} from '../../../../main/acts/publishing/outbox.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { CustodianError, type ErrorCode, toWireError } from '../../../../shared/errors.ts';
import type { IssuedBundle } from '../../../../shared/domain/records.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { type HeldPlace, heldPlace } from '../../../support/held-place.ts';
import { after, aPublication, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';

const tenant = 'Acme';
const desk = deskForEach();
let place: HeldPlace;
beforeEach(() => {
  place = heldPlace();
});

const outbox = () => listOutbox(desk.ports, {});
const unreachable = new CustodianError('REMOTE_UNREACHABLE', {
  host: 'id.acme.example',
  detail: { code: 'no-such-host' },
});
const refused = new CustodianError('REMOTE_REFUSED', { host: 'id.acme.example', status: 400, detail: null });
const atProxy = new CustodianError('REMOTE_PROXY_UNREACHABLE', {
  host: 'id.acme.example',
  proxy: 'http://proxy:3128',
  detail: { code: 'no-such-host' },
});
const certificate = 'AA==';
const current = aKey({ kid: 'now', state: 'current', currentAt: after(-9), certificate });
const next = aKey({ kid: 'next', certificate });

describe('what reached nobody', () => {
  it.each<[ErrorCode, boolean]>([
    ['REMOTE_UNREACHABLE', true],
    ['REMOTE_PROXY_UNREACHABLE', true],
    ['REMOTE_TIMEOUT', true],
    ['REMOTE_FAILED', false],
    ['REMOTE_REFUSED', false],
    ['REMOTE_TLS', false],
  ])('%s: %s', (code, answer) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the code alone matters here
    expect(reachedNobody(new CustodianError(code as 'REMOTE_TIMEOUT', { host: 'h', seconds: 1 }))).toBe(answer);
  });

  it('is none of other errors', () => {
    expect(reachedNobody(new Error('REMOTE_UNREACHABLE'))).toBe(false);
  });
});

describe('a push that waits', () => {
  const queue = (args: Partial<Parameters<typeof queuePublication>[1]> = {}, failed?: unknown) =>
    queuePublication(place.at(desk.ports), { tenant, ...args }, { ...(failed !== undefined && { failed }) });

  it('waits as it was meant, with what the caller’s own attempt came to', async () => {
    putOnRecord(desk);
    const entry = await queue({}, unreachable);
    expect(entry).toEqual({
      tenant,
      act: 'push',
      to: null,
      removeForeign: [],
      keepForeign: [],
      queuedAt: after(0),
      why: toWireError(unreachable),
      attempts: 1,
      lastTriedAt: after(0),
    });
    expect(outbox().waiting).toEqual([entry]);
    expect(place.asked).toEqual([]);
    const details = { act: 'push', to: null, removeForeign: [], why: 'REMOTE_UNREACHABLE' };
    expect(newestEntries(desk, 1)).toEqual([['outbox.queued', tenant, details]]);
  });

  it('with all that was wished', async () => {
    putOnRecord(desk);
    const keepForeign = [{ name: 'stays', reason: 'of the portal' }];
    const wish = { act: 'rollback', to: 'publication-1', removeForeign: ['goes'], keepForeign } as const;
    const args = { ...wish, removeForeign: [...wish.removeForeign] };
    expect(await queue(args, unreachable)).toMatchObject(args);
    expect(newestEntries(desk, 1)).toEqual([['outbox.queued', tenant, { ...args, why: 'REMOTE_UNREACHABLE' }]]);
  });

  it('makes an attempt of its own where the caller made none', async () => {
    putOnRecord(desk);
    place.looks = () => unreachable;
    expect((await queue()).why).toEqual(toWireError(unreachable));
    expect(place.asked).toEqual(['read']);
  });

  it('does not wait where the tenant answers', async () => {
    putOnRecord(desk);
    expect(await failureOf(queue())).toMatchObject({ code: 'OUTBOX_NOT_NEEDED', facts: { tenant } });
    expect(outbox().waiting).toEqual([]);
  });

  it('does not wait where somebody was reached', async () => {
    putOnRecord(desk);
    expect(await failureOf(queue({}, refused))).toBe(refused);
    expect(await failureOf(queue({}, 'text'))).toEqual(new TypeError('string'));
  });

  it('counts one more attempt that reached nobody, and no other', async () => {
    putOnRecord(desk);
    const entry = await queue({}, atProxy);
    desk.advance(60_000);
    noteOutboxAttempt(desk.ports, tenant, refused);
    expect(outbox().waiting).toEqual([entry]);
    noteOutboxAttempt(desk.ports, 'acme', unreachable);
    const again = { ...entry, attempts: 2, lastTriedAt: after(60), why: toWireError(unreachable) };
    expect(outbox().waiting).toEqual([again]);
    const details = { act: 'push', attempts: 2, why: 'REMOTE_UNREACHABLE' };
    expect(newestEntries(desk, 1)).toEqual([['outbox.retried', tenant, details]]);
    noteOutboxAttempt(desk.ports, tenant, unreachable);
    expect(outbox().waiting[0]?.attempts).toBe(3);
  });

  it.each([
    ['dropped', undefined],
    ['settled', 'settled' as const],
  ])('is %s', async (word, why) => {
    putOnRecord(desk);
    await queue({}, unreachable);
    expect(dropFromOutbox(desk.ports, { tenant }, { ...(why !== undefined && { why }) })).toBeNull();
    expect(outbox().waiting).toEqual([]);
    expect(newestEntries(desk, 1)).toEqual([
      [`outbox.${word}`, tenant, { act: 'push', queuedAt: after(0), attempts: 1 }],
    ]);
  });

  it('is only that of the tenant that is named', async () => {
    putOnRecord(desk);
    const other = { ...aTenant, id: 'other', name: 'Other', domain: 'other.example', customDomain: null };
    putOnRecord(desk, { tenant: other, rings: [] });
    await queue({ tenant: 'Other' }, unreachable);
    const empty = expect.objectContaining({ code: 'OUTBOX_EMPTY', facts: { tenant } }) as Error;
    expect(() => dropFromOutbox(desk.ports, { tenant }, {})).toThrow(empty);
    expect(() => noteOutboxAttempt(desk.ports, tenant, unreachable)).toThrow(empty);
    dropFromOutbox(desk.ports, { tenant: 'Other' }, {});
  });

  it('owes nothing besides', async () => {
    putOnRecord(desk, { keys: [current] });
    expect(outbox().owed).toHaveLength(1);
    await queue({}, unreachable);
    expect(outbox().owed).toEqual([]);
  });
});

describe('what is owed', () => {
  const whole = { tenant, lastPushedAt: null, missing: [], lingering: [], altered: [], reordered: false };

  it.each<[string, SigningKey[], Parameters<typeof putOnRecord>[1], object | null]>([
    ['every key, where nothing was pushed', [current, next], {}, { missing: ['now', 'next'] }],
    ['nothing, where nothing is wanted', [], {}, null],
    [
      'nothing, where all was pushed',
      [current, next],
      { publications: [aPublication([current, next], { at: after(-5) })] },
      null,
    ],
    [
      'what was not pushed',
      [current, next],
      { publications: [aPublication([current], { at: after(-5) })] },
      { missing: ['next'], lastPushedAt: after(-5) },
    ],
    [
      'the order',
      [current, next],
      { publications: [aPublication([next, current], { at: after(-5) })] },
      { reordered: true, lastPushedAt: after(-5) },
    ],
    [
      'nothing, for a ring that is put aside with its tenant',
      [current],
      { tenant: { ...aTenant, archive: { at: after(0), reason: 'gone' } } },
      null,
    ],
  ])('is %s', (_, keys, records, owed) => {
    putOnRecord(desk, { keys, ...records });
    expect(outbox().owed).toEqual(owed === null ? [] : [{ ...whole, ...owed }]);
  });

  it('is a key whose certificate is another since', () => {
    const sent = { ...current, jwk: { ...current.jwk, 'x5t#S256': 'another' } };
    putOnRecord(desk, { keys: [current], publications: [aPublication([sent])] });
    expect(outbox().owed).toMatchObject([{ missing: [], altered: ['now'] }]);
  });

  it.each<['push' | 'rollback', string[]]>([
    ['rollback', ['now']],
    ['push', []],
  ])('is what somebody made of our keys, where a rollback may have brought that back: after a %s', (act, altered) => {
    const sent = { ...current, jwk: { ...current.jwk, use: 'enc' as 'sig' } };
    putOnRecord(desk, { keys: [current], publications: [aPublication([sent], { act })] });
    expect(outbox().owed.flatMap((one) => one.altered)).toEqual(altered);
  });

  it('is told tenant by tenant', () => {
    putOnRecord(desk, { keys: [current] });
    const other = { ...aTenant, id: 'other', name: 'Other', domain: 'other.example', customDomain: null };
    const theirs = aKey({ kid: 'theirs', tenantId: 'other', ringId: 'other ring', state: 'current' });
    putOnRecord(desk, {
      tenant: other,
      rings: [{ ...aRing, id: 'other ring', tenantId: 'other' }],
      keys: [theirs],
      publications: [aPublication([theirs], { tenantId: 'other' })],
    });
    expect(outbox().owed.map((one) => [one.tenant, one.missing])).toEqual([[tenant, ['now']]]);
  });
});

describe('what travels with a courier', () => {
  const bundle = (keys: SigningKey[], part: Partial<IssuedBundle> = {}): IssuedBundle => ({
    id: 'bundle',
    tenantId: 'tenant',
    act: 'push',
    madeAt: after(0),
    expiresAt: after(100),
    sha256: 'sha256',
    previewHash: 'hash',
    kids: keys.map(({ kid }) => kid),
    body: JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }),
    settled: null,
    ...part,
  });
  const carry = (...bundles: IssuedBundle[]) =>
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      bundles.forEach(writer.addBundle),
    );

  it('is told, and owes nothing more', () => {
    putOnRecord(desk, { keys: [current, next] });
    carry(bundle([current, next]));
    expect(outbox()).toEqual({
      waiting: [],
      travelling: [
        {
          id: 'bundle',
          tenant,
          act: 'push',
          kids: ['now', 'next'],
          madeAt: after(0),
          expiresAt: after(100),
          expired: false,
        },
      ],
      owed: [],
    });
  });

  it.each([
    [-1, true],
    [0, true],
    [1, false],
  ])('has expired at its instant: %i seconds later it is %s', (seconds, expired) => {
    putOnRecord(desk, { keys: [current] });
    carry(bundle([current], { expiresAt: after(seconds), madeAt: after(-10) }));
    const { travelling, owed } = outbox();
    expect(travelling.map((one) => one.expired)).toEqual([expired]);
    expect(owed).toHaveLength(expired ? 1 : 0);
  });

  it('with another set owes what it does not bring', () => {
    putOnRecord(desk, { keys: [current, next] });
    carry(bundle([current]));
    expect(outbox().owed).toMatchObject([{ missing: ['now', 'next'] }]);
  });

  it('with a key in another dress owes it still', () => {
    putOnRecord(desk, { keys: [current] });
    carry(bundle([{ ...current, jwk: { ...current.jwk, use: 'enc' as 'sig' } }]));
    expect(outbox().owed).toMatchObject([{ missing: ['now'] }]);
  });

  it('with what is wanted among others owes nothing', () => {
    putOnRecord(desk, { keys: [current, next] });
    carry(bundle([current], { id: 'one' }), bundle([current, next], { id: 'two' }));
    const { travelling, owed } = outbox();
    expect([travelling.map(({ id }) => id), owed]).toEqual([['one', 'two'], []]);
  });

  it.each([
    ['before it was made', -1, 1],
    ['in the same instant', 0, 1],
    ['since', 1, 0],
  ])('counts until it is overtaken by a publication: one %s', (_, seconds, travelling) => {
    putOnRecord(desk, { keys: [current], publications: [aPublication([], { at: after(seconds) })] });
    carry(bundle([current]));
    expect(outbox().travelling).toHaveLength(travelling);
  });

  it('is none of a tenant that is put aside', () => {
    putOnRecord(desk, { tenant: { ...aTenant, archive: { at: after(0), reason: 'gone' } }, keys: [current] });
    carry(bundle([current]));
    expect(outbox().travelling).toEqual([]);
  });
});
