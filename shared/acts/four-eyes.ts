// Four eyes: the second officers of a tenant, and the acts that want one.
import { z } from 'zod';
import { type FourEyes, fourEyesSchema, officerNameSchema, officerSchema } from '../domain/four-eyes/four-eyes.ts';
import { nameSchema } from '../fields.ts';
import { act, dialog, read } from './act.ts';
import { noArgs, tenantArgs } from './arguments.ts';
import type { SavedFile } from './saved-file.ts';

const confirmed = true;

export const fourEyesActs = {
  /** Saves the request for an act that was refused for want of a second officer, as APPROVAL_NEEDED names it, and a picture of it where it fits into one. */
  'approval.save': dialog<(NonNullable<SavedFile> & { picture: boolean }) | null>()(
    z.strictObject({ tenant: nameSchema, act: z.string().max(100), args: z.string().max(65_536) }),
  ),
  /** Takes an answer from a file of the officer's choice; it is looked at when an act wants one. Whether one was taken. */
  'approval.take': dialog<boolean>()(noArgs),
  'fourEyes.show': read<FourEyes>()(tenantArgs),
  'fourEyes.set': act<FourEyes>()(fourEyesSchema, { confirmed }),
  'officer.add': act<FourEyes>()(officerSchema, { confirmed }),
  'officer.remove': act<FourEyes>()(officerNameSchema, { confirmed }),
};
