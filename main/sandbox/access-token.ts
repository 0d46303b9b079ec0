// The sandbox's own access tokens: HS256 JWTs in the shape of the tenant's, good for the sandbox alone.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Call, Services } from './call.ts';
import type { ClientState, TenantState } from './state.ts';

/** Seconds; the tenant's default for Management tokens. */
export const TOKEN_LIFETIME = 86_400;

/** With the trailing slash, and on the canonical domain even when a custom one exists. */
export const audienceOf = (tenant: TenantState): string => `https://${tenant.domain}/api/v2/`;

/** Also for whom client assertions are made. */
export const issuerOf = (tenant: TenantState): string => `https://${tenant.domain}/`;

/** What the state keeps of a client secret. */
export function hashSecret(secret: string, salt: string): string {
  return createHmac('sha256', salt).update(secret, 'utf8').digest('base64url');
}

export function secretMatches({ salt, secretHash }: ClientState, secret: string): boolean {
  return secretHash !== null && timingSafeEqual(Buffer.from(hashSecret(secret, salt)), Buffer.from(secretHash));
}

export async function issueToken(tenant: TenantState, client: ClientState, services: Services): Promise<string> {
  const now = Math.floor(services.clock.now().getTime() / 1000);
  return new SignJWT({ scope: client.scopes.join(' '), gty: 'client-credentials', azp: client.clientId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(issuerOf(tenant))
    .setSubject(`${client.clientId}@clients`)
    .setAudience(audienceOf(tenant))
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_LIFETIME)
    .sign(keyOf(services));
}

/** The scopes of the bearer token; `null` when there is no token or it is not good here. */
export async function scopesOfBearer({ request, tenant, services }: Call): Promise<string[] | null> {
  const token = /^Bearer (\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined) {
    return null;
  }
  try {
    const { payload } = await jwtVerify(token, keyOf(services), {
      algorithms: ['HS256'],
      issuer: issuerOf(tenant),
      audience: audienceOf(tenant),
      requiredClaims: ['exp'],
      currentDate: services.clock.now(),
    });
    return typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : [];
  } catch {
    return null;
  }
}

const keyOf = ({ state }: Services): Uint8Array => Buffer.from(state.read().tokenSecret, 'base64url');
