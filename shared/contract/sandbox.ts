// The sandbox tenant on this machine.
import type { SandboxStatus } from '../model/app.ts';
import { type RehearsedTrouble, rehearseTroubleSchema } from '../trouble.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

export const sandboxCalls = {
  'sandbox.start': call<SandboxStatus>()(noArgs),
  /** What is armed to go wrong at the sandbox. */
  'sandbox.trouble': call<RehearsedTrouble>()(noArgs),
  'sandbox.rehearse': call<RehearsedTrouble>()(rehearseTroubleSchema),
} satisfies Calls;
