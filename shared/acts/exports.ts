// What leaves in a file: public keys, and private ones handed over under protection.
import { z } from 'zod';
import type { ExportedFile, SavedExport } from '../domain/exports/exported-file.ts';
import {
  type HandOver,
  confirmCopySchema,
  destroyedCopySchema,
  handOverListSchema,
  handOverSchema,
  PROTECTIONS,
} from '../domain/exports/hand-over.ts';
import { EXPORT_FORMATS, EXPORT_PROFILES } from '../domain/formats.ts';
import { kidSchema, nameSchema } from '../fields.ts';
import { act, dialog, read, remote } from './act.ts';
import { ringName } from './arguments.ts';
import type { SavedFile } from './saved-file.ts';

const exportSchema = z.strictObject({
  tenant: nameSchema,
  /** Not needed for the formats of many keys. */
  kid: kidSchema.optional(),
  /** Narrows the formats of many keys to one ring. */
  ring: ringName,
  format: z.enum(EXPORT_FORMATS),
  profile: z.enum(EXPORT_PROFILES).optional(),
});

export const exportPrivateSchema = handOverSchema.extend({ protection: z.enum(PROTECTIONS) });

export const exportActs = {
  'export.preview': remote<ExportedFile>()(exportSchema),
  'export.save': dialog<SavedFile>()(exportSchema),
  /** Everything public about a tenant in a folder or an archive. `null` when the officer closed the dialog. */
  'export.all': dialog<SavedExport | null>()(
    z.strictObject({ tenant: nameSchema, as: z.enum(['folder', 'zip']).default('folder') }),
  ),
  /**
   * Hands a private key over, protected. The window sends neither passphrase nor recipient: the main process asks the
   * officer for them. `null` when the officer said no or closed a dialog; nothing left then.
   */
  'export.private': dialog<HandOver | null>()(exportPrivateSchema),
  'handover.list': read<HandOver[]>()(handOverListSchema),
  /** The recipient has the copy: what it is known by was read back. */
  'handover.confirm': act<HandOver>()(confirmCopySchema),
  /** The copy is gone; how that is known. */
  'handover.destroyed': act<HandOver>()(destroyedCopySchema),
};
