// Keys taking turns: rotation, its way back, and revocation.
import { z } from 'zod';
import { instantSchema, kidSchema, nameSchema, reasonSchema } from '../fields.ts';
import type { RingView } from '../domain/key-ring/ring.ts';
import { overriding, overrideSchema, ringName } from './arguments.ts';
import { call, type Calls } from './call.ts';

export const rotateSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  reason: reasonSchema.optional(),
  /** The kid that the officer saw as next: the rotation is refused when another key has taken that place. */
  expectNext: kidSchema.optional(),
  override: overrideSchema,
});

export const revokeSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  reason: reasonSchema,
  compromised: z.boolean().default(false),
  /** Since when the private half may have been in other hands; only with `compromised`. */
  compromisedSince: instantSchema.optional(),
  override: overrideSchema,
});

export type RevokeArgs = z.output<typeof revokeSchema>;

export const rotateAndRevokeSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  reason: reasonSchema,
  compromised: z.boolean().default(false),
  compromisedSince: instantSchema.optional(),
  /** The next key may be in other hands as well, or there is none: two fresh keys take both places. */
  nextToo: z.boolean().optional(),
});

export type RotateAndRevokeArgs = z.output<typeof rotateAndRevokeSchema>;

export const withdrawSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  reason: reasonSchema,
  compromised: z.boolean().default(false),
  compromisedSince: instantSchema.optional(),
});

export type WithdrawArgs = z.output<typeof withdrawSchema>;

export const abortSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  reason: reasonSchema,
  /** The kid of the next key that makes room although it would be missed. */
  replace: kidSchema.optional(),
});

/** The page brings no reason where the main process asks for it. */
const reason = reasonSchema.optional();

export const revokeWishSchema = revokeSchema.extend({ reason, overriding });
export const withdrawWishSchema = withdrawSchema.extend({ reason });
export const rotateAndRevokeWishSchema = rotateAndRevokeSchema.extend({ reason });

export const rotationCalls = {
  'key.rotate': call<RingView>()(rotateSchema.extend({ overriding })),
  'key.abortRotation': call<RingView>()(abortSchema),
  'key.revoke': call<RingView>()(revokeWishSchema),
  'key.withdraw': call<RingView>()(withdrawWishSchema),
  'key.rotateAndRevoke': call<RingView>()(rotateAndRevokeWishSchema),
} satisfies Calls;
