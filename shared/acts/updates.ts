// Newer versions of the program: asked for at one address, or taken from files. Nothing is installed by any of it.
import { z } from 'zod';
import type { ReleaseView, VerifiedPackage } from '../domain/updates/release.ts';
import { desk, dialog } from './act.ts';
import { noArgs } from './arguments.ts';

/** `verified`: `null` where the document alone was chosen. */
export interface TakenRelease {
  release: ReleaseView;
  verified: VerifiedPackage | null;
}

export const updateActs = {
  /** Asks first, unless it is allowed once and for all. `null` for a no. */
  'update.look': dialog<ReleaseView | null>()(noArgs, { stops: true }),
  /** The main process asks for the file. `null` when that was closed. */
  'update.take': dialog<TakenRelease | null>()(noArgs),
  /** Shows the file that was taken last in the file manager. */
  'update.show': desk<null>()(noArgs),
  /** A yes is confirmed beside the page. Whether it is allowed now. */
  'update.allow': dialog<boolean>()(z.strictObject({ allowed: z.boolean() })),
};
