// The sandbox tenant on this machine.
import type { SandboxStatus } from '../app-info.ts';
import { type RehearsedTrouble, rehearseTroubleSchema } from '../domain/sandbox-trouble.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

export const sandboxCalls = {
  'sandbox.start': call<SandboxStatus>()(noArgs),
  /** What is armed to go wrong at the sandbox. */
  'sandbox.trouble': call<RehearsedTrouble>()(noArgs),
  'sandbox.rehearse': call<RehearsedTrouble>()(rehearseTroubleSchema),
} satisfies Calls;
