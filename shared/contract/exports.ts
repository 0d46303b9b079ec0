// What leaves in a file: public halves, and private ones handed over under protection.
import { z } from 'zod';
import { kidSchema, nameSchema } from '../fields.ts';
import { type HandOver, handOverListSchema, handOverSchema, PROTECTIONS } from '../domain/exports/hand-over.ts';
import { EXPORT_FORMATS, EXPORT_PROFILES } from '../domain/limits.ts';
import type { ExportedFile, SavedExport } from '../domain/exports/exported-file.ts';
import { ringName } from './arguments.ts';
import { call, type Calls } from './call.ts';
import type { SavedFile } from './saved-file.ts';

export const exportSchema = z.strictObject({
  tenant: nameSchema,
  /** Not needed for the formats of many keys. */
  kid: kidSchema.optional(),
  /** Narrows the formats of many keys to one ring. */
  ring: ringName,
  format: z.enum(EXPORT_FORMATS),
  profile: z.enum(EXPORT_PROFILES).optional(),
});

export const exportAllSchema = z.strictObject({
  tenant: nameSchema,
  as: z.enum(['folder', 'zip']).default('folder'),
});

/** The window sends neither passphrase nor recipient: the main process asks the officer for them. */
export const exportPrivateSchema = handOverSchema.extend({ protection: z.enum(PROTECTIONS) });

export const exportCalls = {
  'export.preview': call<ExportedFile>()(exportSchema),
  'export.save': call<SavedFile>()(exportSchema),
  /** Everything public about a tenant in a folder or an archive. `null` when the officer closed the dialog. */
  'export.all': call<SavedExport | null>()(exportAllSchema),
  /** Hands a private half over, protected. `null` when the officer said no or closed a dialog; nothing left then. */
  'export.private': call<HandOver | null>()(exportPrivateSchema),
  'handover.list': call<HandOver[]>()(handOverListSchema),
} satisfies Calls;
