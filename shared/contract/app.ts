// The app itself: how it is, the clipboard, and stopping what runs.
import type { ClockDifference } from '../domain/timing/key-clocks.ts';
import { z } from 'zod';
import type { Edition, SandboxStatus, VaultCondition } from '../app-info.ts';
import type { RegistryCondition } from '../domain/audit/registry-state.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

/** Public text only. The longest is a certificate chain or a set of ten keys. */
export const copySchema = z.strictObject({ text: z.string().min(1).max(1_000_000) });

/** By what a page calls one call of its own, to stop it and to know what is told about it. */
export const callNameSchema = z.string().regex(/^[a-z0-9-]{1,64}$/, 'must be the name of a call');

const cancelSchema = z.strictObject({ call: callNameSchema });

export interface AppStatus {
  version: string;
  /** e.g. `Electron 45.4.1` */
  runtime: string;
  /** Where registry and sandbox are kept. */
  dataFolder: string;
  edition: Edition;
  /** Whose data they are: a checkout may have been told to open those of the installed product. */
  custodyOf: Edition;
  /** Where a checkout kept its data before it had a folder of its own, if there are any. */
  formerFolder: string | null;
  vault: { condition: VaultCondition; detail: string };
  registry: RegistryCondition;
  sandbox: SandboxStatus;
  auditHead: string;
  /** How the clock of the newest answer and this machine's differ, where that is more than a minute. */
  clock: ClockDifference | null;
}

export const appCalls = {
  'app.status': call<AppStatus>()(noArgs),
  /** Shows the data folder in the file manager. */
  'app.openFolder': call<null>()(noArgs),
  /** Copies, and clears the clipboard after a minute if it still holds that text. */
  'clipboard.copy': call<null>()(copySchema),
  /** Asks the work that runs on a channel to stop at the next place where nothing is half done. */
  'work.cancel': call<null>()(cancelSchema),
} satisfies Calls;
