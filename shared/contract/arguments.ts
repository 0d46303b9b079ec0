// Arguments that calls of several parts take.
import { z } from 'zod';
import { kidSchema, nameSchema, reasonSchema } from '../fields.ts';

export const ringName = nameSchema.optional();

/** The typed reason for going ahead before the clock allows it. It is recorded. */
export const overrideSchema = reasonSchema.optional();

export const tenantArgs = z.strictObject({ tenant: nameSchema });

export const keyArgs = z.strictObject({ tenant: nameSchema, kid: kidSchema });

export const noArgs = z.strictObject({});
