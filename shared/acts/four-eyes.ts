// Four eyes: the second officers of a tenant, and the acts that want one.
import { z } from 'zod';
import {
  type ApprovalAnswer,
  type ApprovalRequest,
  type FourEyes,
  fourEyesSchema,
  officerNameSchema,
  officerSchema,
} from '../domain/four-eyes/four-eyes.ts';
import type { Instant } from '../domain/timing/instant.ts';
import { nameSchema } from '../fields.ts';
import { act, dialog, read } from './act.ts';
import { tenantArgs } from './arguments.ts';
import type { SavedFile } from './saved-file.ts';

const confirmed = true;

/** Whether the tenant of a request is known here: by its name, and at the same place. */
export type WhereHere = 'same' | 'elsewhere' | 'unknown';

export interface OpenedRequest {
  request: ApprovalRequest;
  /** Fingerprint of the device that asks. */
  requester: string;
  /** Whether this device asked itself. */
  own: boolean;
  expired: boolean;
  here: WhereHere;
  /** As whom the tenant lists the device that asks here. */
  officer: string | null;
  /** How this device answered it last, if it did. */
  before: { decision: ApprovalAnswer['decision']; at: Instant } | null;
}

const fileArgs = z.strictObject({ inspected: z.boolean().default(false) });

export interface SavedAnswer {
  fileName: string;
  decision: ApprovalAnswer['decision'];
  /** Whether a picture lies beside it. */
  picture: boolean;
}

export const fourEyesActs = {
  /** Saves the request for an act that was refused for want of a second officer, as APPROVAL_NEEDED names it, and a picture of it where it fits into one. */
  'approval.save': dialog<(NonNullable<SavedFile> & { picture: boolean }) | null>()(
    z.strictObject({ tenant: nameSchema, act: z.string().max(100), args: z.string().max(65_536) }),
  ),
  /** Takes an answer from the file inspected last, or one of the officer's choice; it is looked at when an act wants one. Whether one was taken. */
  'approval.take': dialog<boolean>()(fileArgs),
  /**
   * Answers the request of another officer: the one that was inspected last, or from a file of the officer's choice. `null` when a
   * dialog was closed; nothing was signed then.
   */
  'approval.answer': dialog<SavedAnswer | null>()(fileArgs),
  'fourEyes.show': read<FourEyes>()(tenantArgs),
  'fourEyes.set': act<FourEyes>()(fourEyesSchema, { confirmed }),
  'officer.add': act<FourEyes>()(officerSchema, { confirmed }),
  'officer.remove': act<FourEyes>()(officerNameSchema, { confirmed }),
};
