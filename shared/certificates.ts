// What an officer may ask for around a key's certificate: a new wrapper, a request to an authority, and taking its reply.
import { z } from 'zod';
import { kidSchema, nameSchema } from './fields.ts';
import { CERTIFICATE_DAYS } from './limits.ts';

/** A common name as certificates take it: at most 64 characters (RFC 5280 §A.1) that do not control a terminal. */
const commonNameSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(64)
  .regex(/^[^\p{C}]+$/u)
  .optional();

export const reissueSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  days: z.number().int().min(1, 'must be at least 1').max(36_500, 'must be at most 36500').default(CERTIFICATE_DAYS),
  /** The tenant's domain when left out. */
  commonName: commonNameSchema,
});
export const requestSchema = z.strictObject({ tenant: nameSchema, kid: kidSchema, commonName: commonNameSchema });
export const replySchema = z.strictObject({ tenant: nameSchema, kid: kidSchema });

export type ReissueArgs = z.output<typeof reissueSchema>;
export type RequestArgs = z.output<typeof requestSchema>;
export type ReplyArgs = z.output<typeof replySchema>;
