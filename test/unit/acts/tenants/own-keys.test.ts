import { X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OwnKeysView } from '../../../../shared/domain/tenant/own-keys.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { push } from '../../../support/tenant-keys.ts';

type Wire = typeof globalThis.fetch;

const tenant = 'Acme';
const ROTATE = /\/keys\/signing\/rotate$/;
const LIST = /\/keys\/signing$/;

let desk: Desk;
/** What the network does; every request passes it. */
let wire: Wire;
let sent: string[];

beforeEach(async () => {
  wire = globalThis.fetch;
  sent = [];
  desk = openDesk({
    fetch: (input, init) => {
      sent.push(`${init?.method ?? 'GET'} ${urlOf(input)}`);
      return wire(input, init);
    },
  });
  await desk.custodian.addTenant({ ...ACME, jwksUrl: null });
});
afterEach(() => desk.close());

const urlOf = (input: Parameters<Wire>[0]): string => (input instanceof Request ? input.url : String(input));
const list = (): Promise<OwnKeysView> => desk.custodian.listOwnKeys({ tenant });
const rotate = () => desk.custodian.rotateOwnKeys({ tenant });
const kidIn = ({ keys }: OwnKeysView, state: KeyState): string => keys.find((key) => key.state === state)?.kid ?? '';
const states = ({ keys }: OwnKeysView): KeyState[] => keys.map(({ state }) => state);
const count = (pattern: RegExp): number => sent.filter((line) => pattern.test(line)).length;
const lastActs = (howMany: number) =>
  desk.custodian
    .listAudit({ afterSeq: 0, limit: 1000 })
    .slice(-howMany)
    .map(({ action, details }) => [action, details]);

describe('the own keys of a tenant', () => {
  it('are listed with their certificates and the rotations that are left', async () => {
    const view = await list();
    expect(states(view)).toEqual(['next', 'current']);
    expect(view.keys[1]).toMatchObject({
      currentUntil: null,
      revokedAt: null,
      certificate: { subject: 'CN=acme.eu.auth0.com' },
    });
    expect(view.keys[1]?.currentSince).not.toBeNull();
    expect(view.budget).toEqual({ limit: 5, used: 0, remaining: 5, nextAt: null });
  });

  it('are rotated once, with a trace before and after', async () => {
    const before = await list();
    desk.advance(1000);
    const after = await rotate();
    expect(states(after)).toEqual(['next', 'current', 'previous']);
    expect(kidIn(after, 'current')).toBe(kidIn(before, 'next'));
    expect(kidIn(after, 'previous')).toBe(kidIn(before, 'current'));
    expect(after).toMatchObject({
      answered: true,
      budget: { used: 1, remaining: 4, nextAt: '2026-11-23T08:00:01.000Z' },
    });
    expect(count(ROTATE)).toBe(1);
    const keys = { from: kidIn(before, 'current'), to: kidIn(before, 'next') };
    expect(lastActs(2)).toEqual([
      ['remote.key-rotated-sent', keys],
      ['remote.key-rotated', { ...keys, answered: true }],
    ]);
  });

  it('are rotated five times a day, and then it is said until when', async () => {
    for (let times = 0; times < 5; times += 1) {
      await rotate();
      desk.advance(3_600_000);
    }
    expect((await list()).budget).toMatchObject({ used: 5, remaining: 0, nextAt: '2026-11-23T08:00:00.000Z' });
    await expect(rotate()).rejects.toMatchObject({
      code: 'REMOTE_RATE_LIMITED',
      facts: { until: '2026-11-23T08:00:00.000Z' },
    });
    expect(lastActs(1)[0]?.[0]).toBe('remote.key-rotated-sent');
    desk.advance(20 * 3_600_000);
    expect((await rotate()).budget).toMatchObject({ used: 4, remaining: 1 });
  });

  it('are revoked when they are previous, and not otherwise', async () => {
    const before = await list();
    for (const state of ['current', 'next'] as const) {
      await expect(desk.custodian.revokeOwnKey({ tenant, kid: kidIn(before, state) })).rejects.toMatchObject({
        code: 'KEY_STATE',
        facts: { state },
      });
    }
    await expect(desk.custodian.revokeOwnKey({ tenant, kid: 'nobody' })).rejects.toMatchObject({
      code: 'KEY_NOT_FOUND',
    });
    const kid = kidIn(await rotate(), 'previous');
    expect(states(await desk.custodian.revokeOwnKey({ tenant, kid }))).toEqual(['next', 'current', 'revoked']);
    expect(lastActs(1)).toEqual([['remote.key-revoked', { kid, answered: true }]]);
    await expect(desk.custodian.revokeOwnKey({ tenant, kid })).rejects.toMatchObject({ code: 'KEY_STATE' });
    expect(count(/\/revoke$/)).toBe(1);
  });

  it('do not exist at a plain JWKS endpoint', async () => {
    await desk.custodian.addTenant({ ...ACME, name: 'Plain', endpoint: 'jwks', jwksUrl: null });
    await expect(desk.custodian.listOwnKeys({ tenant: 'Plain' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('an answer that is lost', () => {
  const failing = (pattern: RegExp, more: { after?: number; arrives?: boolean } = {}): void => {
    const { after = 0, arrives = false } = more;
    let seen = 0;
    wire = async (input, init) => {
      const hit = pattern.test(urlOf(input)) && (seen += 1) > after;
      if (hit && !arrives) {
        throw new TypeError('fetch failed');
      }
      const response = await fetch(input, init);
      if (hit) {
        throw new TypeError('fetch failed');
      }
      return response;
    };
  };

  it('is learned by reading back when the rotation happened', async () => {
    const before = await list();
    failing(ROTATE, { arrives: true });
    const after = await rotate();
    expect(after.answered).toBe(false);
    expect(kidIn(after, 'current')).toBe(kidIn(before, 'next'));
    expect(count(ROTATE)).toBe(1);
    expect(lastActs(1)[0]).toMatchObject(['remote.key-rotated', { answered: false }]);
  });

  it('is a failure when it did not happen', async () => {
    const before = await list();
    failing(ROTATE);
    await expect(rotate()).rejects.toMatchObject({ code: 'REMOTE_UNREACHABLE' });
    expect(await list()).toEqual(before);
    expect(count(ROTATE)).toBe(1);
    expect(lastActs(1)[0]?.[0]).toBe('remote.key-rotated-sent');
  });

  it('stays open when reading back fails too', async () => {
    await list();
    failing(LIST, { after: 1 });
    await expect(rotate()).rejects.toMatchObject({
      code: 'REMOTE_OUTCOME_UNKNOWN',
      facts: { tenant, action: 'rotation' },
    });
    expect(count(ROTATE)).toBe(1);
  });

  it('of a revocation is learned in the same way', async () => {
    const kid = kidIn(await rotate(), 'previous');
    failing(/\/revoke$/, { arrives: true });
    expect(await desk.custodian.revokeOwnKey({ tenant, kid })).toMatchObject({ answered: false });
    expect(count(/\/revoke$/)).toBe(1);
  });

  it('of another shape is told as what it is', async () => {
    const answers = async (value: unknown): Promise<unknown> => {
      wire = async (input, init) => (LIST.test(urlOf(input)) ? Response.json(value) : fetch(input, init));
      return list().catch((error: unknown) => error);
    };
    const malformed = { code: 'REMOTE_MALFORMED' };
    const [{ keys }, cert] = [await list(), 'no certificate'];
    expect(keys).toHaveLength(2);
    expect(await answers({ keys: [] })).toMatchObject(malformed);
    expect(await answers([{ kid: 'k', cert, current: true }])).toMatchObject(malformed);
    expect(await answers([{ kid: '', cert }])).toMatchObject(malformed);
  });
});

describe('files of the own keys', () => {
  const text = async (order: Record<string, string>): Promise<string> => {
    const file = await desk.custodian.exportOwnKeys({ tenant, state: 'current', format: 'pem', ...order });
    await desk.custodian.recordOwnExport(tenant, file);
    const { bytes } = file;
    return Buffer.from(bytes).toString('utf8');
  };

  it('are of the current key, or of another by state or kid', async () => {
    const view = await list();
    const sha256 = (pem: string): string => new X509Certificate(pem).fingerprint256;
    const shown = (state: KeyState) => view.keys.find((key) => key.state === state)?.certificate.sha256;
    expect(sha256(await text({}))).toBe(shown('current'));
    expect(sha256(await text({ state: 'next' }))).toBe(shown('next'));
    expect(sha256(await text({ kid: kidIn(view, 'next') }))).toBe(shown('next'));
    await expect(text({ kid: 'nobody' })).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' });
    await expect(text({ state: 'previous' })).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' });
  });

  it('hold what the tenant publishes, and leave their trace', async () => {
    const view = await list();
    const { keys } = JSON.parse(await text({ format: 'jwks' })) as { keys: { kid: string }[] };
    expect(keys.map(({ kid }) => kid)).toEqual([kidIn(view, 'next'), kidIn(view, 'current')]);
    expect(lastActs(1)).toMatchObject([
      ['remote.key-exported', { format: 'jwks', kids: [kidIn(view, 'next'), kidIn(view, 'current')] }],
    ]);
    await rotate();
    expect(await text({ format: 'csv' })).toContain(kidIn(view, 'current'));
    expect(await text({ format: 'raw-pem', profile: 'auth0', state: 'previous' })).toMatch(
      /^-----BEGIN CERTIFICATE-----\r\n/,
    );
  });
});

describe('before the first push', () => {
  /** An Auth0 tenant whose part is played by the sandbox. */
  async function auth0Tenant(customDomain: string | null, scopes?: readonly string[]): Promise<void> {
    const domain = 'real.eu.auth0.com';
    const { url } = await desk.sandbox.start();
    const { clientId, clientSecret } = await desk.sandbox.register({ domain, customDomain, ...(scopes && { scopes }) });
    const jwksUrl = `${url}/id.real.example/.well-known/jwks.json`;
    const addresses = { domain, customDomain: 'id.real.example', apiBaseUrl: `${url}/${domain}/api/v2`, jwksUrl };
    await desk.custodian.addTenant({ ...ACME, ...addresses, name: 'Real', endpoint: 'auth0' });
    await desk.custodian.credentials.store(
      { tenant: 'Real', kind: 'client-secret', clientId },
      { secret: Buffer.from(clientSecret), certificate: Buffer.alloc(0), key: Buffer.alloc(0) },
    );
  }

  it('a tenant whose custom domain is not ready is told, and nothing is sent', async () => {
    await auth0Tenant(null);
    await expect(push(desk, 'Real')).rejects.toMatchObject({
      code: 'DOMAIN_NOT_READY',
      facts: { domain: 'id.real.example', status: null },
    });
    expect(count(/^PUT /)).toBe(0);
    wire = async (input, init) =>
      urlOf(input).endsWith('/custom-domains')
        ? Response.json([{ domain: 'id.real.example', status: 'pending_verification' }])
        : fetch(input, init);
    await expect(push(desk, 'Real')).rejects.toMatchObject({ facts: { status: 'pending_verification' } });
  });

  it('a ready one is asked for once', async () => {
    await auth0Tenant('id.real.example');
    await push(desk, 'Real');
    await push(desk, 'Real');
    expect([count(/\/custom-domains$/), count(/^PUT /)]).toEqual([1, 2]);
  });

  it('nothing is held up where the scope to ask is missing', async () => {
    const scopes = ['create', 'read', 'update'].map((verb) => `${verb}:custom_signing_keys`);
    await auth0Tenant('id.real.example', scopes);
    await push(desk, 'Real');
    expect([count(/\/custom-domains$/), count(/^PUT /)]).toEqual([0, 1]);
  });
});

describe('stopping', () => {
  const acts = (): string[] => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).map(({ action }) => action);

  /** Stops the rotation when the request arrives there; the request goes on when it was let go. */
  async function stoppedAt(place: RegExp): Promise<{ outcome: unknown; told: number }> {
    const stop = new AbortController();
    let told = 0;
    let letGo = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    wire = async (input, init) => {
      if (place.test(urlOf(input)) && !stop.signal.aborted) {
        stop.abort();
        await opened;
      }
      return fetch(input, init);
    };
    const sending = (): void => {
      told += 1;
      letGo();
    };
    const change = desk.custodian.rotateOwnKeys({ tenant }, { signal: stop.signal, sending });
    const outcome = await change.then(states, (error: unknown) => (error as { code?: unknown }).code);
    letGo();
    return { outcome, told };
  }

  it('ends a rotation that was not sent, and leaves no trace of one', async () => {
    expect(await stoppedAt(LIST)).toEqual({ outcome: 'CANCELLED', told: 0 });
    expect(count(ROTATE)).toBe(0);
    expect(acts()).not.toContain('remote.key-rotated-sent');
  });

  it('lets a rotation that was sent come to its end', async () => {
    expect(await stoppedAt(ROTATE)).toEqual({ outcome: ['next', 'current', 'previous'], told: 1 });
    expect(count(ROTATE)).toBe(1);
    expect(acts()).toContain('remote.key-rotated');
  });

  it('ends a look at them', async () => {
    const stop = new AbortController();
    wire = async () => {
      stop.abort();
      return new Promise<Response>(() => undefined);
    };
    await expect(desk.custodian.listOwnKeys({ tenant }, { signal: stop.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});
