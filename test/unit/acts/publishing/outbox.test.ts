// What waits for the network: a push that reached nobody, and sets that changed here and were not pushed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reissueSchema } from '../../../../shared/domain/key-ring/certificates.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { kidIn, push } from '../../../support/tenant-keys.ts';

let desk: Desk;
let down: Error | null;
/** Requests that left this machine. */
let sent: string[];

const tenant = 'Acme';

beforeEach(async () => {
  down = null;
  sent = [];
  desk = openDesk({
    async fetch(input, init) {
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
      sent.push(method);
      if (down !== null) {
        throw down;
      }
      return fetch(input, init);
    },
  });
  await desk.custodian.addTenant(ACME);
});
afterEach(() => desk.close());

const offline = (): void => {
  down = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
};

const actions = (): string[] => desk.custodian.listAudit({ afterSeq: 0, limit: 200 }).map(({ action }) => action);

describe('a push that reaches nobody', () => {
  it('waits with its reason, and a newer intent takes its place', async () => {
    offline();
    await desk.custodian.queuePublication({ tenant });
    desk.advance(60_000);
    await desk.custodian.queuePublication({
      tenant,
      act: 'clear',
      keepForeign: [{ name: 'theirs', reason: 'of the old portal' }],
    });
    expect(desk.custodian.listOutbox().waiting).toEqual([
      {
        tenant,
        act: 'clear',
        to: null,
        removeForeign: [],
        keepForeign: [{ name: 'theirs', reason: 'of the old portal' }],
        queuedAt: '2026-11-22T08:01:00.000Z',
        why: {
          code: 'REMOTE_UNREACHABLE',
          facts: { host: expect.any(String) as string, detail: { code: 'no-such-host' } },
        },
        attempts: 1,
        lastTriedAt: '2026-11-22T08:01:00.000Z',
      },
    ]);
    expect(actions().filter((action) => action === 'outbox.queued')).toHaveLength(2);
    expect(sent).not.toContain('PUT');
  });

  it('does not wait where the tenant answers, or where something else is wrong', async () => {
    await expect(desk.custodian.queuePublication({ tenant })).rejects.toMatchObject({ code: 'OUTBOX_NOT_NEEDED' });
    down = Object.assign(new Error('tls'), { code: 'CERT_HAS_EXPIRED' });
    await expect(desk.custodian.queuePublication({ tenant })).rejects.toMatchObject({ code: 'REMOTE_TLS' });
    expect(desk.custodian.listOutbox().waiting).toEqual([]);
  });

  it('counts its attempts, and ends with the next confirmed push', async () => {
    offline();
    await desk.custodian.queuePublication({ tenant });
    desk.advance(60_000);
    const failed = await push(desk).catch((error: unknown) => error);
    await desk.custodian.noteOutboxAttempt(tenant, failed);
    await desk.custodian.noteOutboxAttempt(tenant, new Error('something else'));
    expect(desk.custodian.listOutbox().waiting).toMatchObject([
      { attempts: 2, queuedAt: '2026-11-22T08:00:00.000Z', lastTriedAt: '2026-11-22T08:01:00.000Z' },
    ]);
    down = null;
    await push(desk);
    expect(desk.custodian.listOutbox()).toEqual({ waiting: [], travelling: [], owed: [] });
  });

  it('is dropped on demand, and only what waits can be', async () => {
    await expect(desk.custodian.dropFromOutbox({ tenant })).rejects.toThrow('OUTBOX_EMPTY');
    offline();
    await desk.custodian.queuePublication({ tenant });
    await desk.custodian.dropFromOutbox({ tenant });
    expect(desk.custodian.listOutbox().waiting).toEqual([]);
    expect(actions().at(-1)).toBe('outbox.dropped');
  });
});

describe('a set that changed and was not pushed', () => {
  it('is owed from the first key on', () => {
    const { owed } = desk.custodian.listOutbox();
    const none = { lingering: [], altered: [], reordered: false };
    expect(owed).toEqual([
      { tenant, lastPushedAt: null, missing: [kidIn(desk, tenant, 'current'), kidIn(desk, tenant, 'next')], ...none },
    ]);
  });

  it('is owed again after a rotation, a revocation and a new certificate, but not while it waits', async () => {
    await push(desk);
    expect(desk.custodian.listOutbox().owed).toEqual([]);
    desk.advance(3_600_000);
    await desk.custodian.rotateRing({ tenant });
    expect(desk.custodian.listOutbox().owed).toMatchObject([
      { missing: [kidIn(desk, tenant, 'next')], reordered: true },
    ]);
    await push(desk);
    desk.advance(400 * 86_400_000);
    const gone = kidIn(desk, tenant, 'previous');
    await desk.custodian.revokeKey({ tenant, kid: gone, reason: 'retired', compromised: false });
    await desk.custodian.reissueCertificate(reissueSchema.parse({ tenant, kid: kidIn(desk, tenant, 'current') }));
    expect(desk.custodian.listOutbox().owed).toMatchObject([
      { missing: [], lingering: [gone], altered: [kidIn(desk, tenant, 'current')], reordered: false },
    ]);
    offline();
    await desk.custodian.queuePublication({ tenant });
    expect(desk.custodian.listOutbox().owed).toEqual([]);
  });
});
