// Both sides of the wire against the description of the Management API: what our client sends and the sandbox answers in
// every act, and what the sandbox answers when it refuses.
import { afterEach, describe, expect, it } from 'vitest';
import { createFaultQueue } from '../../main/sandbox/faults.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { pooledKeys } from '../support/pooled-keys.ts';
import {
  type Exchange,
  problemsOf,
  requestProblemsOf,
  responseProblemsOf,
  situationOf,
  situations,
} from '../support/openapi/conformance.ts';
import { recordingFetch } from '../support/openapi/recording-fetch.ts';
import { DOMAIN, grantBody, openSandbox, type OpenSandbox, type Reply } from '../unit/sandbox/open-sandbox.ts';

const tenant = ACME.name;
const CUSTOM = '/keys/custom-signing';
const KEY = { kty: 'EC', kid: 'ours' };

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

/** Every act that talks to the tenant; answers with all that went over the wire. */
async function everyAct(proof: 'secret' | 'key'): Promise<Exchange[]> {
  const { fetch, exchanges } = recordingFetch(ACME.domain);
  desk = openDesk({ fetch, generate: pooledKeys() });
  const { custodian, sandbox } = desk;
  const { url } = await sandbox.start();
  const addresses = {
    apiBaseUrl: `${url}/${ACME.domain}/api/v2`,
    jwksUrl: `${url}/${ACME.customDomain}/.well-known/jwks.json`,
  };
  await custodian.addTenant({ ...ACME, endpoint: 'auth0', ...addresses });
  const [key] = custodian.showTenant({ tenant }).rings[0]?.keys ?? [];
  if (key === undefined) {
    throw new Error('no key');
  }
  const empty = new Uint8Array();
  const registration = { domain: ACME.domain, customDomain: ACME.customDomain };
  if (proof === 'key') {
    const { clientId } = await sandbox.registerKey({ ...registration, publicKey: key.jwk });
    const order = { tenant, kind: 'private-key-jwt', clientId, kid: key.kid } as const;
    await custodian.credentials.store(order, { secret: empty, certificate: empty, key: empty });
  } else {
    const { clientId, clientSecret } = await sandbox.register(registration);
    const secrets = { secret: Buffer.from(clientSecret), certificate: empty, key: empty };
    await custodian.credentials.store({ tenant, kind: 'client-secret', clientId }, secrets);
  }
  for (const alg of ['PS384', 'ES256', 'ES384', 'ES512'] as const) {
    await custodian.addRing({ tenant, alg });
  }
  await change('push');
  await change('rollback');
  await change('push');
  await change('clear', []);
  const own = await custodian.rotateOwnKeys({ tenant });
  await custodian.revokeOwnKey({ tenant, kid: own.keys.find(({ state }) => state === 'previous')?.kid ?? '' });
  await custodian.listOwnKeys({ tenant });
  return exchanges;
}

async function change(act: 'push' | 'rollback' | 'clear', removeForeign?: string[]): Promise<void> {
  const intent = { tenant, act, ...(removeForeign && { removeForeign }) };
  const { hash } = (await desk?.custodian.previewPublication(intent)) ?? { hash: '' };
  await desk?.custodian.pushPublication({ ...intent, hash });
}

describe('what our client sends, and what it is answered', () => {
  it.each(['secret', 'key'] as const)('is as described, in every act, with a %s as proof', async (proof) => {
    const exchanges = await everyAct(proof);
    expect(exchanges.flatMap(problemsOf)).toEqual([]);
    expect([...new Set(exchanges.map(situationOf))].toSorted()).toEqual([
      'delete_custom_signing_keys 204',
      'get_custom_domains 200',
      'get_custom_signing_keys 200',
      'get_custom_signing_keys 404',
      'get_signing_keys 200',
      'post_signing_keys 201',
      'post_token 200',
      'put_custom_signing_keys 200',
      'put_signing_keys 200',
    ]);
  });
});

interface Asked {
  method: string;
  target: string;
  ask?: Parameters<OpenSandbox['manage']>[2];
}

/** What the sandbox answers to a request that may be nonsense. */
function answered(method: string, path: string, { status, headers, text }: Reply): Exchange {
  const get = (name: string): string | null => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  };
  return {
    method,
    path,
    requestHeaders: new Headers(),
    requestBody: '',
    status,
    responseHeaders: { get },
    responseBody: text,
  };
}

const ROUTES: Asked[] = [
  { method: 'GET', target: CUSTOM },
  { method: 'PUT', target: CUSTOM, ask: { body: { keys: [KEY] } } },
  { method: 'DELETE', target: CUSTOM },
  { method: 'GET', target: '/keys/signing' },
  { method: 'GET', target: '/keys/signing/nobody' },
  { method: 'POST', target: '/keys/signing/rotate' },
  { method: 'PUT', target: '/keys/signing/nobody/revoke' },
  { method: 'GET', target: '/custom-domains' },
];

const pathOf = (target: string): string => `/api/v2${target}`;
const templateOf = (target: string): string => pathOf(target).replace('nobody', ':kid');

/** Every refusal that the sandbox knows. */
async function everyRefusal(): Promise<Exchange[]> {
  const faults = createFaultQueue();
  const open = await openSandbox({ settings: { faults } });
  const { manage, ask, sandbox } = open;
  const found: Exchange[] = [];
  for (const { method, target, ask: more } of ROUTES) {
    const path = pathOf(target);
    found.push(answered(method, path, await ask(method, `/${DOMAIN}${path}`, more)));
    found.push(answered(method, path, await manage(method, target, { ...more, scopes: ['read:clients'] })));
    faults.set({ kind: 'limited', seconds: 60, method, path: templateOf(target) });
    found.push(answered(method, path, await manage(method, target, more)));
    expect(faults.left()).toBe(0);
  }
  for (const { method, target } of ROUTES.filter(({ target: one }) => one.includes('nobody'))) {
    found.push(answered(method, pathOf(target), await manage(method, target)));
  }
  found.push(answered('GET', pathOf(CUSTOM), await manage('GET', CUSTOM)));
  for (const body of [{ keys: [] }, { keys: [{ ...KEY, d: 'AA' }] }, { keys: [KEY], more: 1 }, [], 'text']) {
    found.push(answered('PUT', pathOf(CUSTOM), await manage('PUT', CUSTOM, { body })));
  }
  const { clientId, clientSecret } = await sandbox.register({ domain: DOMAIN, customDomain: null });
  const good = grantBody(clientId, clientSecret);
  const grants = [{ ...good, client_secret: 'no' }, { ...good, audience: 'no' }, { ...good, grant_type: 'no' }, {}];
  for (const body of grants) {
    found.push(answered('POST', '/oauth/token', await ask('POST', `/${DOMAIN}/oauth/token`, { body })));
  }
  faults.set({ kind: 'limited', seconds: 60, method: 'POST', path: '/oauth/token' });
  found.push(answered('POST', '/oauth/token', await ask('POST', `/${DOMAIN}/oauth/token`, { body: good })));
  return found;
}

describe('what the sandbox answers', () => {
  it('is as described when it refuses', async () => {
    const refusals = await everyRefusal();
    expect(
      refusals.flatMap((one) => responseProblemsOf(one).map((problem) => `${situationOf(one)} ${problem}`)),
    ).toEqual([]);
    // What is left is what went well, and what this side finds no way to provoke.
    const seen = new Set(refusals.map(situationOf));
    expect(situations().filter((situation) => !seen.has(situation) && !/ 20\d$/.test(situation))).toEqual([
      'get_signing_keys 400',
      'get_signing_key 400',
    ]);
  });

  it('is as described for one signing key, whatever its state', async () => {
    const { manage } = await openSandbox();
    await manage('POST', '/keys/signing/rotate');
    const previous = (await manage('GET', '/keys/signing')).list.find((key) => key['previous'] === true)?.['kid'];
    await manage('POST', '/keys/signing/rotate');
    await manage('PUT', `/keys/signing/${String(previous)}/revoke`);
    const { list } = await manage('GET', '/keys/signing');
    expect(list).toHaveLength(4);
    for (const { kid } of list) {
      const target = `/keys/signing/${String(kid)}`;
      expect(responseProblemsOf(answered('GET', pathOf(target), await manage('GET', target)))).toEqual([]);
    }
  });

  it.each([
    ['the limit of the whole API', { managementLimit: { burst: 0, perSecond: 1 } }, 'GET', CUSTOM, 429],
    ['the limit of rotations', { rotationsPerDay: 0 }, 'POST', '/keys/signing/rotate', 429],
    ['a plan without custom keys', { entitled: false }, 'GET', CUSTOM, 403],
  ] as const)('is as described for %s', async (_, settings, method, target, status) => {
    const { manage } = await openSandbox({ settings });
    const reply = await manage(method, target);
    expect([reply.status, responseProblemsOf(answered(method, pathOf(target), reply))]).toEqual([status, []]);
  });
});

describe('the description', () => {
  const sent = (method: string, path: string, body: unknown, headers: Record<string, string> = {}): Exchange => ({
    ...answered(method, path, { status: 200, headers: {}, text: '', json: {}, list: [] }),
    requestHeaders: new Headers({ authorization: 'Bearer t', 'content-type': 'application/json', ...headers }),
    requestBody: body === '' ? '' : JSON.stringify(body),
  });

  it.each([
    ['a private member', sent('PUT', pathOf(CUSTOM), { keys: [{ ...KEY, d: 'AA' }] }), /must NOT have additional/],
    ['an empty set', sent('PUT', pathOf(CUSTOM), { keys: [] }), /fewer than 1 items/],
    ['an algorithm that is not taken', sent('PUT', pathOf(CUSTOM), { keys: [{ ...KEY, alg: 'EdDSA' }] }), /allowed/],
    ['another content type', sent('PUT', pathOf(CUSTOM), {}, { 'content-type': 'text/plain' }), /text\/plain/],
    ['a body of a rotation', sent('POST', pathOf('/keys/signing/rotate'), {}), /not asked for/],
    ['a token at the token route', sent('POST', '/oauth/token', grantBody('a', 'b')), /a token that is not asked for/],
    ['no token', sent('GET', pathOf(CUSTOM), '', { authorization: 'Basic YTpi' }), /no bearer token/],
    ['an unknown route', sent('PATCH', pathOf(CUSTOM), {}), /not described/],
  ])('catches %s', (_, exchange, problem) => {
    expect(requestProblemsOf(exchange).join('\n')).toMatch(problem);
  });

  it('catches an answer without what it must have, and a status that is none of its own', () => {
    const reply = { status: 429, headers: { 'content-type': 'application/json' }, text: '{}', json: {}, list: [] };
    const problems = responseProblemsOf(answered('GET', pathOf(CUSTOM), reply));
    expect(problems.filter((problem) => problem.includes('x-ratelimit'))).toHaveLength(3);
    expect(problems.some((problem) => problem.includes('errorCode'))).toBe(true);
    expect(responseProblemsOf(answered('GET', pathOf(CUSTOM), { ...reply, status: 409 }))).toEqual([
      'response: 409 is not described',
    ]);
  });
});
