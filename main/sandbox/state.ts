// Everything the sandbox remembers, as one JSON document. It holds no private signing key: custom keys are public by
// schema, the tenant's own keys are kept as certificates, client secrets as salted hashes. The one secret in it signs
// the sandbox's own access tokens, which open nothing but the sandbox.
import { z } from 'zod';
import type { Randomness } from '../ports/randomness.ts';
import { customKeySchema } from './custom-key-schema.ts';

/** A client's public key as it was registered: the algorithm is the only one that it may use. */
export const clientKeySchema = z.strictObject({
  kty: z.literal('RSA'),
  n: z.base64url(),
  e: z.base64url(),
  alg: z.enum(['RS256', 'RS384', 'PS256']),
});

const clientSchema = z.strictObject({
  clientId: z.string(),
  salt: z.string(),
  /** base64url HMAC-SHA-256 of the secret under the salt. The secret has 384 random bits, so a slow hash adds nothing. */
  secretHash: z.string().nullable(),
  /** Instead of a secret. */
  publicKey: clientKeySchema.nullable().default(null),
  /** Client assertions that were used and have not expired. */
  assertions: z.array(z.strictObject({ jti: z.string(), exp: z.number() })).default([]),
  scopes: z.array(z.string()),
});

const ownKeySchema = z.strictObject({
  kid: z.string(),
  /** Standard Base64 of the DER certificate. */
  certificate: z.string(),
  state: z.enum(['next', 'current', 'previous', 'revoked']),
  currentSince: z.string().nullable(),
  currentUntil: z.string().nullable(),
  revokedAt: z.string().nullable(),
});

const tenantSchema = z.strictObject({
  domain: z.string(),
  customDomain: z.string().nullable(),
  furtherDomains: z.array(z.string()).default([]),
  clients: z.array(clientSchema),
  custom: z.strictObject({
    keys: z.array(customKeySchema),
    /** The set before the last change, which the custom domain may go on showing for a while. */
    before: z.array(customKeySchema),
    changedAt: z.string().nullable(),
  }),
  /** The tenant's own signing keys, newest last; empty until somebody asks for them. */
  own: z.array(ownKeySchema),
  /** Instants of the rotations of the last day. */
  rotations: z.array(z.string()),
});

export const stateSchema = z.strictObject({
  version: z.literal(1),
  /** base64url of the 32 bytes that sign access tokens. */
  tokenSecret: z.string(),
  tenants: z.array(tenantSchema),
});

export type SandboxState = z.infer<typeof stateSchema>;
export type TenantState = z.infer<typeof tenantSchema>;
export type ClientKey = z.infer<typeof clientKeySchema>;
export type ClientState = z.infer<typeof clientSchema>;
export type OwnKey = z.infer<typeof ownKeySchema>;

export function freshState(random: Randomness): SandboxState {
  return { version: 1, tokenSecret: Buffer.from(random.bytes(32)).toString('base64url'), tenants: [] };
}

/** The tenant with this canonical or custom domain. */
export function findTenant(state: SandboxState, domain: string): TenantState | undefined {
  const name = domain.toLowerCase();
  return state.tenants.find((tenant) => tenant.domain === name || isCustom(tenant, name));
}

/** Custom keys are shown there. */
export const isCustom = ({ customDomain, furtherDomains }: TenantState, domain: string): boolean =>
  customDomain === domain || furtherDomains.includes(domain);
