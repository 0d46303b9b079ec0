// Verifiers that other people run must accept what was pushed, knowing nothing but the JWKS URL: jwks-rsa with
// jsonwebtoken, and jose's remote set. And they must refuse what another key signed.
import { createRemoteJWKSet, jwtVerify } from 'jose';
import jsonwebtoken, { type JwtPayload } from 'jsonwebtoken';
import jwksRsa from 'jwks-rsa';
import { describe, expect, it } from 'vitest';
import { createKeyWorkshop } from '../../main/crypto/workshop.ts';
import type { KeyMaterial } from '../../main/core/ports.ts';
import type { PublicJwk, SigningAlgorithm } from '../../shared/model.ts';
import { CUSTOM_DOMAIN, DOMAIN, openSandbox } from '../unit/sandbox/open-sandbox.ts';

const ISSUER = `https://${CUSTOM_DOMAIN}/`;
const AUDIENCE = 'https://api.acme.example';
const workshop = createKeyWorkshop();

interface Signer {
  jwk: PublicJwk;
  sign(kid?: string): Promise<string>;
}

async function makeSigner(alg: SigningAlgorithm): Promise<Signer> {
  const material: KeyMaterial = await workshop.generate(alg, alg.startsWith('ES') ? null : 2048);
  const profile = { commonName: DOMAIN, notBefore: new Date(), days: 5000 };
  const certificate = await workshop.certify(material, alg, profile);
  const jwk = workshop.publicJwk(material.spki, certificate, alg, material.thumbprint);
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'user', iat: now, exp: now + 60 };
  return { jwk, sign: (kid = jwk.kid) => workshop.sign(material.pkcs8, alg, kid, claims) };
}

async function publish(...keys: PublicJwk[]): Promise<string> {
  const { manage, url } = await openSandbox();
  expect((await manage('PUT', '/keys/custom-signing', { body: { keys } })).status).toBe(200);
  return `${url}/${CUSTOM_DOMAIN}/.well-known/jwks.json`;
}

async function verifyWithJwksRsa(
  jwksUri: string,
  token: string,
  alg: Exclude<SigningAlgorithm, 'Ed25519'>,
): Promise<JwtPayload | string> {
  const kid = jsonwebtoken.decode(token, { complete: true })?.header.kid;
  const key = await jwksRsa({ jwksUri }).getSigningKey(kid);
  return jsonwebtoken.verify(token, key.getPublicKey(), {
    algorithms: [alg],
    issuer: ISSUER,
    audience: AUDIENCE,
  });
}

async function verifyWithJose(jwksUri: string, token: string, alg: SigningAlgorithm): Promise<JwtPayload> {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  const { payload } = await jwtVerify(token, keys, { algorithms: [alg], issuer: ISSUER, audience: AUDIENCE });
  return payload;
}

describe.each([
  ['jwks-rsa and jsonwebtoken', verifyWithJwksRsa],
  ['jose createRemoteJWKSet', verifyWithJose],
])('%s', (_, verify) => {
  it.each(['RS256', 'PS256', 'ES256'] as const)('accepts %s tokens of a pushed key, and no others', async (alg) => {
    const [ours, theirs] = [await makeSigner(alg), await makeSigner(alg)];
    const jwksUri = await publish(ours.jwk);
    expect(await verify(jwksUri, await ours.sign(), alg)).toMatchObject({ sub: 'user', iss: ISSUER });
    await expect(verify(jwksUri, await theirs.sign(ours.jwk.kid), alg)).rejects.toThrow(/signature/);
    await expect(verify(jwksUri, await theirs.sign(), alg)).rejects.toThrow(
      /Unable to find a signing key|no applicable key/,
    );
  });
});
