import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Proof } from '../../../shared/domain/evidence/proof.ts';
import { MAX_REMOTE_BYTES } from '../../../shared/domain/limits.ts';
import { createKeyWorkshop } from '../../support/workshop.ts';
import { boundedFetch } from '../../../main/tenant/bounded-fetch.ts';
import { direct } from '../../support/network.ts';
import { createPublicVerifier } from '../../../main/tenant/public-verifier.ts';
import { steppingClock } from '../sandbox/open-sandbox.ts';
import { deadUrl, type Respond, sendJson, stubServer } from './stub-server.ts';

const ISSUER = 'https://id.acme.example/';
const KID = 'current-key';
const clock = steppingClock();
const verifier = createPublicVerifier(clock, { fetch: direct, deadlineMs: 500 });

let privateKey: CryptoKey;
let jwk: JWK;
let otherJwk: JWK;

beforeAll(async () => {
  const [own, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  privateKey = own.privateKey;
  jwk = { ...(await exportJWK(own.publicKey)), kid: KID, alg: 'ES256', use: 'sig' };
  otherJwk = { ...(await exportJWK(other.publicKey)), kid: KID, alg: 'ES256' };
});

interface TokenParts {
  kid?: string;
  issuer?: string;
  audience?: string;
  seconds?: number | null;
}

function sign({
  kid = KID,
  issuer = ISSUER,
  audience = 'key-custodian-probe',
  seconds = 60,
}: TokenParts = {}): Promise<string> {
  const token = new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience);
  const now = Math.floor(clock.now().getTime() / 1000);
  return (seconds === null ? token : token.setExpirationTime(now + seconds)).sign(privateKey);
}

const EXPECTED = { kid: KID, alg: 'ES256' } as const;
/** Nobody stated it. */
const NAMED = { issuer: ISSUER, issuerIsGuess: true };

async function proofAt(jwksUrl: string, token: string): Promise<Proof> {
  return (await verifier.prove({ ...NAMED, jwksUrl, metadataUrl: null, canonicalJwksUrl: null }, token, EXPECTED))
    .proof;
}

async function prove(respond: Respond | unknown[], parts: TokenParts = {}): Promise<Proof> {
  const { url } = await stubServer(
    typeof respond === 'function' ? respond : (_, response) => sendJson(response, 200, { keys: respond }),
  );
  return proofAt(`${url}/jwks.json`, await sign(parts));
}

const outcome = ({ ok, steps }: Proof): string =>
  [ok ? 'ok' : 'failed', ...steps.map((step) => `${step.step}${step.ok ? '' : '!'}`)].join(' ');

describe('a proof', () => {
  it('goes through all steps, and keeps the evidence', async () => {
    const body = JSON.stringify({ keys: [{ kty: 'RSA', kid: 'other' }, jwk] });
    const { url, asked } = await stubServer((_, response) =>
      sendJson(response, 200, body, { 'cache-control': 'max-age=15' }),
    );
    const jwksUrl = `${url}/jwks.json`;
    expect(await proofAt(jwksUrl, await sign())).toEqual({
      ok: true,
      at: '2026-11-22T08:00:00.000Z',
      jwksUrl,
      kid: KID,
      jwksSha256: createHash('sha256').update(body).digest('hex'),
      cacheControl: 'max-age=15',
      steps: [
        {
          step: 'fetched',
          ok: true,
          detail: `2 keys from ${jwksUrl}`,
          fact: { code: 'fetched', keys: 2, url: jwksUrl },
        },
        { step: 'listed', ok: true, detail: KID, fact: { code: 'listed', kid: KID } },
        { step: 'signed', ok: true, detail: `ES256 by ${KID}`, fact: { code: 'signed', kid: KID, alg: 'ES256' } },
        { step: 'verified', ok: true, detail: `accepted for ${ISSUER}`, fact: { code: 'accepted', issuer: ISSUER } },
      ],
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers).not.toHaveProperty('authorization');
  });

  it('makes a connection of its own each time and closes it', async () => {
    const server = await stubServer((_, response) => sendJson(response, 200, { keys: [jwk] }));
    for (const count of [1, 2, 3]) {
      await verifier.listed(server.url);
      expect(server.connections()).toBe(count);
    }
    expect(server.asked.map(({ headers }) => headers.connection)).toEqual(['close', 'close', 'close']);
  });

  it('fails where the key is not listed, or listed twice', async () => {
    expect(outcome(await prove([]))).toBe('failed fetched listed!');
    expect(outcome(await prove([{ ...jwk, kid: 'other' }]))).toBe('failed fetched listed!');
    const twice = await prove([jwk, otherJwk]);
    expect(outcome(twice)).toBe('failed fetched listed!');
    expect(twice.steps[1]?.detail).toBe(`${KID} is listed 2 times`);
  });

  it('fails where the token names another key', async () => {
    expect(outcome(await prove([jwk], { kid: 'another' }))).toBe('failed fetched listed signed!');
  });

  it.each([
    ['another key of the same kid', () => [otherJwk], {}],
    ['a key for another algorithm', () => [{ ...jwk, alg: 'ES384' }], {}],
    ['a key for encryption', () => [{ ...jwk, use: 'enc' }], {}],
    ['another issuer', () => [jwk], { issuer: 'https://acme.eu.auth0.com/' }],
    ['another audience', () => [jwk], { audience: 'https://api.acme.example' }],
    ['an expired token', () => [jwk], { seconds: -1 }],
    ['a token without end', () => [jwk], { seconds: null }],
  ])('fails at the signature or claims: %s', async (_, keys, parts) => {
    expect(outcome(await prove(keys(), parts))).toBe('failed fetched listed signed verified!');
  });

  it.each<[string, Respond]>([
    ['an error page', (_, response) => response.writeHead(500).end('oops')],
    ['a redirect', (_, response) => response.writeHead(302, { location: '/other' }).end()],
    ['no JSON', (_, response) => sendJson(response, 200, '<html>')],
    ['no set', (_, response) => sendJson(response, 200, { keys: 'none' })],
    ['more than the limit', (_, response) => sendJson(response, 200, 'x'.repeat(MAX_REMOTE_BYTES + 1))],
    ['half an answer', (_, response) => response.writeHead(200).write('{"keys"')],
    ['a cut connection', (_, response) => response.destroy()],
    ['no answer', () => {}],
  ])('fails at the first step, and says why: %s', async (_, respond) => {
    const proof = await prove(respond);
    expect(outcome(proof)).toBe('failed fetched!');
    expect(proof.steps[0]?.detail).toMatch(/^127\.0\.0\.1:\d+ .+\.$/);
    expect(proof.jwksSha256).toBeNull();
  });

  it('fails, and does not throw, for a token that is none', async () => {
    const { url } = await stubServer((_, response) => sendJson(response, 200, { keys: [jwk] }));
    expect(outcome(await proofAt(url, 'nonsense'))).toBe('failed fetched listed signed!');
  });
});

describe('TLS', () => {
  it('with a certificate that nobody vouches for is no proof', async () => {
    const workshop = createKeyWorkshop();
    const material = await workshop.generate('ES256', null);
    const profile = { commonName: 'localhost', notBefore: new Date(), days: 1 };
    const certificate = new X509Certificate(await workshop.certify(material, 'ES256', profile));
    const key = createPrivateKey({ key: Buffer.from(material.pkcs8), format: 'der', type: 'pkcs8' });
    const tls = { key: key.export({ format: 'pem', type: 'pkcs8' }), cert: certificate.toString() };
    const { url } = await stubServer((_, response) => sendJson(response, 200, { keys: [jwk] }), tls);
    await expect(verifier.listed(url)).rejects.toMatchObject({
      code: 'REMOTE_TLS',
      facts: { detail: { code: 'tls-untrusted', name: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
    });
    await expect(boundedFetch(direct)(url)).rejects.toMatchObject({
      code: 'REMOTE_TLS',
      facts: { detail: { code: 'tls-untrusted', name: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
    });
  });
});

describe('the kids listed', () => {
  it('are in the order of the set', async () => {
    const { url } = await stubServer((_, response) =>
      sendJson(response, 200, { keys: [{ kty: 'RSA', kid: 'b' }, { kty: 'RSA' }, { kty: 'EC', kid: 'a' }] }),
    );
    expect(await verifier.listed(url)).toMatchObject({ kids: ['b', 'a'] });
  });

  it('cannot be told when nobody answers', async () => {
    await expect(verifier.listed(await deadUrl())).rejects.toMatchObject({
      code: 'REMOTE_UNREACHABLE',
      facts: { detail: { code: 'refused' } },
    });
  });
});

describe('what verifiers find by discovery', () => {
  interface Published {
    metadata?: object | null;
    canonical?: unknown[] | null;
  }

  /** A tenant whose documents are as given; `null` answers 404. */
  async function discover({ metadata = {}, canonical = [] }: Published) {
    const { url } = await stubServer(({ target }, response) => {
      const documents: Record<string, object | null> = {
        '/jwks.json': { keys: [jwk] },
        '/metadata': metadata === null ? null : { issuer: ISSUER, jwks_uri: `${url}/jwks.json`, ...metadata },
        '/canonical.json': canonical === null ? null : { keys: canonical },
      };
      const found = documents[target] ?? null;
      sendJson(response, found === null ? 404 : 200, found ?? {});
    });
    const addresses = {
      ...NAMED,
      jwksUrl: `${url}/jwks.json`,
      metadataUrl: `${url}/metadata`,
      canonicalJwksUrl: `${url}/canonical.json`,
    };
    return (await verifier.prove(addresses, await sign(), EXPECTED)).proof;
  }

  it('must be this issuer and this key set', async () => {
    expect(outcome(await discover({}))).toBe('ok fetched listed signed verified issuer canonical');
    const other = await discover({ metadata: { issuer: 'https://acme.eu.auth0.com/' } });
    expect(outcome(other)).toBe('failed fetched listed signed verified issuer!');
    expect(other.steps.at(-1)?.detail).toContain('https://acme.eu.auth0.com/');
    const elsewhere = await discover({ metadata: { jwks_uri: 'https://elsewhere.example/jwks.json' } });
    expect(elsewhere.steps.at(-1)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('elsewhere.example') as string,
    });
    expect(outcome(await discover({ metadata: { issuer: 7 } }))).toContain('issuer!');
  });

  it('may be nothing, and the canonical domain may show what it likes', async () => {
    const { url } = await stubServer(({ target }, response) =>
      sendJson(response, target === '/jwks.json' ? 200 : 401, { keys: [jwk] }),
    );
    const addresses = { ...NAMED, jwksUrl: `${url}/jwks.json`, metadataUrl: `${url}/metadata`, canonicalJwksUrl: null };
    expect((await verifier.prove(addresses, await sign(), EXPECTED)).proof.ok).toBe(true);
    const silent = await discover({ metadata: null, canonical: null });
    expect(silent.ok).toBe(true);
    expect(silent.steps.map(({ detail }) => detail).slice(-2)).toEqual([
      expect.stringContaining('no metadata'),
      expect.stringContaining('could not be read'),
    ]);
    expect((await discover({ canonical: [jwk] })).steps.at(-1)?.detail).toContain('lists it too');
    expect((await discover({})).steps.at(-1)?.detail).toContain('does not list it');
  });
});

it('keeps what was asked and answered, without cookies', async () => {
  const body = JSON.stringify({ keys: [jwk] });
  const { url, host } = await stubServer((_, response) =>
    sendJson(response, 200, body, { 'cache-control': 'max-age=15', 'set-cookie': 'visitor=1', age: '3' }),
  );
  const addresses = { ...NAMED, jwksUrl: `${url}/jwks.json`, metadataUrl: null, canonicalJwksUrl: null };
  const { fetched } = await verifier.prove(addresses, await sign(), EXPECTED);
  expect(fetched?.exchange).toMatchObject({
    url: `${url}/jwks.json`,
    requestHeaders: { host, accept: 'application/json' },
    status: 200,
    responseHeaders: { 'cache-control': 'max-age=15', age: '3' },
    bodySha256: createHash('sha256').update(body).digest('hex'),
  });
  expect(fetched?.body).toBe(body);
  expect(JSON.stringify(fetched)).not.toContain('visitor');
});

describe('an issuer', () => {
  const named = async (issuer: string, place: { issuer: string; issuerIsGuess: boolean }) => {
    const { url } = await stubServer(({ target }, response) =>
      sendJson(response, 200, target === '/jwks.json' ? { keys: [jwk] } : { issuer, jwks_uri: `${url}/jwks.json` }),
    );
    const addresses = { jwksUrl: `${url}/jwks.json`, metadataUrl: `${url}/metadata`, canonicalJwksUrl: null };
    return (await verifier.prove({ ...addresses, ...place }, await sign({ issuer: place.issuer }), EXPECTED)).proof;
  };
  const withoutSlash = ISSUER.slice(0, -1);

  it('that nobody stated may end without the slash that was guessed', async () => {
    const proof = await named(withoutSlash, { issuer: ISSUER, issuerIsGuess: true });
    expect(proof.ok).toBe(true);
    expect(proof.steps.at(-1)?.detail).toContain(withoutSlash);
  });

  it('that was stated must be named to the letter, with whatever path it has', async () => {
    const stated = { issuer: `${withoutSlash}/realms/acme`, issuerIsGuess: false };
    expect((await named(stated.issuer, stated)).ok).toBe(true);
    expect((await named(`${stated.issuer}/`, stated)).ok).toBe(false);
    expect((await named(withoutSlash, { issuer: ISSUER, issuerIsGuess: false })).ok).toBe(false);
  });
});
