// One key: made, brought in, kept, erased.
import { z } from 'zod';
import type { CertificateFacts } from '../domain/key-ring/certificates.ts';
import { kidSchema, nameSchema } from '../fields.ts';
import type { RingView } from '../domain/key-ring/ring.ts';
import { keyArgs, ringName } from './arguments.ts';
import { call, type Calls } from './call.ts';

/** `false`: the private half must never leave the keychain in a file. Cannot be taken back. */
const exportable = z.boolean().optional();

/** The kid of the key that may make room although it would be missed: an explicit yes that names it. */
const replace = kidSchema.optional();

/** The window sends no key bytes: the main process asks the officer for the file and reads it. */
export const keyImportSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  as: z.enum(['next', 'current', 'previous']).default('next'),
  kid: kidSchema.optional(),
  /** Which key of a file with several: its number, name or the beginning of its fingerprint. */
  entry: z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters').optional(),
  /** An RSA exponent below 65537 needs this explicit yes. */
  allowSmallExponent: z.boolean().optional(),
  exportable,
  replace,
  /** Take the file that was inspected last, while the main process still knows which one that was. */
  inspected: z.boolean().optional(),
});

export const generateSchema = z.strictObject({ tenant: nameSchema, ring: ringName, exportable, replace });

/** `confirm` repeats the kid: the second lock before anything is erased. */
export const destroySchema = z.strictObject({ tenant: nameSchema, kid: kidSchema, confirm: z.string().max(200) });

export type DestroyArgs = z.output<typeof destroySchema>;

export const keyCalls = {
  'key.generate': call<RingView>()(generateSchema),
  'key.import': call<RingView | null>()(keyImportSchema),
  /** The page does not repeat the kid where the main process asks for it. */
  'key.destroy': call<RingView>()(destroySchema.extend({ confirm: destroySchema.shape.confirm.optional() })),
  'key.keep': call<RingView>()(keyArgs),
  'key.certificate': call<CertificateFacts>()(keyArgs),
} satisfies Calls;
