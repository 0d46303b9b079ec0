// Keys taking turns: rotation, its way back, and revocation.
import { z } from 'zod';
import { instantSchema, kidSchema, nameSchema, reasonSchema } from '../fields.ts';
import type { RingView } from '../model/ring.ts';
import { overrideSchema, ringName } from './arguments.ts';
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

export const rotateAndRevokeSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  reason: reasonSchema,
  compromised: z.boolean().default(false),
  compromisedSince: instantSchema.optional(),
});

export const abortSchema = z.strictObject({ tenant: nameSchema, ring: ringName, reason: reasonSchema });

export const rotationCalls = {
  'key.rotate': call<RingView>()(rotateSchema),
  'key.abortRotation': call<RingView>()(abortSchema),
  'key.revoke': call<RingView>()(revokeSchema),
  'key.rotateAndRevoke': call<RingView>()(rotateAndRevokeSchema),
} satisfies Calls;
