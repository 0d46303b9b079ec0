// private_key_jwt as a script sets it up: the key lies in the OS keychain, and the token endpoint is one of our own that
// lets jose judge each assertion by the public key alone (RFC 7523 §3).
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { importJWK, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { custodianJson, type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { closePort, openPort } from '../support/ports.ts';

const DOMAIN = 'acme.eu.auth0.com';
const CLIENT = 'app-0123';
const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const at = folderForAll();
let server: Server;
let jwk: JWK = {};
const accepted: JWTPayload[] = [];
const run = (args: string, stdin?: string): Promise<Ran> =>
  runCustodian(at('data'), [...args.split(' '), '--json'], stdin);
const json = <T>(args: string, stdin?: string): Promise<T> => custodianJson<T>(at('data'), args.split(' '), stdin);

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) {
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

async function grant(request: IncomingMessage): Promise<[number, object]> {
  const form = await bodyOf(request);
  try {
    const { payload } = await jwtVerify(form.get('client_assertion') ?? '', await importJWK(jwk), {
      audience: `https://${DOMAIN}/`,
      issuer: CLIENT,
      subject: CLIENT,
      maxTokenAge: 300,
      requiredClaims: ['exp', 'jti'],
    });
    accepted.push(payload);
    expect([form.get('client_assertion_type'), form.get('client_secret')]).toEqual([TYPE, null]);
    return [
      200,
      { access_token: 'granted', token_type: 'Bearer', expires_in: 86_400, scope: 'read:custom_signing_keys' },
    ];
  } catch {
    return [401, { error: 'invalid_client' }];
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [status, body] =
    request.url === '/oauth/token'
      ? await grant(request)
      : request.headers.authorization === 'Bearer granted'
        ? [404, { statusCode: 404, error: 'Not Found', message: 'upload first' }]
        : [401, { statusCode: 401, error: 'Unauthorized' }];
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  const port = await openPort(server);
  const addresses = `--custom-domain id.acme.example --api-base http://127.0.0.1:${port}/api/v2`;
  await json<TenantView>(
    `tenant add --name Acme --environment development --domain ${DOMAIN} --endpoint auth0 ${addresses}`,
  );
});

afterAll(async () => {
  await closePort(server);
});

it.each([
  ['RS256', 'default'],
  ['ES256', 'es256'],
  ['PS384', 'ps384'],
])('an assertion that a %s key signs is accepted, and recorded', async (alg, ring) => {
  const rings = ring === 'default' ? [] : [await json<RingView>(`ring add Acme --alg ${alg}`)];
  expect(rings.length).toBeLessThan(2);
  await json(`export Acme --ring ${ring} --format jwk --out ${at(`${alg}.jwk`)}`);
  jwk = JSON.parse(readFileSync(at(`${alg}.jwk`), 'utf8')) as JWK;
  const kid = jwk.kid ?? '';
  expect(await json(`tenant credentials Acme --client-id ${CLIENT} --private-key-jwt ${kid}`)).toEqual({
    tenant: 'Acme',
    credential: {
      kind: 'private-key-jwt',
      who: CLIENT,
      kid,
      origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      fits: true,
      alsoSignsTokens: true,
    },
  });
  await json('publish preview Acme');
  const { exp = 0, iat = 0 } = accepted.at(-1) ?? {};
  expect(exp - iat).toBe(60);
  const entries = await json<AuditEntry[]>('audit list');
  expect(entries.findLast(({ details }) => details['purpose'] === 'client assertion')?.details['kid']).toBe(kid);
});

it('no assertion is used twice, and another key is not let in', async () => {
  expect(new Set(accepted.map(({ jti }) => jti)).size).toBe(accepted.length);
  const view = await json<TenantView>('tenant show Acme');
  const other = view.rings[0]?.keys.find(({ state }) => state === 'next')?.kid ?? '';
  await json(`tenant credentials Acme --client-id ${CLIENT} --private-key-jwt ${other}`);
  const refused = await run('publish preview Acme');
  expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining('REMOTE_UNAUTHORISED')]);
});

it('a missing scope is named before anything is sent', async () => {
  await json(`tenant credentials Acme --client-id ${CLIENT} --private-key-jwt ${jwk.kid ?? ''}`);
  const refused = await run('publish push Acme --yes');
  expect(refused.code).toBe(4);
  expect(refused.stderr).toContain('lack the scope create:custom_signing_keys, update:custom_signing_keys');
  const entries = await json<AuditEntry[]>('audit list');
  expect(entries.filter(({ action }) => action === 'publish.sent')).toEqual([]);
});
