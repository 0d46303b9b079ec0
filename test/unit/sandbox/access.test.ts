import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { ALL_SCOPES } from '../../../main/sandbox/sandbox.ts';
import { CUSTOM_DOMAIN, DOMAIN, grantBody, openSandbox } from './open-sandbox.ts';

const TOKEN_PATH = `/${DOMAIN}/oauth/token`;

describe('POST /oauth/token', () => {
  it('answers with a bearer token for a day and its scopes, for JSON and for a form', async () => {
    const { sandbox, ask } = await openSandbox();
    const { clientId, clientSecret } = await sandbox.register({ domain: DOMAIN, customDomain: CUSTOM_DOMAIN });
    const expected = { status: 200, json: { token_type: 'Bearer', expires_in: 86_400, scope: ALL_SCOPES.join(' ') } };
    const body = grantBody(clientId, clientSecret);
    expect(await ask('POST', TOKEN_PATH, { body })).toMatchObject(expected);
    expect(
      await ask('POST', TOKEN_PATH, {
        raw: new URLSearchParams(body).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ).toMatchObject(expected);
  });

  it('refuses in the OAuth shape', async () => {
    const { sandbox, ask } = await openSandbox();
    const { clientId, clientSecret } = await sandbox.register({ domain: DOMAIN, customDomain: CUSTOM_DOMAIN });
    const good = grantBody(clientId, clientSecret);
    const answers = [
      [{ ...good, client_secret: 'wrong' }, 401, 'access_denied'],
      [{ ...good, client_id: 'nobody' }, 401, 'access_denied'],
      [{ ...good, audience: `https://${DOMAIN}/api/v2` }, 403, 'access_denied'],
      [{ ...good, grant_type: 'password' }, 400, 'unsupported_grant_type'],
      [{ grant_type: 'client_credentials' }, 400, 'invalid_request'],
    ] as const;
    for (const [body, status, error] of answers) {
      const answer = await ask('POST', TOKEN_PATH, { body });
      expect(answer).toMatchObject({ status, json: { error } });
      expect(answer.json).toHaveProperty('error_description');
      expect(answer.json).not.toHaveProperty('statusCode');
      expect(answer.text).not.toContain(clientSecret);
    }
  });
});

describe('Management routes', () => {
  it.each([
    ['GET', '/keys/custom-signing', ['read:custom_signing_keys']],
    ['PUT', '/keys/custom-signing', ['create:custom_signing_keys', 'update:custom_signing_keys']],
    ['DELETE', '/keys/custom-signing', ['delete:custom_signing_keys']],
    ['GET', '/keys/signing', ['read:signing_keys']],
    ['GET', '/keys/signing/some-kid', ['read:signing_keys']],
    ['POST', '/keys/signing/rotate', ['create:signing_keys', 'update:signing_keys']],
    ['PUT', '/keys/signing/some-kid/revoke', ['update:signing_keys']],
    ['GET', '/custom-domains', ['read:custom_domains']],
  ] as const)('%s %s needs %j, all of them', async (method, target, needed) => {
    const { manage } = await openSandbox();
    for (const without of needed) {
      const scopes = ALL_SCOPES.filter((scope) => scope !== without);
      expect(await manage(method, target, { scopes })).toMatchObject({
        status: 403,
        json: {
          statusCode: 403,
          error: 'Forbidden',
          message: `Insufficient scope, expected ${needed.length === 1 ? 'any' : 'all'} of: ${needed.join(',')}`,
          errorCode: 'insufficient_scope',
        },
      });
    }
    expect((await manage(method, target, { scopes: needed })).status).not.toBe(403);
  });

  it('answers 401 to no token, a foreign token, and one that has expired', async () => {
    const { ask, clock, token } = await openSandbox();
    const target = `/${DOMAIN}/api/v2/keys/signing`;
    const expected = {
      status: 401,
      json: {
        statusCode: 401,
        error: 'Unauthorized',
        message: 'Invalid token',
        attributes: { error: 'Invalid token' },
      },
    };
    const own = await token();
    const foreign = await new SignJWT({ scope: ALL_SCOPES.join(' ') })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(`https://${DOMAIN}/`)
      .setAudience(`https://${DOMAIN}/api/v2/`)
      .setExpirationTime('1h')
      .sign(new Uint8Array(32));
    expect(await ask('GET', target)).toMatchObject(expected);
    expect(await ask('GET', target, { token: foreign })).toMatchObject(expected);
    expect((await ask('GET', target, { token: own })).status).toBe(200);
    clock.advance(86_401_000);
    expect(await ask('GET', target, { token: own })).toMatchObject(expected);
  });

  it('takes no token of another tenant', async () => {
    const { ask, sandbox, token } = await openSandbox();
    await sandbox.register({ domain: 'other.eu.auth0.com', customDomain: null });
    expect((await ask('GET', '/other.eu.auth0.com/api/v2/keys/signing', { token: await token() })).status).toBe(401);
  });

  it('reports its limits, and refuses beyond them until the bucket fills again', async () => {
    const { manage, clock } = await openSandbox({ settings: { managementLimit: { burst: 2, perSecond: 2 } } });
    const first = await manage('GET', '/custom-domains');
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '1' });
    await manage('GET', '/custom-domains');
    const refused = await manage('GET', '/custom-domains');
    expect(refused).toMatchObject({
      status: 429,
      json: { statusCode: 429, error: 'Too Many Requests', errorCode: 'too_many_requests' },
    });
    const resetMs = Number(refused.headers['x-ratelimit-reset']) * 1000;
    expect(resetMs).toBeGreaterThanOrEqual(clock.now().getTime());
    clock.advance(resetMs - clock.now().getTime());
    expect((await manage('GET', '/custom-domains')).status).toBe(200);
  });
});

describe('addresses', () => {
  it('finds the tenant by Host header or by the first segment, and says 404 to everything else', async () => {
    const { ask, url } = await openSandbox();
    const jwks = '/.well-known/jwks.json';
    const byHost = await ask('GET', jwks, { headers: { host: DOMAIN } });
    expect(byHost.status).toBe(200);
    expect((await ask('GET', jwks, { headers: { host: `${CUSTOM_DOMAIN}:8443` } })).text).toBe(byHost.text);
    expect((await ask('GET', `/${DOMAIN.toUpperCase()}${jwks}`)).text).toBe(byHost.text);
    const strangers = [jwks, '/', `/nobody.example${jwks}`, `/${DOMAIN}/nothing`, `/${DOMAIN}`, '/%E0%A4%A'];
    for (const target of strangers) {
      expect(await ask('GET', target)).toMatchObject({
        status: 404,
        json: { statusCode: 404, error: 'Not Found', message: 'Not Found' },
      });
    }
    expect(new URL(url).hostname).toBe('127.0.0.1');
  });

  it('offers the Management API on the canonical domain alone', async () => {
    const { ask, token } = await openSandbox();
    expect((await ask('GET', `/${CUSTOM_DOMAIN}/api/v2/keys/signing`, { token: await token() })).status).toBe(404);
  });
});
