import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { freshState, type SandboxState } from '../../../main/sandbox/state.ts';
import { openStateFile } from '../../../main/sandbox/state-file.ts';
import {
  CUSTOM_DOMAIN,
  DOMAIN,
  grantBody,
  openSandbox,
  realRandom,
  type Reply,
  sandboxFolder,
} from './open-sandbox.ts';

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const REGISTRATION = { domain: DOMAIN, customDomain: CUSTOM_DOMAIN };
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

interface Assertion {
  claims?: Record<string, unknown>;
  alg?: string;
  key?: KeyObject;
}

async function openFor(registered = 'RS256') {
  const open = await openSandbox();
  const publicKey = { ...pair.publicKey.export({ format: 'jwk' }), alg: registered };
  const { clientId } = await open.sandbox.registerKey({ ...REGISTRATION, publicKey });
  let count = 0;

  async function assertion({ claims = {}, alg = registered, key = pair.privateKey }: Assertion = {}): Promise<string> {
    count += 1;
    const now = open.clock.now().getTime() / 1000;
    const base = { iss: clientId, sub: clientId, aud: `https://${DOMAIN}/`, jti: `jti-${count}`, iat: now };
    return new SignJWT({ ...base, exp: now + 60, ...claims }).setProtectedHeader({ alg }).sign(key);
  }

  function ask(proof: string, more: Record<string, string> = {}): Promise<Reply> {
    const { client_secret: _secret, ...body } = grantBody(clientId, '');
    const members = { ...body, client_assertion_type: TYPE, client_assertion: proof, ...more };
    return open.ask('POST', `/${DOMAIN}/oauth/token`, { body: members });
  }

  return { ...open, clientId, assertion, grant: ask };
}

describe('a client assertion', () => {
  it.each(['RS256', 'RS384', 'PS256'])('by %s proves the client, once', async (alg) => {
    const { assertion, grant, ask } = await openFor(alg);
    const proof = await assertion();
    const { status, json } = await grant(proof);
    expect([status, json['token_type']]).toEqual([200, 'Bearer']);
    const target = `/${DOMAIN}/api/v2/custom-domains`;
    expect((await ask('GET', target, { token: String(json['access_token']) })).status).toBe(200);
    expect(await grant(proof)).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
    expect((await grant(await assertion())).status).toBe(200);
  });

  it.each<[string, Assertion | ((now: number) => Assertion)]>([
    ['for another tenant', { claims: { aud: `https://${CUSTOM_DOMAIN}/` } }],
    ['for no slash at the end', { claims: { aud: `https://${DOMAIN}` } }],
    ['of another issuer', { claims: { iss: 'somebody' } }],
    ['of another subject', { claims: { sub: 'somebody' } }],
    ['without a jti', { claims: { jti: undefined } }],
    ['with an empty jti', { claims: { jti: '' } }],
    ['without an end', { claims: { exp: undefined } }],
    ['that ended more than the skew ago', (now) => ({ claims: { exp: now - 11 } })],
    ['that lives too long', (now) => ({ claims: { exp: now + 311 } })],
    ['that is not valid yet', (now) => ({ claims: { nbf: now + 11 } })],
    ['with another algorithm than was registered', { alg: 'RS384' }],
    ['by another key', { key: stranger.privateKey }],
    ['of more than 2048 bytes', { claims: { more: 'a'.repeat(1500) } }],
  ])('%s proves nothing', async (_, part) => {
    const { assertion, grant, clock } = await openFor();
    const proof = await assertion(typeof part === 'function' ? part(clock.now().getTime() / 1000) : part);
    const answer = await grant(proof);
    expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
    expect(answer.text).not.toContain(proof);
  });

  it('within the skew is good', async () => {
    const { assertion, grant, clock } = await openFor();
    const now = clock.now().getTime() / 1000;
    expect((await grant(await assertion({ claims: { exp: now - 9 } }))).status).toBe(200);
    expect((await grant(await assertion({ claims: { exp: now + 300 } }))).status).toBe(200);
  });

  it('is forgotten when it could not be used any more', async () => {
    const { assertion, grant, clock, folder } = await openFor();
    await grant(await assertion());
    clock.advance(71_000);
    await grant(await assertion());
    const state = openStateFile(folder, () => freshState(realRandom)).read();
    expect(state.tenants[0]?.clients.flatMap(({ assertions }) => assertions.map(({ jti }) => jti))).toEqual(['jti-2']);
  });

  it('comes with its type and without a secret, and a secret opens no such client', async () => {
    const { ask, assertion, grant, clientId } = await openFor();
    const request = { status: 400, json: { error: 'invalid_request' } };
    expect(await grant(await assertion(), { client_assertion_type: 'another' })).toMatchObject(request);
    expect(await grant(await assertion(), { client_secret: '' })).toMatchObject(request);
    const withSecret = await ask('POST', `/${DOMAIN}/oauth/token`, { body: grantBody(clientId, '') });
    expect(withSecret).toMatchObject({ status: 401, json: { error: 'access_denied' } });
  });

  it('proves no client that has a secret', async () => {
    const { sandbox, ask, assertion } = await openFor();
    const { clientId } = await sandbox.register(REGISTRATION);
    const { client_secret: _secret, ...body } = grantBody(clientId, '');
    const proof = await assertion({ claims: { iss: clientId, sub: clientId } });
    const members = { ...body, client_assertion_type: TYPE, client_assertion: proof };
    expect((await ask('POST', `/${DOMAIN}/oauth/token`, { body: members })).status).toBe(401);
  });
});

describe('the key of a client', () => {
  it.each([
    ['too short', generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey, 'RS256'],
    ['of another kind', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey, 'ES256'],
    ['for another algorithm', pair.publicKey, 'RS512'],
  ])('is refused when it is %s', async (_, publicKey, alg) => {
    const { sandbox } = await openSandbox();
    const jwk = { ...publicKey.export({ format: 'jwk' }), alg };
    await expect(sandbox.registerKey({ ...REGISTRATION, publicKey: jwk })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  it('is missing in documents from before, which are read all the same', () => {
    const folder = sandboxFolder();
    const client = { clientId: 'old', salt: 'salt', secretHash: 'hash', scopes: [] };
    const custom = { keys: [], before: [], changedAt: null };
    const tenant = { domain: DOMAIN, customDomain: null, clients: [client], custom, own: [], rotations: [] };
    const written = { version: 1, tokenSecret: 'secret', tenants: [tenant] };
    writeFileSync(path.join(folder, 'sandbox.json'), JSON.stringify(written));
    const state: SandboxState = openStateFile(folder, () => freshState(realRandom)).read();
    expect(state.tenants[0]?.clients).toEqual([{ ...client, publicKey: null, assertions: [] }]);
  });
});
