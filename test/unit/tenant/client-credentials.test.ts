import { describe, expect, it } from 'vitest';
import { boundedFetch } from '../../../main/tenant/bounded-fetch.ts';
import { direct } from '../../support/network.ts';
import { createTokenSource, type TokenSource } from '../../../main/tenant/client-credentials.ts';
import { type SteppingClock, steppingClock } from '../sandbox/open-sandbox.ts';
import { type Respond, sendJson, type StubServer, stubServer } from './stub-server.ts';
import { failureOf } from '../../support/outcome.ts';

const SECRET = 'client-secret-0123456789';
const READ = ['read:custom_signing_keys'];

interface Under {
  remote: StubServer;
  clock: SteppingClock;
  tokens: TokenSource;
}

async function tokensFrom(respond: Respond): Promise<Under> {
  const remote = await stubServer(respond);
  const clock = steppingClock();
  const tokens = createTokenSource({
    tokenUrl: `${remote.url}/oauth/token`,
    audience: 'https://acme.eu.auth0.com/api/v2/',
    prove: async () => ({ members: { client_id: 'client', client_secret: SECRET }, secrets: [SECRET] }),
    fetch: boundedFetch(direct),
    clock,
  });
  return { remote, clock, tokens };
}

function grant(more: Record<string, unknown> = {}): Respond {
  let count = 0;
  return (_, response) => {
    count += 1;
    const reply = { access_token: `token-${count}`, expires_in: 86_400, scope: READ.join(' '), token_type: 'Bearer' };
    sendJson(response, 200, { ...reply, ...more });
  };
}

describe('a token', () => {
  it('is asked for by form, once, however many want it', async () => {
    const { remote, tokens } = await tokensFrom(grant());
    expect(await Promise.all([tokens.token(READ), tokens.token(READ)])).toEqual(['token-1', 'token-1']);
    expect(await tokens.token(READ)).toBe('token-1');
    expect(remote.asked).toHaveLength(1);
    expect(remote.asked[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(remote.asked[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client',
      client_secret: SECRET,
      audience: 'https://acme.eu.auth0.com/api/v2/',
    });
  });

  it('is renewed a minute before it expires, and after it was not accepted', async () => {
    const { clock, tokens } = await tokensFrom(grant());
    await tokens.token(READ);
    clock.advance(86_339_000);
    expect(await tokens.token(READ)).toBe('token-1');
    clock.advance(1000);
    expect(await tokens.token(READ)).toBe('token-2');
    tokens.forget();
    // What was asked with it may still be answered.
    expect(tokens.held()).toContain('token-2');
    expect(await tokens.token(READ)).toBe('token-3');
    expect(tokens.held()).toContain('token-3');
  });

  it('without a needed scope is refused before anything is tried with it, and asked for anew next time', async () => {
    const { remote, tokens } = await tokensFrom(grant());
    const needed = ['create:custom_signing_keys', 'read:custom_signing_keys', 'update:custom_signing_keys'];
    for (const asked of [1, 2]) {
      expect(await failureOf(tokens.token(needed))).toMatchObject({
        code: 'REMOTE_SCOPE_MISSING',
        facts: { scopes: 'create:custom_signing_keys, update:custom_signing_keys' },
      });
      expect(remote.asked).toHaveLength(asked);
    }
  });

  it.each([undefined, null])('whose scopes are not told is tried', async (scope) => {
    const { tokens } = await tokensFrom(grant({ scope }));
    expect(await tokens.token(READ)).toBe('token-1');
  });

  it.each([
    ['a number', 600, 540],
    ['a text', '600', 540],
    ['not told', undefined, 240],
    ['null', null, 240],
    ['a life without end', Number.MAX_VALUE, 86_340],
  ])('whose life is %s is renewed in time', async (_, expires_in, seconds) => {
    const { clock, tokens } = await tokensFrom(grant({ expires_in }));
    await tokens.token(READ);
    clock.advance(seconds * 1000 - 1);
    expect(await tokens.token(READ)).toBe('token-1');
    clock.advance(1);
    expect(await tokens.token(READ)).toBe('token-2');
  });
});

describe('failures', () => {
  it.each([
    [
      401,
      { error: 'invalid_client', error_description: 'client_assertion iat is in the future' },
      { code: 'REMOTE_UNAUTHORISED', facts: { detail: 'client_assertion iat is in the future' } },
    ],
    [403, { error: 'access_denied' }, { code: 'REMOTE_UNAUTHORISED', facts: { detail: 'access_denied' } }],
    [401, {}, { code: 'REMOTE_UNAUTHORISED', facts: { detail: null } }],
    [
      400,
      { error: 'invalid_request', error_description: 'no audience' },
      { code: 'REMOTE_REFUSED', facts: { detail: 'no audience' } },
    ],
    [429, {}, { code: 'REMOTE_RATE_LIMITED' }],
    [500, { error_description: 'try later' }, { code: 'REMOTE_FAILED', facts: { detail: 'try later' } }],
    [200, { access_token: 'x' }, { code: 'REMOTE_MALFORMED' }],
    [200, { access_token: 'x', token_type: 'Bearer', expires_in: 'soon' }, { code: 'REMOTE_MALFORMED' }],
    [200, { access_token: 'x', token_type: 'Bearer', expires_in: 0 }, { code: 'REMOTE_MALFORMED' }],
    [200, '<html>', { code: 'REMOTE_MALFORMED' }],
    [200, { access_token: 'x', token_type: 'mac', expires_in: 5 }, { code: 'REMOTE_MALFORMED' }],
  ])('%i %j', async (status, body, expected) => {
    const { tokens } = await tokensFrom((_, response) => sendJson(response, status, body));
    expect(await failureOf(tokens.token(READ))).toMatchObject(expected);
  });

  it.each([
    [400, 'REMOTE_REFUSED'],
    [401, 'REMOTE_UNAUTHORISED'],
    [500, 'REMOTE_FAILED'],
  ])('never repeat the client secret, even when the remote echoes it (%i)', async (status, code) => {
    const { tokens } = await tokensFrom(({ body }, response) =>
      sendJson(response, status, { error: 'invalid_request', error_description: `you sent ${body}` }),
    );
    const error = await failureOf(tokens.token(READ));
    expect(error).toMatchObject({ code });
    expect(JSON.stringify(error)).not.toContain(SECRET);
  });

  it('are not remembered', async () => {
    let asked = 0;
    const good = grant();
    const { tokens } = await tokensFrom((request, response) => {
      asked += 1;
      if (asked === 1) {
        sendJson(response, 500, {});
      } else {
        good(request, response);
      }
    });
    expect(await failureOf(tokens.token(READ))).toMatchObject({ code: 'REMOTE_FAILED' });
    expect(await tokens.token(READ)).toBe('token-1');
  });
});
