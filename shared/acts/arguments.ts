// Arguments that several acts take.
import { z } from 'zod';
import { kidSchema, nameSchema, reasonSchema } from '../fields.ts';

export const ringName = nameSchema.optional();

/**
 * From the window: the officer wants to go past a guard. Where the act is confirmed in the window of the main process, the
 * reason is typed there; a page cannot bring one.
 */
export const overriding = z.boolean().optional();

/** For what the page may say where the main process asks for the reason. */
export const noReasonYet = { reason: reasonSchema.optional() };

export const tenantArgs = z.strictObject({ tenant: nameSchema });

export const keyArgs = z.strictObject({ tenant: nameSchema, kid: kidSchema });

export const noArgs = z.strictObject({});
