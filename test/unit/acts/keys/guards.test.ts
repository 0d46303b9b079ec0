// What stands before a rotation and a revocation, and what going ahead of it is told as.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertClockRuns, assertMayRevoke, assertMayRotate } from '../../../../main/acts/keys/guards.ts';
import { overrideDetails } from '../../../../main/acts/keys/keys.ts';
import { isKnownLeaked, worthOf, worthOfReplaceable } from '../../../../main/acts/keys/key-worth.ts';
import type { RegistryReader } from '../../../../main/ports/registry-reader.ts';
import type { RegistryWriter } from '../../../../main/ports/registry-writer.ts';
import type { PlanOrder } from '../../../../shared/domain/plan/plan.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, putOnRecord } from '../../../support/on-record.ts';

const desk = deskForEach();
const NOW = after(0);
const ask = <T>(question: (reader: RegistryReader) => T): T => desk.ports.registry.read(question);
const write = (work: (writer: RegistryWriter) => void) =>
  desk.ports.registry.change({ action: 'test', subject: 'Acme', details: {} }, work);
const refusing = (code: string, facts: object) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as object }) as Error;

const current = (part: Partial<SigningKey> = {}) =>
  aKey({ kid: 'now', state: 'current', currentAt: after(-99), ...part });
const next = (part: Partial<SigningKey> = {}) => aKey({ kid: 'next', ...part });
/** Verifiers know it for long. */
const known = { announcedAt: after(-9_999_999), publishedAt: after(-9_999_999) };

describe('a rotation', () => {
  const rotate = (tenant: Partial<typeof aTenant> = {}, override?: string, order?: PlanOrder) =>
    ask((reader) =>
      assertMayRotate({ reader, tenant: { ...aTenant, ...tenant }, ring: aRing, now: NOW, override }, order),
    );
  const production = { environment: 'production' } as const;

  it('goes where nothing speaks against it, with a reason or without', () => {
    putOnRecord(desk, { keys: [current(), next()] });
    expect([rotate(), rotate({}, 'why')]).toEqual([null, null]);
  });

  it('needs a next key, whatever the reason', () => {
    putOnRecord(desk, { keys: [current()] });
    const refused = refusing('RING_HAS_NO_NEXT', { ring: 'default' });
    expect(() => rotate()).toThrow(refused);
    expect(() => rotate({}, 'why')).toThrow(refused);
  });

  it('waits for verifiers, unless a reason goes ahead', () => {
    putOnRecord(desk, { keys: [current(known), next({ announcedAt: NOW, publishedAt: NOW })] });
    expect(() => rotate()).toThrow(
      refusing('CLOCK_TOO_EARLY', { kid: 'next', action: 'rotating', why: 'verifiers-warming', waitsFor: [] }),
    );
    expect(rotate({}, 'why')).toEqual({ why: 'verifiers-warming', waitsFor: [], withoutBackup: false });
  });

  it('waits for consumers that hold keys by hand, unless a plan says that they come afterwards', () => {
    putOnRecord(desk, { keys: [current(known), next(known)] });
    write((writer) => writer.addConsumer(aConsumer({ name: 'Portal' }).consumer));
    expect(() => rotate()).toThrow(refusing('CLOCK_TOO_EARLY', { waitsFor: ['Portal'] }));
    expect(rotate({}, 'why')).toMatchObject({ waitsFor: ['Portal'], withoutBackup: false });
    expect(rotate({}, undefined, 'rotate-first')).toBeNull();
    expect(() => rotate({}, undefined, 'apps-first')).toThrow(refusing('CLOCK_TOO_EARLY', { waitsFor: ['Portal'] }));
  });

  describe('in production', () => {
    const backUp = (key: SigningKey) => write((writer) => writer.noteBackedUp([key], NOW));

    it('brings no key into use that is in no backup, unless a reason goes ahead', () => {
      putOnRecord(desk, { tenant: { ...aTenant, ...production }, keys: [current(), next()] });
      expect(() => rotate(production)).toThrow(refusing('KEY_NOT_BACKED_UP', { kid: 'next' }));
      expect(rotate(production, 'why')).toEqual({ why: null, waitsFor: [], withoutBackup: true });
    });

    it('goes with a key that is in one', () => {
      const key = next();
      putOnRecord(desk, { tenant: { ...aTenant, ...production }, keys: [current(), key] });
      backUp(key);
      expect([rotate(production), rotate(production, 'why')]).toEqual([null, null]);
    });

    it('says both at once where one reason goes ahead of the clock and of the backup', () => {
      const key = next({ announcedAt: NOW, publishedAt: NOW });
      putOnRecord(desk, { tenant: { ...aTenant, ...production }, keys: [current(known), key] });
      expect(rotate(production, 'why')).toEqual({ why: 'verifiers-warming', waitsFor: [], withoutBackup: true });
      backUp(key);
      expect(rotate(production, 'why')).toMatchObject({ why: 'verifiers-warming', withoutBackup: false });
    });
  });
});

describe('a revocation', () => {
  const revoke = (kid: string, override?: string) =>
    ask((reader) => assertMayRevoke({ reader, tenant: aTenant, ring: aRing, now: NOW, override }, kid));
  const previous = (part: Partial<SigningKey> = {}) =>
    aKey({ kid: 'before', state: 'previous', previousAt: NOW, ...known, ...part });

  it('goes for a key that nothing needs any more', () => {
    putOnRecord(desk, { keys: [current(), previous({ announcedAt: null, publishedAt: null })] });
    expect(revoke('before')).toBeNull();
  });

  it('waits for the last token, unless a reason goes ahead', () => {
    putOnRecord(desk, { keys: [current(known), previous({ uses: 1, lastUsedAt: NOW })] });
    expect(() => revoke('before')).toThrow(
      refusing('CLOCK_TOO_EARLY', { kid: 'before', action: 'revoking', why: 'tokens-alive' }),
    );
    expect(revoke('before', 'why')).toEqual({ why: 'tokens-alive', waitsFor: [], withoutBackup: false });
  });

  it.each(['now', 'next'])('is of no key that is %s, whatever the reason', (kid) => {
    putOnRecord(desk, { keys: [current(), next()] });
    const refused = refusing('KEY_STATE', { kid, action: 'revoking', needs: 'previous' });
    expect(() => revoke(kid)).toThrow(refused);
    expect(() => revoke(kid, 'why')).toThrow(refused);
  });

  it('of a key that is not in the ring is left to whoever looks for it', () => {
    putOnRecord(desk);
    expect(revoke('none')).toBeNull();
  });
});

describe('a clock', () => {
  const runs = (now: string) => () => ask((reader) => assertClockRuns(reader, now));

  it('that was set back freezes every guarded step', () => {
    putOnRecord(desk);
    expect(runs(after(-2))).not.toThrow();
    expect(runs(after(-10))).toThrow(refusing('CLOCK_SET_BACK', { seconds: 10 }));
  });

  it('that a server showed to be wrong freezes them too', () => {
    putOnRecord(desk);
    const details = { host: 'id.acme.example', served: after(2 * 86_400), machine: NOW };
    desk.ports.registry.change({ action: 'clock.disagreed', subject: 'clock', details }, () => undefined);
    expect(runs(NOW)).toThrow(refusing('CLOCK_DISAGREES', { host: 'id.acme.example' }));
  });

  it('that nobody knows anything of runs', () => {
    expect(runs(NOW)).not.toThrow();
  });
});

it.each<[Parameters<typeof overrideDetails>, object]>([
  [[null, 'why'], {}],
  [
    [{ why: 'verifiers-warming', waitsFor: [], withoutBackup: false }, 'why'],
    { overridden: 'verifiers-warming', overrideReason: 'why' },
  ],
  [
    [{ why: 'tokens-alive', waitsFor: ['Portal'], withoutBackup: true }, 'why'],
    { overridden: 'tokens-alive', withoutBackup: true, overrideReason: 'why', unconfirmed: ['Portal'] },
  ],
  [[{ why: null, waitsFor: [], withoutBackup: true }, undefined], { withoutBackup: true, overrideReason: null }],
])('what was gone ahead of is told: %j', (given, told) => {
  expect(overrideDetails(...given)).toEqual(told);
});

describe('what a key is worth', () => {
  const worth = (key: SigningKey) => ask((reader) => worthOf(reader, key));
  const handOver = (kid: string) =>
    write((writer) =>
      writer.addHandOver('tenant', {
        at: NOW,
        tenant: 'Acme',
        kid,
        format: 'pkcs8',
        protection: 'AES',
        to: 'Ops',
        recipient: null,
        sha256: 'ab'.repeat(32),
      }),
    );
  const key = next();

  it.each<[string, string | null, (kid: string) => unknown]>([
    ['nothing happened to', null, () => undefined],
    ['was handed over', 'handed-over', handOver],
    ['is another than the one that was handed over', null, () => handOver('another')],
    [
      'was given out, or confirmed for everybody,',
      'given-out',
      (kid) => write((writer) => writer.addNote('tenant', { kid, kind: 'confirmed', at: NOW })),
    ],
    [
      'is another than the one that was given out',
      null,
      () => write((writer) => writer.addNote('tenant', { kid: 'another', kind: 'confirmed', at: NOW })),
    ],
    [
      'a consumer was given',
      'given-out',
      (kid) =>
        write((writer) => {
          const { consumer } = aConsumer({ id: 'portal' });
          writer.addConsumer(consumer);
          writer.addConsumerNote({ consumerId: consumer.id, kid, kind: 'handed-out', at: NOW });
        }),
    ],
  ])('one that %s is worth: %s', (_, expected, happens) => {
    putOnRecord(desk, { keys: [key] });
    happens(key.kid);
    expect(worth(key)).toBe(expected);
  });

  it('one that was brought in is worth that, before all else', () => {
    const brought = next({ provenance: { kind: 'imported', source: 'PEM' } });
    putOnRecord(desk, { keys: [brought] });
    handOver(brought.kid);
    expect(worth(brought)).toBe('imported');
  });

  it('one whose certificate an authority signed is worth that', () => {
    putOnRecord(desk);
    const folder = path.resolve(import.meta.dirname, '../../../fixtures/found-certificates');
    const { raw } = new X509Certificate(readFileSync(path.join(folder, 'reply-sha1.reply')));
    expect(worth(next({ certificate: raw.toString('base64') }))).toBe('certified');
  });

  it('one with a certificate that cannot be read is worth nothing by it', () => {
    putOnRecord(desk);
    expect(worth(next({ certificate: 'AA==' }))).toBeNull();
  });

  it('is listed of those that could be replaced', () => {
    const brought = { provenance: { kind: 'imported', source: 'PEM' } } as const;
    const keys = [
      current({ ...brought, kid: 'current' }),
      next({ ...brought, kid: 'next' }),
      next({ ...brought, kid: 'announced', announcedAt: NOW }),
      next({ ...brought, kid: 'signed', uses: 1 }),
      aKey({ ...brought, kid: 'previous', state: 'previous' }),
      next({ kid: 'worthless' }),
    ];
    putOnRecord(desk);
    expect(ask((reader) => worthOfReplaceable(reader, keys))).toEqual({ current: 'imported', next: 'imported' });
  });
});

describe('a key is known to have leaked', () => {
  const leaked = (key: SigningKey) => ask((reader) => isKnownLeaked(reader, key));
  const key = next({ spkiSha256: 'same material' });

  it('not where nothing was seen of it', () => {
    putOnRecord(desk, { keys: [key] });
    expect(leaked(key)).toBe(false);
  });

  it.each([
    [true, true],
    [false, false],
  ])('where the same material was revoked as compromised: %s', (compromised, expected) => {
    const revocation = { reason: 'in a log', compromised, compromisedSince: null };
    const gone = aKey({ kid: 'gone', spkiSha256: 'same material', state: 'revoked', revokedAt: NOW, revocation });
    putOnRecord(desk, { keys: [gone, next({ kid: 'beside', spkiSha256: 'other material' })] });
    expect(leaked(key)).toBe(expected);
    expect(leaked(next({ spkiSha256: 'other material' }))).toBe(false);
  });

  it.each([
    ['private-ours', 'next', true],
    ['private-ours', 'another', false],
    ['foreign', 'next', false],
  ] as const)('where the last look saw its private key: %s of %s', (kind, kid, expected) => {
    putOnRecord(desk, { keys: [key] });
    desk.ports.registry.noteDrift('tenant', {
      tenant: 'Acme',
      at: NOW,
      state: 'drifted',
      findings: [{ kind, kid }],
      keptForeign: [],
      unreadable: null,
      unseen: null,
      jwksUrl: null,
    });
    expect(leaked(key)).toBe(expected);
  });
});
