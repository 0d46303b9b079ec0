import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DOMAIN, kidsOf, openSandbox, type OpenSandbox } from './open-sandbox.ts';

const LIST = '/keys/signing';

const listOf = async ({ manage }: OpenSandbox): Promise<Record<string, unknown>[]> => (await manage('GET', LIST)).list;

async function kidOf(open: OpenSandbox, state: 'current' | 'next' | 'previous'): Promise<string> {
  return String((await listOf(open)).find((key) => key[state] === true)?.['kid']);
}

const jwksKids = async ({ ask }: OpenSandbox): Promise<unknown[]> =>
  kidsOf(await ask('GET', `/${DOMAIN}/.well-known/jwks.json`));

describe("the tenant's own keys", () => {
  it('are next and current, each with the flag of its own state only', async () => {
    const open = await openSandbox();
    const keys = await listOf(open);
    expect(keys.map(({ kid }) => /^[A-Za-z0-9_-]{21}$/.test(String(kid)))).toEqual([true, true]);
    expect(keys[0]).toMatchObject({ next: true });
    expect(keys[0]).not.toHaveProperty('current');
    expect(keys[0]).not.toHaveProperty('current_since');
    expect(keys[1]).toMatchObject({ current: true, current_since: '2026-11-22T08:00:00.000Z' });
    const one = await open.manage('GET', `${LIST}/${String(keys[1]?.['kid'])}`);
    expect(one.json).toEqual(keys[1]);
    expect((await open.manage('GET', `${LIST}/nobody`)).status).toBe(404);
  });

  it('have a self-signed certificate for the canonical domain', async () => {
    const [key] = await listOf(await openSandbox());
    const certificate = new X509Certificate(String(key?.['cert']));
    expect(certificate.subject).toBe(`CN=${DOMAIN}`);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(key?.['cert']).toMatch(/^-----BEGIN CERTIFICATE-----\r\n[^]*-----END CERTIFICATE-----$/);
  });

  it('move on a rotation: current to previous, next to current, and a fresh next', async () => {
    const open = await openSandbox();
    const [current, next] = [await kidOf(open, 'current'), await kidOf(open, 'next')];
    const rotated = await open.manage('POST', `${LIST}/rotate`);
    expect(rotated.status).toBe(201);
    expect(await kidOf(open, 'previous')).toBe(current);
    expect(await kidOf(open, 'current')).toBe(next);
    expect(await kidOf(open, 'next')).toBe(rotated.json['kid']);
    expect(await jwksKids(open)).toEqual([next, rotated.json['kid'], current]);
  });

  it('can be revoked only when previous, leave the JWKS then, and stay in the list', async () => {
    const open = await openSandbox();
    await open.manage('POST', `${LIST}/rotate`);
    for (const state of ['current', 'next'] as const) {
      expect((await open.manage('PUT', `${LIST}/${await kidOf(open, state)}/revoke`)).status).toBe(404);
    }
    const previous = await kidOf(open, 'previous');
    expect(await open.manage('PUT', `${LIST}/${previous}/revoke`)).toMatchObject({
      status: 200,
      json: { kid: previous },
    });
    expect(await jwksKids(open)).not.toContain(previous);
    expect((await listOf(open)).find(({ kid }) => kid === previous)).toMatchObject({
      revoked: true,
      revoked_at: '2026-11-22T08:00:00.000Z',
    });
    expect((await open.manage('PUT', `${LIST}/${previous}/revoke`)).status).toBe(404);
    expect((await open.manage('PUT', `${LIST}/nobody/revoke`)).status).toBe(404);
  });

  it('rotate a few times a day, and the count outlives the server', async () => {
    const open = await openSandbox({ settings: { rotationsPerDay: 2 } });
    const first = await open.manage('POST', `${LIST}/rotate`);
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '1' });
    await open.manage('POST', `${LIST}/rotate`);
    await open.sandbox.stop();
    const later = await openSandbox({ folder: open.folder, settings: { rotationsPerDay: 2 } });
    const refused = await later.manage('POST', `${LIST}/rotate`);
    expect(refused).toMatchObject({ status: 429, json: { errorCode: 'too_many_requests' } });
    expect(refused.headers['x-ratelimit-reset']).toBe(String(Date.parse('2026-11-23T08:00:00Z') / 1000));
    later.clock.advance(86_400_000);
    const scopes = ['create:signing_keys', 'update:signing_keys'];
    expect((await later.manage('POST', `${LIST}/rotate`, { scopes })).status).toBe(201);
  });

  it('follow the settings where the tenant is not known', async () => {
    const open = await openSandbox({
      settings: { previousPosition: 'before-next', severalPrevious: false, revokeNotPreviousStatus: 400 },
    });
    const current = await kidOf(open, 'current');
    await open.manage('POST', `${LIST}/rotate`);
    expect((await jwksKids(open))[1]).toBe(current);
    await open.manage('POST', `${LIST}/rotate`);
    expect((await listOf(open)).find(({ kid }) => kid === current)).toMatchObject({ revoked: true });
    expect((await open.manage('PUT', `${LIST}/${current}/revoke`)).status).toBe(400);
  });
});
