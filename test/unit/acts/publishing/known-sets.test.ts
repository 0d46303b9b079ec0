// Sets that are known from records alone: what is there as far as anybody here knows, what a rollback means, and what the last
// look found.
import { describe, expect, it } from 'vitest';
import { confirmIfThere, pendingAt } from '../../../../main/acts/publishing/confirm-pending.ts';
import { formerSet } from '../../../../main/acts/publishing/former-set.ts';
import { knownSet } from '../../../../main/acts/publishing/known-set.ts';
import { lastLook, latestDrift } from '../../../../main/acts/publishing/latest-drift.ts';
import { recordPublication } from '../../../../main/acts/publishing/record-publication.ts';
import type { RegistryReader } from '../../../../main/ports/registry-reader.ts';
import type { Publication } from '../../../../shared/domain/published-set/publication.ts';
import type { DriftReport } from '../../../../shared/domain/published-set/drift-report.ts';
import { toRemoteKeys } from '../../../../shared/domain/published-set/published-key.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, aPublication, newestEntries, putOnRecord } from '../../../support/on-record.ts';

const desk = deskForEach();
const ask = <T>(question: (reader: RegistryReader) => T): T => desk.ports.registry.read(question);
const [a, b, c] = ['a', 'b', 'c'].map((kid) => aKey({ kid, state: 'previous' }));
if (a === undefined || b === undefined || c === undefined) {
  throw new Error('three keys');
}
const recorded = (...publications: Publication[]) => putOnRecord(desk, { keys: [a, b, c], publications });
const textOf = (key: typeof a): string => JSON.stringify({ keys: [key.jwk] });

/** A bundle that left, and what its courier found if it came back. */
function carry(id: string, settledAt: number | null, found = ''): void {
  desk.ports.registry.change({ action: 'test.carried', subject: 'Acme', details: {} }, (writer) => {
    const settled =
      settledAt === null ? null : { at: after(settledAt), outcome: 'pushed' as const, courier: 'them', found };
    writer.addBundle({
      id,
      tenantId: 'tenant',
      act: 'push',
      madeAt: after(-100),
      expiresAt: after(100),
      sha256: after(0),
      previewHash: '',
      kids: [],
      body: null,
      settled: null,
    });
    if (settled !== null) {
      writer.settleBundle(id, settled);
    }
  });
}

describe('the set that is known', () => {
  const kids = () => ask((reader) => knownSet(reader, aTenant)).map(({ kid }) => kid);

  it('is empty where nothing is known', () => {
    recorded();
    expect(kids()).toEqual([]);
    carry('out', null);
    expect(kids()).toEqual([]);
  });

  it('is that of the last publication, and of none from before it was kept', () => {
    recorded(aPublication([a], { at: after(1) }), aPublication([b], { at: after(2) }));
    expect(kids()).toEqual(['b']);
  });

  it('is unknown where the last publication kept none', () => {
    recorded(aPublication([b], { sent: null }));
    expect(kids()).toEqual([]);
  });

  it.each([
    ['the publication, where it is newer', 9, ['a']],
    ['the publication, where both are of one instant', 10, ['a']],
    ['what a courier found, where that is newer', 11, ['b']],
  ])('is %s', (_, settledAt, expected) => {
    recorded(aPublication([a], { at: after(10) }));
    carry('settled', settledAt, textOf(b));
    expect(kids()).toEqual(expected);
  });

  it('is the newest of what couriers found, whatever came first', () => {
    recorded();
    carry('one', 20, textOf(b));
    carry('two', 30, textOf(c));
    carry('three', 10, textOf(a));
    expect(kids()).toEqual(['c']);
  });
});

describe('the set that a rollback means', () => {
  const kids = (id?: string) => ask((reader) => formerSet(reader, aTenant, id)).map(({ kid }) => kid);

  it('is what the last publication replaced', () => {
    recorded(aPublication([b], { replaced: textOf(a) }));
    expect(kids()).toEqual(['a']);
  });

  it('is what a named publication sent', () => {
    recorded(aPublication([a], { id: 'one' }), aPublication([b], { id: 'two', at: after(1) }));
    expect([kids('one'), kids('two')]).toEqual([['a'], ['b']]);
  });

  it.each([
    ['nothing was published', [], undefined],
    ['there is none of that id', [aPublication([a], { id: 'one' })], 'other'],
    ['that one kept nothing', [aPublication([a], { id: 'one', sent: null })], 'one'],
  ])('is refused where %s', (_, publications, id) => {
    recorded(...publications);
    expect(() => kids(id)).toThrow(
      expect.objectContaining({ code: 'PUBLISH_NO_FORMER_SET', facts: { tenant: 'Acme' } }) as Error,
    );
  });
});

describe('a publication that was accepted and not seen', () => {
  const pending = aPublication([a], { id: 'pending', confirmedAt: null, at: after(-60) });
  const confirm = (...found: object[]) =>
    confirmIfThere(desk.ports, aTenant, toRemoteKeys(found.map((jwk) => ({ ...jwk }))));
  const last = () => ask((reader) => reader.lastPublication('tenant'));

  it('is pending until it is confirmed', () => {
    recorded(pending);
    expect(ask((reader) => pendingAt(reader, aTenant))?.id).toBe('pending');
    confirm(a.jwk);
    expect(ask((reader) => pendingAt(reader, aTenant))).toBeNull();
  });

  it('is confirmed by a look that sees it, with when it was accepted', () => {
    recorded(pending);
    confirm(a.jwk);
    expect(last()).toEqual({ ...pending, confirmedAt: after(0), variations: [] });
    expect(newestEntries(desk, 1)).toEqual([
      ['publish.confirmed', 'Acme', { act: 'push', hash: 'hash', kids: ['a'], accepted: after(-60) }],
    ]);
  });

  it('is confirmed in another dress, which is told', () => {
    recorded(pending);
    const { use: _use, ...dressed } = a.jwk;
    confirm(dressed);
    const variations = [{ kid: 'a', kind: 'member-dropped' }];
    expect(last()?.variations).toEqual(variations);
    expect(newestEntries(desk, 1)).toMatchObject([['publish.confirmed', 'Acme', { variations }]]);
  });

  it('is not confirmed by other keys, nor twice', () => {
    recorded(pending);
    confirm(b.jwk);
    expect(last()?.confirmedAt).toBeNull();
    confirm(a.jwk);
    confirm(a.jwk);
    expect(newestEntries(desk, 2).map(([action]) => action)).toEqual(['test.filled', 'publish.confirmed']);
  });

  it('is none where nothing was published', () => {
    recorded();
    expect(ask((reader) => pendingAt(reader, aTenant))).toBeNull();
    confirm();
    expect(newestEntries(desk, 1)[0]?.[0]).toBe('test.filled');
  });
});

describe('the last look', () => {
  const report: DriftReport = {
    tenant: 'Acme',
    at: after(10),
    state: 'drifted',
    findings: [{ kind: 'foreign', kid: 'theirs' }],
    keptForeign: [],
    unreadable: null,
    unseen: null,
    jwksUrl: null,
  };
  const noted = () => desk.ports.registry.noteDrift('tenant', report);

  it('is none before anybody looked', () => {
    recorded();
    expect(ask((reader) => lastLook(reader, aTenant))).toBeNull();
  });

  it.each([
    ['counts where nothing was published', [], report],
    ['counts where it came after the publication', [aPublication([a], { at: after(9) })], report],
    ['is made old by a publication', [aPublication([a], { at: after(11) })], null],
  ])('%s', (_, publications, expected) => {
    recorded(...publications);
    noted();
    expect(ask((reader) => lastLook(reader, aTenant))).toEqual(expected);
    expect(ask((reader) => latestDrift(reader, aTenant))).toEqual(expected);
  });

  it('says first which compromised keys of this very tenant are still out', () => {
    const revocation = { reason: 'leaked', compromised: true, compromisedSince: null };
    const out = { state: 'revoked', revocation, revokedAt: after(5), announcedAt: after(1) } as const;
    const [ours, theirs] = [{ kid: 'ours' }, { kid: 'theirs', tenantId: 'other', ringId: 'other ring' }];
    putOnRecord(desk, { keys: [aKey({ ...out, ...ours })] });
    const other = { ...aTenant, id: 'other', name: 'Other', domain: 'other.example', customDomain: 'id.other.example' };
    putOnRecord(desk, {
      tenant: other,
      rings: [{ ...aRing, id: 'other ring', tenantId: 'other' }],
      keys: [aKey({ ...out, ...theirs })],
    });
    expect(ask((reader) => latestDrift(reader, aTenant))?.findings).toEqual([
      { kind: 'compromised-public', kid: 'ours' },
    ]);
    expect(ask((reader) => latestDrift(reader, other))?.findings).toEqual([
      { kind: 'compromised-public', kid: 'theirs' },
    ]);
  });
});

it('a deleted set is on record as an empty one, and nothing waits for the network any more', () => {
  recorded();
  const { sent: _sent, ...facts } = aPublication([]);
  const entry = {
    act: 'push' as const,
    to: null,
    removeForeign: [],
    keepForeign: [],
    queuedAt: after(0),
    why: {
      code: 'REMOTE_UNREACHABLE' as const,
      facts: { host: 'id.acme.example', detail: { code: 'no-such-host' as const } },
    },
    attempts: 1,
    lastTriedAt: after(0),
  };
  desk.ports.registry.change({ action: 'test.recorded', subject: 'Acme', details: {} }, (writer) => {
    writer.putOutboxEntry('tenant', entry);
    expect(recordPublication(writer, { ...facts, body: null }).sent).toBe('{"keys":[]}');
    expect(writer.lastPublication('tenant')?.sent).toBe('{"keys":[]}');
    expect(writer.outbox()).toEqual([]);
  });
});
