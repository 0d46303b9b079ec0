// Verifiers that other people run must accept tokens of every algorithm that can be pushed, knowing nothing but the JWKS
// URL; and they must refuse what another key signed, under our kid or under its own. Each in its own library and language.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { auth } from 'express-oauth2-jwt-bearer';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import jwksRsa from 'jwks-rsa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyWorkshop } from '../support/workshop.ts';
import type { KeyMaterial } from '../support/workshop.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { needs } from '../support/needs.ts';

const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;
const EC = ['ES256', 'ES384', 'ES512'] as const;

type Pushable = Exclude<SigningAlgorithm, 'Ed25519'>;

const ISSUER = `https://${ACME.customDomain}/`;
const AUDIENCE = 'https://api.acme.example';
const workshop = createKeyWorkshop();
const run = promisify(execFile);

let desk: Desk;
let jwksUri = '';
const ours = new Map<Pushable, KeyMaterial>();
const theirs = new Map<Pushable, KeyMaterial>();

/** The material of `keys`, signing under `kid`. */
function token(keys: Map<Pushable, KeyMaterial>, alg: Pushable, kid?: string): Promise<string> {
  const material = keys.get(alg);
  if (material === undefined) {
    throw new Error(`no key for ${alg}`);
  }
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'user', iat: now, exp: now + 600 };
  return workshop.sign(material.pkcs8, alg, kid ?? material.thumbprint, claims);
}

beforeAll(async () => {
  desk = openDesk();
  const { tenant } = await desk.custodian.addTenant(ACME);
  const stranger = await workshop.generate('RS256', 2048);
  const keys: unknown[] = [];
  for (const alg of [...RSA, ...EC]) {
    const isRsa = !alg.startsWith('ES');
    const material = await workshop.generate(alg, isRsa ? 2048 : null);
    const profile = { commonName: ACME.domain, notBefore: new Date(), days: 5000 };
    const certificate = await workshop.certify(material, alg, profile);
    keys.push(workshop.publicJwk(material.spki, certificate, alg, material.thumbprint));
    ours.set(alg, material);
    theirs.set(alg, isRsa ? stranger : await workshop.generate(alg, null));
  }
  const connection = await desk.ports.tenants.connect(tenant);
  await connection.endpoint.replace(JSON.stringify({ keys }));
  jwksUri = connection.jwksUrl;
});

afterAll(() => desk.close());

/** Answers with the subject of a token that was accepted. */
type Verify = (token: string, alg: Pushable) => Promise<unknown>;

const verifyWithJwksRsa: Verify = async (jwt, alg) => {
  const kid = jsonwebtoken.decode(jwt, { complete: true })?.header.kid;
  const key = await jwksRsa({ jwksUri }).getSigningKey(kid);
  return jsonwebtoken.verify(jwt, key.getPublicKey(), { algorithms: [alg], issuer: ISSUER, audience: AUDIENCE }).sub;
};

const verifyWithJose: Verify = async (jwt, alg) => {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  const { payload } = await jwtVerify(jwt, keys, { algorithms: [alg], issuer: ISSUER, audience: AUDIENCE });
  return payload.sub;
};

type Middleware = (request: object, response: object, next: (error?: unknown) => void) => unknown;

/** The middleware that the tenant's own vendor gives to those who protect an API. Its types need Express, which it does not. */
const verifyWithExpress: Verify = async (jwt, alg) => {
  const made: unknown = auth({ jwksUri, issuer: ISSUER, audience: AUDIENCE, tokenSigningAlg: alg });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as its documentation has it
  const middleware = made as Middleware;
  const request = {
    headers: { authorization: `Bearer ${jwt}` },
    get: (name: string) => (name === 'Host' ? 'api.acme.example' : undefined),
    protocol: 'https',
    originalUrl: '/',
    query: {},
    method: 'GET',
    is: () => false,
    auth: { payload: { sub: '' } },
  };
  const error = await new Promise<unknown>((resolve) => {
    middleware(request, {}, resolve);
  });
  if (error instanceof Error) {
    throw error;
  }
  return request.auth.payload.sub;
};

const PYTHON = `
import sys, jwt
uri, token, alg, issuer, audience = sys.argv[1:]
key = jwt.PyJWKClient(uri).get_signing_key_from_jwt(token)
print(jwt.decode(token, key.key, algorithms=[alg], issuer=issuer, audience=audience)["sub"])
`;

const verifyWithPyJwt: Verify = async (jwt, alg) => {
  const { stdout } = await run('/usr/bin/python3', ['-c', PYTHON, jwksUri, jwt, alg, ISSUER, AUDIENCE]);
  return stdout.trim();
};

const hasPyJwt = spawnSync('/usr/bin/python3', ['-c', 'import cryptography, jwt; jwt.PyJWKClient']).status === 0;

describe.each<[string, Verify, boolean]>([
  ['jwks-rsa and jsonwebtoken', verifyWithJwksRsa, true],
  ['jose createRemoteJWKSet', verifyWithJose, true],
  ['express-oauth2-jwt-bearer', verifyWithExpress, true],
  ['PyJWT PyJWKClient', verifyWithPyJwt, hasPyJwt],
])('%s', (_, verify, present) => {
  it.each([...RSA, ...EC])(
    'accepts %s tokens of a pushed key, and no others',
    needs(present, 'python3-jwt'),
    async (alg) => {
      expect(await verify(await token(ours, alg), alg)).toBe('user');
      const kid = ours.get(alg)?.thumbprint ?? '';
      await expect(verify(await token(theirs, alg, kid), alg)).rejects.toThrow(/signature/i);
      await expect(verify(await token(theirs, alg), alg)).rejects.toThrow(
        /unable to find a signing key|no applicable key/i,
      );
    },
  );
});
