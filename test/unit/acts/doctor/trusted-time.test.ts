// The clock against what servers say, and what is dated anew when an officer calls it right: instants to the second.
import { describe, expect, it } from 'vitest';
import { assertClockAgrees, clockDifference, isClockWrong } from '../../../../main/acts/doctor/trusted-time.ts';
import type { RegistryWriter } from '../../../../main/ports/registry-writer.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { ServedTime } from '../../../../shared/domain/timing/trusted-time.ts';
import { plusDays, plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { keyIn, keysOf, push } from '../../../support/tenant-keys.ts';

const tenant = ACME.name;

const { desk } = acmeForEach();

const now = () => desk.ports.clock.now().toISOString();
const entries = () =>
  desk.custodian
    .listAudit({ afterSeq: 0, limit: 999, action: 'clock' })
    .map(({ action, subject, details }): [string, string, object] => [action, subject, details]);

describe('what servers say', () => {
  /** `ahead`: by how many seconds the server's clock is; `null` where nobody was asked. */
  const ports = (ahead: number | null, host = 'a.example') => ({
    registry: desk.ports.registry,
    clock: desk.ports.clock,
    served: { last: () => served(ahead, host) },
  });
  const served = (ahead: number | null, host = 'a.example'): ServedTime | null =>
    ahead === null ? null : { host, served: plusSeconds(now(), ahead), machine: now() };
  /** The code of what was said. */
  const told = (...given: Parameters<typeof ports>): unknown => {
    try {
      assertClockAgrees(ports(...given));
      return null;
    } catch (error) {
      expect(isClockWrong(error)).toBe(true);
      return (error as CustodianError).facts;
    }
  };

  it('is nothing before anybody was asked', () => {
    expect([told(null), clockDifference(desk.ports), entries()]).toEqual([null, null, []]);
  });

  it.each([
    [60, null],
    [-60, null],
    [61, { host: 'a.example', seconds: 61, direction: 'behind' }],
    [-61, { host: 'a.example', seconds: 61, direction: 'ahead' }],
  ])('by %d seconds: %j', (ahead, difference) => {
    expect([told(ahead), entries().length]).toEqual([difference, difference === null ? 0 : 1]);
  });

  it('is recorded as it was said', () => {
    const last = served(3600);
    told(3600);
    told(0);
    expect(entries()).toEqual([
      ['clock.disagreed', 'clock', last],
      ['clock.agreed', 'clock', served(0)],
    ]);
  });

  it('is recorded once for each change', () => {
    const recorded = (...given: Parameters<typeof ports>): string[] => {
      const before = entries().length;
      told(...given);
      return entries()
        .slice(before)
        .map(([action]) => action);
    };
    expect(recorded(3600)).toEqual(['clock.disagreed']);
    expect(recorded(7200)).toEqual([]);
    expect(recorded(-3600)).toEqual(['clock.disagreed']);
    expect(recorded(-3600, 'b.example')).toEqual(['clock.disagreed']);
    // Another server that agrees takes back nothing of what this one said.
    expect(recorded(0, 'a.example')).toEqual([]);
    expect(recorded(0, 'b.example')).toEqual(['clock.agreed']);
    expect(recorded(0, 'b.example')).toEqual([]);
  });

  it('counts for nothing from a server whose clock an officer called wrong', async () => {
    await desk.custodian.stateClock({ reason: 'I looked', server: 'a.example' });
    expect([told(3600), told(3600, 'b.example')]).toMatchObject([null, { host: 'b.example' }]);
  });
});

it.each([
  [new CustodianError('INTERNAL', { reference: 'x' }), false],
  [new TypeError('x'), false],
])('is no word about the clock: %s', (error, is) => {
  expect(isClockWrong(error)).toBe(is);
});

describe('a clock that is called right', () => {
  const change = (work: (writer: RegistryWriter) => void) =>
    desk.ports.registry.change({ action: 'test', subject: 'x', details: {} }, work);
  /** The next key, or what became of it where the date is one of its end. */
  const edit = (dates: Partial<SigningKey>): SigningKey => {
    const key = { ...keyIn(desk, 'next'), createdAt: plusDays(now(), -9), ...dates };
    const ended = 'revokedAt' in dates || (dates.destroyedAt ?? null) !== null;
    const revocation = { reason: 'a test', compromised: false, compromisedSince: null };
    const end = { state: 'revoked', revokedAt: plusDays(now(), -1), revocation, ...dates } as const;
    const edited = { ...key, ...(ended && end) };
    change((writer) => writer.updateKey(edited));
    return edited;
  };
  const again = ({ kid }: SigningKey): SigningKey | undefined => keysOf(desk).find((key) => key.kid === kid);
  const state = () => desk.custodian.stateClock({ reason: 'a new battery' });

  it('is recorded with its reason, and with the server where that is the wrong one', async () => {
    expect(await state()).toEqual({ at: now(), reason: 'a new battery', server: null, corrected: [] });
    expect(await desk.custodian.stateClock({ reason: 'they know', server: 'a.example' })).toEqual({
      at: now(),
      reason: 'they know',
      server: 'a.example',
      corrected: [],
    });
    expect(entries()).toEqual([
      ['clock.stated', 'clock', { reason: 'a new battery', now: now(), corrected: [] }],
      ['clock.stated', 'clock', { reason: 'they know', now: now(), corrected: [], server: 'a.example' }],
    ]);
  });

  const DATES = [
    'createdAt',
    'certificateSince',
    'announcedAt',
    'publishedAt',
    'currentAt',
    'previousAt',
    'revokedAt',
    'takenDownAt',
    'destroyedAt',
    'lastUsedAt',
  ] as const;

  it.each(DATES)('dates %s as now where it lies ahead', async (name) => {
    const key = edit({ [name]: plusSeconds(now(), 3) });
    expect(await state()).toMatchObject({ corrected: [key.kid] });
    expect(again(key)).toEqual({ ...key, [name]: now() });
    expect(entries()[0]?.[2]).toMatchObject({ corrected: [key.kid] });
  });

  it.each(DATES)('leaves %s that lies two seconds ahead, as two clocks may differ', async (name) => {
    const key = edit({ [name]: plusSeconds(now(), 2) });
    expect(await state()).toMatchObject({ corrected: [] });
    expect(again(key)).toEqual(key);
  });

  it('dates with one date every other that lies ahead at all', async () => {
    const key = edit({ announcedAt: plusSeconds(now(), 1), publishedAt: plusSeconds(now(), 9) });
    await state();
    expect(again(key)).toEqual({ ...key, announcedAt: now(), publishedAt: now() });
  });

  it.each([
    ['more than ten years ahead is taken back', 3660, 1, null, true],
    ['ten years ahead stays', 3660, 0, null, false],
    ['that was done stays', 36_600, 0, -1, false],
  ])('an erasure %s', async (_, days, seconds, destroyed, back) => {
    const destroyAt = plusSeconds(plusDays(now(), days), seconds);
    const key = edit({ destroyAt, destroyedAt: destroyed === null ? null : plusDays(now(), destroyed) });
    expect((await state()).corrected).toEqual(back ? [key.kid] : []);
    expect(again(key)?.destroyAt).toBe(back ? null : destroyAt);
  });

  it.each([
    ['at all', 1, true],
    ['not', 0, false],
  ])('dates a publication that lies ahead: %s', async (_, seconds, changed) => {
    await push(desk);
    const id = desk.ports.registry.read((reader) => reader.tenantByName(tenant)?.id ?? '');
    const [sent] = desk.ports.registry.read((reader) => reader.publications(id, 9));
    const at = plusSeconds(now(), seconds);
    const confirmedAt = plusSeconds(now(), 5);
    change((writer) => writer.updatePublication({ ...(sent ?? expect.fail('none was sent')), at, confirmedAt }));
    await state();
    expect(desk.ports.registry.read((reader) => reader.publications(id, 9))[0]).toEqual({
      ...sent,
      at: now(),
      confirmedAt: changed ? now() : confirmedAt,
    });
  });

  it('confirms no publication that was not confirmed', async () => {
    await push(desk);
    const id = desk.ports.registry.read((reader) => reader.tenantByName(tenant)?.id ?? '');
    const [sent] = desk.ports.registry.read((reader) => reader.publications(id, 9));
    change((writer) =>
      writer.updatePublication({
        ...(sent ?? expect.fail('none was sent')),
        at: plusSeconds(now(), 60),
        confirmedAt: null,
      }),
    );
    await state();
    expect(desk.ports.registry.read((reader) => reader.publications(id, 9))[0]).toMatchObject({
      at: now(),
      confirmedAt: null,
    });
  });
});
