// Reading a token, and signing one.
import { z } from 'zod';
import { claimsSchema } from '../domain/token/claims.ts';
import { kidSchema, nameSchema } from '../fields.ts';
import { MAX_TOKEN_SECONDS, type SigningAlgorithm } from '../domain/limits.ts';
import type { Instant } from '../domain/timing/instant.ts';
import type { TokenReading } from '../domain/token/token.ts';
import { ringName } from './arguments.ts';
import { call, type Calls } from './call.ts';

/** A compact JWS, as pasted. 64 KiB is far above what any HTTP header carries. */
export const tokenReadSchema = z.strictObject({ tenant: nameSchema, jws: z.string().min(1).max(65_536) });

export const tokenSignSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  kid: kidSchema.optional(),
  claims: claimsSchema,
  /** Seconds to `exp`, unless the claims bring their own, which may not lie further away than the longest of these. */
  ttl: z.number().int().min(1).max(MAX_TOKEN_SECONDS).default(300),
});

/** A token is the officer's to hand on: it is shown once and kept nowhere. */
export interface SignedJws {
  jws: string;
  kid: string;
  alg: SigningAlgorithm;
  expiresAt: Instant | null;
}

export const tokenCalls = {
  'token.read': call<TokenReading>()(tokenReadSchema),
  'token.sign': call<SignedJws>()(tokenSignSchema),
} satisfies Calls;
