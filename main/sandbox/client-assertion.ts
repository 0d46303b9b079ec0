// private_key_jwt (RFC 7523 §3) as the tenant judges it: a client that registered a public key proves itself by a JWT that
// its private key signed a moment ago, for this tenant, and that was never shown before.
import { createPublicKey } from 'node:crypto';
import { importJWK, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { CustodianError } from '../../shared/errors.ts';
import { issuerOf } from './access-token.ts';
import type { Call } from './call.ts';
import { tenantIn } from './own-keys.ts';
import { type ClientKey, clientKeySchema, type ClientState } from './state.ts';

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const MAX_BYTES = 2048;
const MAX_LIFETIME_SECONDS = 300;
const SKEW_SECONDS = 10;
const BITS = { least: 2048, most: 4096 };

/** What is kept of a public JWK. Throws INPUT_INVALID for one that the tenant would not take. */
export function clientKey(jwk: object): ClientKey {
  const key = clientKeySchema.strip().safeParse(jwk);
  const bits = key.success ? createPublicKey({ key: key.data, format: 'jwk' }).asymmetricKeyDetails?.modulusLength : 0;
  if (!key.success || bits === undefined || bits < BITS.least || bits > BITS.most) {
    const problem = { code: 'sandbox-client-key', ...BITS } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'publicKey', problem });
  }
  return key.data;
}

/** Whether the assertion proves the client. One that does is used up. */
export async function assertionProves(assertion: string, client: ClientState, call: Call): Promise<boolean> {
  const { services, tenant } = call;
  const claims = Buffer.byteLength(assertion) > MAX_BYTES ? null : await claimsOf(assertion, client, call);
  const now = services.clock.now().getTime() / 1000;
  const { jti, exp } = claims ?? {};
  if (jti === undefined || exp === undefined || exp > now + MAX_LIFETIME_SECONDS + SKEW_SECONDS) {
    return false;
  }
  return services.state.change((state) => {
    const known = tenantIn(state, tenant).clients.find(({ clientId }) => clientId === client.clientId);
    if (known === undefined || known.assertions.some((used) => used.jti === jti)) {
      return false;
    }
    const alive = known.assertions.filter((used) => used.exp + SKEW_SECONDS > now);
    known.assertions = [...alive, { jti, exp }];
    return true;
  });
}

async function claimsOf(
  assertion: string,
  { clientId, publicKey }: ClientState,
  { services, tenant }: Call,
): Promise<JWTPayload | null> {
  if (publicKey === null) {
    return null;
  }
  try {
    const { payload } = await jwtVerify(assertion, await importJWK(publicKey), {
      algorithms: [publicKey.alg],
      issuer: clientId,
      subject: clientId,
      audience: issuerOf(tenant),
      requiredClaims: ['exp', 'jti'],
      clockTolerance: SKEW_SECONDS,
      currentDate: services.clock.now(),
    });
    return z.string().min(1).safeParse(payload.jti).success ? payload : null;
  } catch {
    return null;
  }
}
