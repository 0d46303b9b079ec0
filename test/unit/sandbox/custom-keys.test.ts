import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustomKeys } from '../../../main/sandbox/custom-key-schema.ts';
import { DEFAULT_SETTINGS } from '../../../main/sandbox/settings.ts';
import { CUSTOM_DOMAIN, DOMAIN, kidsOf, openSandbox } from './open-sandbox.ts';

const PATH = '/keys/custom-signing';
const rsa = { kty: 'RSA', kid: 'a', use: 'sig', alg: 'RS256', n: 'AQAB', e: 'AQAB' };
const ec = { kty: 'EC', kid: 'b', crv: 'P-256', x: 'AA', y: 'AA', key_ops: ['verify'], x5c: ['AA'], 'x5t#S256': 'AA' };

/** The keys as read, or the refusal. */
function read(body: unknown): unknown {
  const answer = readCustomKeys(Buffer.from(JSON.stringify(body)), DEFAULT_SETTINGS);
  return Array.isArray(answer) ? answer : { status: answer.status, body: answer.body };
}

const INVALID = { status: 400, body: expect.stringContaining('"errorCode":"invalid_body"') as unknown };

describe('the set of custom keys', () => {
  it('is 404 while empty, replaced as a whole with 200, and removed with 204', async () => {
    const { manage } = await openSandbox();
    expect(await manage('GET', PATH)).toMatchObject({ status: 404, json: { statusCode: 404, error: 'Not Found' } });
    expect(await manage('PUT', PATH, { body: { keys: [rsa, ec] } })).toMatchObject({
      status: 200,
      json: { keys: [rsa, ec] },
    });
    expect((await manage('PUT', PATH, { body: { keys: [ec] } })).json).toEqual({ keys: [ec] });
    expect((await manage('GET', PATH)).json).toEqual({ keys: [ec] });
    expect(await manage('DELETE', PATH)).toMatchObject({ status: 204, text: '' });
    expect((await manage('GET', PATH)).status).toBe(404);
    expect((await manage('DELETE', PATH)).status).toBe(204);
  });

  it('is prepended on the custom domain in the order of the PUT, and absent from the canonical one', async () => {
    const { manage, ask } = await openSandbox();
    await manage('PUT', PATH, { body: { keys: [ec, rsa] } });
    const custom = kidsOf(await ask('GET', `/${CUSTOM_DOMAIN}/.well-known/jwks.json`));
    const canonical = kidsOf(await ask('GET', `/${DOMAIN}/.well-known/jwks.json`));
    expect(custom).toEqual(['b', 'a', ...canonical]);
    expect(canonical).toHaveLength(2);
  });

  it('is kept but published nowhere while there is no custom domain, and the preflight says so', async () => {
    const { manage, ask } = await openSandbox({ customDomain: null });
    expect((await manage('PUT', PATH, { body: { keys: [rsa] } })).status).toBe(200);
    expect(kidsOf(await ask('GET', `/${DOMAIN}/.well-known/jwks.json`))).not.toContain('a');
    expect((await manage('GET', '/custom-domains')).text).toBe('[]');
  });

  it('shows the custom domain as ready', async () => {
    const { manage } = await openSandbox();
    expect((await manage('GET', '/custom-domains')).list).toMatchObject([{ domain: CUSTOM_DOMAIN, status: 'ready' }]);
  });
});

describe('the schema of the set', () => {
  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'ext', 'iat'])(
    'names the member %s and refuses it',
    async (member) => {
      const answer = read({ keys: [rsa, { ...rsa, [member]: 'private-bytes' }] });
      expect(answer).toEqual(INVALID);
      expect(JSON.stringify(answer)).toContain(
        `Payload validation error: 'Additional properties not allowed: ${member} on property keys[1]'.`,
      );
      expect(JSON.stringify(answer)).not.toContain('private-bytes');
    },
  );

  it.each([
    ['no keys', {}],
    ['an empty set', { keys: [] }],
    ['a stranger beside keys', { keys: [rsa], more: 1 }],
    ['a key without kty', { keys: [{ kid: 'a' }] }],
    ['OKP', { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AA' }] }],
    ['EdDSA', { keys: [{ ...rsa, alg: 'EdDSA' }] }],
    ['use enc', { keys: [{ ...rsa, use: 'enc' }] }],
    ['key_ops sign', { keys: [{ ...rsa, key_ops: ['sign'] }] }],
    ['empty key_ops', { keys: [{ ...rsa, key_ops: [] }] }],
    ['empty x5c', { keys: [{ ...rsa, x5c: [] }] }],
    ['secp256k1', { keys: [{ ...ec, crv: 'secp256k1' }] }],
    ['eleven keys', { keys: Array.from({ length: 11 }, () => rsa) }],
    ['a list', [rsa]],
  ])('refuses %s', (_, body) => {
    expect(read(body)).toEqual(INVALID);
  });

  it('asks for nothing but kty', () => {
    expect(read({ keys: [{ kty: 'EC' }] })).toEqual([{ kty: 'EC' }]);
  });

  it('takes ten keys, two of one kid', () => {
    expect(read({ keys: Array.from({ length: 10 }, () => rsa) })).toHaveLength(10);
  });

  it('accepts no member that it does not know, whatever its name', () => {
    const known = new Set([...Object.keys(rsa), ...Object.keys(ec), 'x5u', 'x5t']);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => !known.has(name) && name !== '__proto__'),
        (name) => {
          expect(read({ keys: [{ ...rsa, [name]: 1 }] })).toMatchObject({ status: 400 });
        },
      ),
    );
  });

  it('leaves the stored set alone when it refuses', async () => {
    const { manage } = await openSandbox();
    await manage('PUT', PATH, { body: { keys: [rsa] } });
    expect((await manage('PUT', PATH, { body: { keys: [{ ...ec, d: 'x' }] } })).status).toBe(400);
    expect(await manage('PUT', PATH, { raw: '{"keys":[' })).toMatchObject({
      status: 400,
      json: { statusCode: 400, error: 'Bad Request', errorCode: 'invalid_body' },
    });
    expect((await manage('GET', PATH)).json).toEqual({ keys: [rsa] });
  });

  it('reads no more than it must', async () => {
    const { manage } = await openSandbox();
    const x5c = ['A'.repeat(300_000)];
    expect((await manage('PUT', PATH, { body: { keys: [{ ...rsa, x5c }] } })).status).toBe(413);
  });
});

describe('what is not known about the tenant can be set', () => {
  it('status of the eleventh key', async () => {
    const { manage } = await openSandbox({ settings: { tooManyKeysStatus: 409 } });
    const keys = Array.from({ length: 11 }, () => rsa);
    expect((await manage('PUT', PATH, { body: { keys } })).status).toBe(409);
  });

  it('unique kids', async () => {
    const { manage } = await openSandbox({ settings: { uniqueKids: true } });
    expect((await manage('PUT', PATH, { body: { keys: [rsa, rsa] } })).status).toBe(400);
    expect((await manage('PUT', PATH, { body: { keys: [rsa, ec] } })).status).toBe(200);
  });

  it('a tenant whose plan has no custom keys', async () => {
    const { manage } = await openSandbox({ settings: { entitled: false } });
    expect(await manage('GET', PATH)).toMatchObject({ status: 403, json: { errorCode: 'insufficient_entitlement' } });
  });

  it('the delay until the custom domain shows a change', async () => {
    const { manage, ask, clock } = await openSandbox({ settings: { customKeysDelaySeconds: 30 } });
    const jwks = async (): Promise<unknown[]> => kidsOf(await ask('GET', `/${CUSTOM_DOMAIN}/.well-known/jwks.json`));
    await manage('PUT', PATH, { body: { keys: [rsa] } });
    expect(await jwks()).not.toContain('a');
    clock.advance(30_000);
    expect(await jwks()).toContain('a');
    await manage('DELETE', PATH);
    expect(await jwks()).toContain('a');
    clock.advance(30_000);
    expect(await jwks()).not.toContain('a');
  });
});
