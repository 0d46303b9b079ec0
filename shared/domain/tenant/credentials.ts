// What lets us in at a tenant's endpoint, in the words that every border shares: the order to keep one without its secret
// part, what may be said of one, and which kinds an endpoint takes.
import { type CredentialKind, type EndpointKind, ENDPOINTS } from '../endpoints.ts';
import { z } from 'zod';
import { kidSchema, nameSchema, overrideSchema } from '../../fields.ts';
import { because } from '../../problems/input.ts';

export const clientIdSchema = z
  .string()
  .min(1, because('empty'))
  .max(255)
  .regex(/^[\x20-\x7e]+$/, because('not-ascii'));

/** RFC 7617 §2: a colon would end the user name. */
export const userSchema = z
  .string()
  .min(1, because('empty'))
  .max(255)
  .regex(/^[^\p{C}:]+$/u, because('colon'));

export const credentialOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ tenant: nameSchema, kind: z.literal('client-secret'), clientId: clientIdSchema }),
  z.strictObject({
    tenant: nameSchema,
    kind: z.literal('private-key-jwt'),
    clientId: clientIdSchema,
    kid: kidSchema,
    /** Why a key that signs tokens in production proves a client too. */
    override: overrideSchema,
  }),
  z.strictObject({ tenant: nameSchema, kind: z.literal('token') }),
  z.strictObject({ tenant: nameSchema, kind: z.literal('basic'), user: userSchema }),
  z.strictObject({ tenant: nameSchema, kind: z.literal('client-certificate') }),
]);

export type CredentialOrder = z.output<typeof credentialOrderSchema>;

/** What may be said of a credential. */
export interface CredentialFacts {
  kind: CredentialKind;
  /** Client id, user, or subject of the certificate; `null` for a token. */
  who: string | null;
  /** The key in custody that proves the client. */
  kid: string | null;
  /** That key is also one with which tokens are signed: a key should serve one purpose. */
  alsoSignsTokens?: true;
  /** Scheme, host and port that it is sent to; `null` for the sandbox, whose port changes. */
  origin: string | null;
}

export interface CredentialView extends CredentialFacts {
  /** False when the address of the tenant changed since, so that it is sent nowhere. */
  fits: boolean;
}

/** The kinds of credential that such an endpoint can be entered with. */
export const credentialKindsOf = (endpoint: EndpointKind): readonly CredentialKind[] => ENDPOINTS[endpoint].credentials;
