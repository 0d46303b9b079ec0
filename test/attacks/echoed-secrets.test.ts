// A server, or a proxy on the way, that repeats what it was sent. Whatever it repeats, however it writes it and wherever it
// puts it: no error holds it.
import { describe, expect, it } from 'vitest';
import { boundedFetch } from '../../main/tenant/bounded-fetch.ts';
import { createTokenSource } from '../../main/tenant/client-credentials.ts';
import { requireReadyDomains } from '../../main/tenant/domain-preflight.ts';
import { createJwksEndpoint } from '../../main/tenant/jwks-endpoint.ts';
import { createManagementEndpoint } from '../../main/tenant/management-endpoint.ts';
import { sentenceFor } from '../../shared/words/en/errors.ts';
import { toWireError } from '../../shared/errors.ts';
import { visible } from '../../shared/encoding/printable.ts';
import { direct } from '../support/network.ts';
import { steppingClock } from '../unit/sandbox/open-sandbox.ts';
import { type Respond, sendJson, stubServer } from '../unit/tenant/stub-server.ts';
import { failureOf } from '../support/outcome.ts';

const SECRET = 'pä55/w+rd "zq&7\\Kx<Yv9=';
const TOKEN = 'tk.Zm9vYmFy-8Gh_2nQwErTyUiOp';
const PAIR = Buffer.from(`officer:${SECRET}`, 'utf8').toString('base64');

const html = (text: string): string => Array.from(text, (one) => `&#${one.codePointAt(0) ?? 0};`).join('');
const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');

const WRITINGS: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'in JSON': (secret) => JSON.stringify(secret),
  'in JSON of JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'in a URL': (secret) => encodeURIComponent(secret),
  'in a URL, every character': (secret) => hex(secret).replaceAll(/../g, '%$&'),
  'in a URL, twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'in a form': (secret) => new URLSearchParams({ s: secret }).toString().slice(2),
  'in Base64': (secret) => Buffer.from(secret, 'utf8').toString('base64'),
  'in Base64, with a user before it': (secret) => Buffer.from(`u:${secret}`, 'utf8').toString('base64url'),
  'in hex': (secret) => hex(secret),
  'in hex with colons': (secret) => hex(secret).replaceAll(/..(?=.)/g, '$&:'),
  'in HTML': (secret) => html(secret),
  'with escapes of JSON': (secret) =>
    Array.from(secret, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''),
  'in capitals': (secret) => secret.toUpperCase(),
  'broken by line ends': (secret) => secret.replaceAll(/.{3}/g, '$&\n'),
  'broken by control characters': (secret) => secret.replaceAll(/.{3}/g, '$&\u0001'),
  'cut off': (secret) => secret.slice(0, 16),
  'after much else': (secret) => `${'x '.repeat(90)}${secret}`,
};

/** Twelve characters in a row of a secret, however it is written, in the words of the error and in all that hangs on it. */
function repeated(error: unknown, secrets: readonly string[]): string[] {
  const wire = toWireError(error);
  const said = JSON.stringify([wire, sentenceFor(wire)]).toLowerCase();
  const writings = secrets.flatMap((secret) =>
    Object.values(WRITINGS).map((written) => written(secret).replace(/^(x )+/, '')),
  );
  const texts = writings.flatMap((text) => [text, visible(text), JSON.stringify(text).slice(1, -1)]);
  const runs = texts.flatMap((text) =>
    Array.from({ length: Math.max(0, text.length - 12) }, (_, at) => text.slice(at, at + 12).toLowerCase()),
  );
  return [...runs.filter((run) => said.includes(run)), ...(wire.code === 'INTERNAL' ? [wire.code] : [])];
}

/** Ten places in an answer. */
const PLACES: readonly [string, (echo: string) => Respond][] = [
  ['message', (echo) => (_, to) => sendJson(to, 400, { message: `No: ${echo}` })],
  ['error', (echo) => (_, to) => sendJson(to, 400, { error: echo })],
  ['error_description', (echo) => (_, to) => sendJson(to, 400, { error: 'x', error_description: echo })],
  ['plain body', (echo) => (_, to) => sendJson(to, 400, `Refused ${echo}`, { 'content-type': 'text/plain' })],
  ['conflict', (echo) => (_, to) => sendJson(to, 409, { message: echo })],
  [
    'member of the body',
    (echo) => (_, to) =>
      sendJson(to, 400, { errorCode: 'invalid_body', message: `Missing required property: ${echo}` }),
  ],
  ['entitlement', (echo) => (_, to) => sendJson(to, 403, { errorCode: 'insufficient_entitlement', message: echo })],
  [
    'scopes of the message',
    (echo) => (_, to) => sendJson(to, 403, { errorCode: 'insufficient_scope', message: `a:${echo} ${echo}:b` }),
  ],
  [
    'scope of the challenge',
    (echo) => (_, to) => {
      const safe = echo.replaceAll(/[^\x20-\x7e]/g, '').replaceAll('"', '');
      sendJson(to, 403, {}, { 'www-authenticate': `Bearer error="insufficient_scope", scope="${safe}"` });
    },
  ],
  [
    'place of a redirect',
    (echo) => (_, to) => sendJson(to, 302, {}, { location: `https://x.example/?${encodeURIComponent(echo)}` }),
  ],
];

describe.each(PLACES)('a server that repeats secrets in its %s', (_place, echoing) => {
  it.each(Object.entries(WRITINGS))('%s', async (_name, written) => {
    for (const secret of [TOKEN, PAIR, SECRET]) {
      const { url } = await stubServer(echoing(written(secret)));
      const endpoint = createJwksEndpoint({
        url,
        authorization: `Bearer ${TOKEN}`,
        fetch: boundedFetch(direct),
        clock: steppingClock(),
        secrets: [TOKEN, PAIR, SECRET],
      });
      expect(repeated(await failureOf(endpoint.read()), [secret])).toEqual([]);
    }
  });
});

describe('a tenant that repeats', () => {
  const grant = { access_token: TOKEN, token_type: 'Bearer', expires_in: 3600 };

  function accessTo(url: string) {
    const clock = steppingClock();
    const fetch = boundedFetch(direct);
    const prove = async () => ({ members: { client_id: 'c', client_secret: SECRET }, secrets: [SECRET] });
    const tokens = createTokenSource({ tokenUrl: `${url}/oauth/token`, audience: `${url}/`, prove, fetch, clock });
    return { baseUrl: `${url}/api/v2`, tokens, fetch, clock };
  }

  it('the client secret, long after it was sent elsewhere', async () => {
    const { url } = await stubServer(({ target }, to) =>
      target.startsWith('/oauth') ? sendJson(to, 200, grant) : sendJson(to, 400, { message: `${SECRET} ${TOKEN}` }),
    );
    expect(repeated(await failureOf(createManagementEndpoint(accessTo(url)).read()), [SECRET, TOKEN])).toEqual([]);
  });

  it('a token that was dropped while the answer was on its way', async () => {
    const { url } = await stubServer(({ target }, to) => {
      if (target.startsWith('/oauth')) {
        sendJson(to, 200, grant);
      } else {
        access.tokens.forget();
        sendJson(to, 400, { message: `no ${TOKEN}` });
      }
    });
    const access = accessTo(url);
    expect(repeated(await failureOf(createManagementEndpoint(access).read()), [TOKEN])).toEqual([]);
  });

  it('the token as the state of a domain', async () => {
    const { url } = await stubServer(({ target }, to) =>
      target.startsWith('/oauth') ? sendJson(to, 200, grant) : sendJson(to, 200, [{ domain: 'a.b', status: TOKEN }]),
    );
    expect(repeated(await failureOf(requireReadyDomains(accessTo(url), ['a.b'])), [TOKEN])).toEqual([]);
  });
});
