// Stopping work of the network: looks at any moment, changes until they are sent. A real server over loopback stands still
// exactly where the test wants it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../support/desk.ts';
import { createGate, type Gate } from '../../support/gate.ts';
import { type JwksServer, startJwksServer } from '../../support/jwks-server.ts';
import { addJwksTenant, TOKEN } from '../../support/jwks-tenant.ts';

const tenant = 'Acme';
const GET = 'before GET /admin/jwks';
const LOOK = 'before GET /.well-known/jwks.json';

let gate: Gate;
let server: JwksServer;
let desk: Desk;

async function open(deadlineMs?: number): Promise<void> {
  gate = createGate();
  server = await startJwksServer({ authorization: `Bearer ${TOKEN}`, gate });
  desk = openDesk(deadlineMs === undefined ? {} : { deadlineMs });
  await addJwksTenant(desk, server);
}

beforeEach(() => open());
afterEach(async () => {
  await Promise.all([server.close(), desk.close()]);
});

const actions = (): string[] => desk.custodian.listAudit({ afterSeq: 0, limit: 200 }).map(({ action }) => action);
const announced = (): (string | null)[] =>
  desk.custodian.showTenant({ tenant }).rings.flatMap(({ keys }) => keys.map(({ announcedAt }) => announcedAt));
const methods = (): string[] => server.asked.map(({ method }) => method);
const code = (error: unknown): unknown => (error as { code?: unknown }).code;

interface Pushing {
  outcome: Promise<unknown>;
  stop: AbortController;
  told: string[];
}

/** A push that notes what it says on its way. */
function push(hash: string): Pushing {
  const stop = new AbortController();
  const told: string[] = [];
  const sending = (): void => void told.push('sending');
  const outcome = desk.custodian
    .pushPublication({ tenant, hash }, { signal: stop.signal, sending })
    .then(({ publication }) => publication.kids, code);
  return { outcome, stop, told };
}

const previewed = async (): Promise<string> => (await desk.custodian.previewPublication({ tenant })).hash;

describe('a look', () => {
  it.each([
    ['a preview, at the set', GET, (signal: AbortSignal) => desk.custodian.previewPublication({ tenant }, { signal })],
    [
      'a preview, from outside',
      LOOK,
      (signal: AbortSignal) => desk.custodian.previewPublication({ tenant }, { signal }),
    ],
    ['what is published', GET, (signal: AbortSignal) => desk.custodian.publishedKeys({ tenant }, { signal })],
    ['a proof', LOOK, (signal: AbortSignal) => desk.custodian.provePublication({ tenant }, { signal })],
  ])('ends at once: %s', async (_, place, look) => {
    const { reached } = gate.hold(place);
    const stop = new AbortController();
    const outcome = look(stop.signal).then(() => 'an answer', code);
    await reached;
    stop.abort();
    expect(await outcome).toBe('CANCELLED');
    expect(desk.custodian.listEvidence({ tenant })).toEqual([]);
  });

  it('for drift leaves what was known, and does not call the tenant unreadable', async () => {
    await push(await previewed()).outcome;
    const before = desk.custodian.showTenant({ tenant }).drift;
    for (const place of [GET, LOOK]) {
      const { reached, open: letGo } = gate.hold(place);
      const stop = new AbortController();
      const outcome = desk.custodian.lookForDrift({ tenant }, { signal: stop.signal }).then(() => 'an answer', code);
      await reached;
      stop.abort();
      expect(await outcome).toBe('CANCELLED');
      letGo();
    }
    expect(desk.custodian.showTenant({ tenant }).drift).toEqual(before);
  });

  it('is let go while it waits for its turn', async () => {
    const hash = await previewed();
    const { reached, open: letGo } = gate.hold('before PUT /admin/jwks');
    const first = push(hash);
    await reached;
    const second = push(hash);
    second.stop.abort();
    expect(await second.outcome).toBe('CANCELLED');
    letGo();
    expect(await first.outcome).toHaveLength(2);
    expect(methods().filter((method) => method === 'PUT')).toHaveLength(1);
    expect(second.told).toEqual([]);
  });
});

describe('a push', () => {
  it.each([
    ['reads the set', GET, 0],
    ['looks from outside', LOOK, 0],
    ['reads the set again', GET, 1],
  ])('that is stopped while it %s sent nothing and announced nothing', async (_, place, skip) => {
    const hash = await previewed();
    const { reached } = gate.hold(place, skip);
    const { outcome, stop, told } = push(hash);
    await reached;
    stop.abort();
    expect(await outcome).toBe('CANCELLED');
    expect(methods()).not.toContain('PUT');
    expect(told).toEqual([]);
    expect(announced()).toEqual([null, null]);
    expect(actions().filter((action) => action.startsWith('publish.'))).toEqual([]);
  });

  it.each(['before PUT /admin/jwks', 'after PUT /admin/jwks'])(
    'that was sent is seen to its end, held %s',
    async (place) => {
      const hash = await previewed();
      const { reached, open: letGo } = gate.hold(place);
      const { outcome, stop, told } = push(hash);
      await reached;
      expect(told).toEqual(['sending']);
      stop.abort();
      letGo();
      const kids = (JSON.parse((await outcome, server.document()) ?? '') as { keys: { kid: string }[] }).keys;
      expect(await outcome).toEqual(kids.map(({ kid }) => kid));
      expect(actions().filter((action) => /^publish\.(sent|confirmed|failed)$/.test(action))).toEqual([
        'publish.sent',
        'publish.confirmed',
      ]);
    },
  );

  it('that was sent, stopped and never answered is learned by reading back', async () => {
    await Promise.all([server.close(), desk.close()]);
    await open(1500);
    const hash = await previewed();
    const { reached } = gate.hold('after PUT /admin/jwks');
    const { outcome, stop } = push(hash);
    await reached;
    stop.abort();
    expect(await outcome).toHaveLength(2);
    expect(desk.custodian.publicationHistory({ tenant })).toHaveLength(1);
    expect(announced()).not.toContain(null);
  });
});

describe('a plan', () => {
  it('begins no further step, and says where it stands', async () => {
    const { hash, steps } = desk.custodian.showPlan({ tenant, ring: 'default', order: 'apps-first' });
    const { reached } = gate.hold(GET);
    const stop = new AbortController();
    const run = desk.custodian.runPlan({ tenant, ring: 'default', hash }, { signal: stop.signal });
    await reached;
    stop.abort();
    expect((await run).steps.map(({ state }) => state)).toEqual(steps.map(({ state }) => state));
    expect(methods()).not.toContain('PUT');
  });
});
