import { describe, expect, it } from 'vitest';
import { createFaultQueue, type Fault } from '../../../main/sandbox/faults.ts';
import { CUSTOM_DOMAIN, DOMAIN, kidsOf, openSandbox, type OpenSandbox } from './open-sandbox.ts';

const PATH = '/api/v2/keys/custom-signing';
const ROUTE = '/keys/custom-signing';
const KEY = { kty: 'EC', kid: 'ours' } as const;
const put = { method: 'PUT', path: PATH } as const;
const get = { method: 'GET', path: PATH } as const;

async function disturbed(...faults: Fault[]): Promise<OpenSandbox & { faults: ReturnType<typeof createFaultQueue> }> {
  const queue = createFaultQueue();
  const open = await openSandbox({ settings: { faults: queue } });
  queue.set(...faults);
  return { ...open, faults: queue };
}

const write = ({ manage }: OpenSandbox) => manage('PUT', ROUTE, { body: { keys: [KEY] } });
const there = async ({ manage }: OpenSandbox): Promise<unknown[]> => {
  const reply = await manage('GET', ROUTE);
  return reply.status === 404 ? [] : kidsOf(reply);
};

describe('the queue', () => {
  it('meets the requests of its route alone, as often as told, after as many as told', () => {
    const queue = createFaultQueue();
    queue.set({ ...get, kind: 'truncated', skip: 1, times: 2 }, { ...put, kind: 'stale' });
    const met = [1, 2, 3, 4].map(() => queue.take('GET', PATH)?.kind ?? null);
    expect(met).toEqual([null, 'truncated', 'truncated', null]);
    expect(queue.left()).toBe(1);
    expect([queue.take('PUT', '/other'), queue.take('PUT', PATH)?.kind, queue.left()]).toEqual([null, 'stale', 0]);
  });

  it('holds nothing of what was set before', () => {
    const queue = createFaultQueue();
    queue.set({ ...get, kind: 'truncated' });
    queue.set({ ...get, kind: 'limited', seconds: 1 }, { ...get, kind: 'truncated' });
    expect([1, 2, 3].map(() => queue.take('GET', PATH)?.kind)).toEqual(['limited', 'truncated', undefined]);
  });
});

describe('a fault', () => {
  it.each([
    ['before', []],
    ['after', ['ours']],
  ] as const)('500 %s the write', async (when, kids) => {
    const open = await disturbed({ ...put, kind: 'failed', when, status: 500 });
    const { status, json } = await write(open);
    expect([status, json['statusCode'], json['error']]).toEqual([500, 500, 'Internal Server Error']);
    expect(await there(open)).toEqual(kids);
    expect((await write(open)).status).toBe(200);
  });

  it.each([
    ['before', []],
    ['after', ['ours']],
  ] as const)('a connection that ends %s the write', async (when, kids) => {
    const open = await disturbed({ ...put, kind: 'reset', when });
    await expect(write(open)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await there(open)).toEqual(kids);
  });

  it.each(['before', 'after'] as const)('an answer that takes its time %s the write', async (when) => {
    const open = await disturbed({ ...put, kind: 'slow', when, milliseconds: 20 });
    expect((await write(open)).status).toBe(200);
    expect(await there(open)).toEqual(['ours']);
  });

  it('429 with the headers of the tenant, and without the write', async () => {
    const open = await disturbed({ ...put, kind: 'limited', seconds: 90 });
    const { status, headers, json } = await write(open);
    expect([status, json['errorCode']]).toEqual([429, 'too_many_requests']);
    expect([headers['x-ratelimit-remaining'], headers['x-ratelimit-reset']]).toEqual([
      '0',
      String(open.clock.now().getTime() / 1000 + 90),
    ]);
    expect(await there(open)).toEqual([]);
  });

  it('half of an answer', async () => {
    const open = await disturbed({ ...get, kind: 'truncated' });
    await write(open);
    await expect(
      fetch(`${open.url}/${DOMAIN}${PATH}`, await bearer(open)).then((reply) => reply.text()),
    ).rejects.toThrow(/terminated/);
    expect(await there(open)).toEqual(['ours']);
  });

  it('a public set as it was before the last change', async () => {
    const open = await disturbed({ method: 'GET', path: '/.well-known/jwks.json', kind: 'stale' });
    await write(open);
    const look = () => open.ask('GET', `/${CUSTOM_DOMAIN}/.well-known/jwks.json`);
    expect(kidsOf(await look())).not.toContain('ours');
    expect(kidsOf(await look())).toContain('ours');
  });

  it('a write of somebody else right after an answer', async () => {
    const open = await disturbed({ ...get, kind: 'another-write', keys: [{ kty: 'EC', kid: 'theirs' }] });
    await write(open);
    expect(await there(open)).toEqual(['ours']);
    expect(await there(open)).toEqual(['ours', 'theirs']);
  });
});

const bearer = async ({ token }: OpenSandbox) => ({ headers: { authorization: `Bearer ${await token()}` } });
