// The whole IPC contract as one value: channel -> schema of its argument and type of its result. The router in main
// validates against it, the preload bridge and the renderer's client take their types from it. The calls of each part of
// the product are in contract/; the argument schemas there are also the border of the command line. No result type can
// hold private material (test/architecture checks that no such member exists).
import type { z } from 'zod';
import type { Channel, EventName } from './channels.ts';
import type { Destination } from './screens.ts';
import { appCalls } from './contract/app.ts';
import { auditCalls } from './contract/audit.ts';
import type { Call } from './contract/call.ts';
import { certificateCalls } from './contract/certificates.ts';
import { consumerCalls } from './contract/consumers.ts';
import { credentialCalls } from './contract/credentials.ts';
import { evidenceCalls } from './contract/evidence.ts';
import { exportCalls } from './contract/exports.ts';
import { fileCalls } from './contract/files.ts';
import { fleetCalls } from './contract/fleet.ts';
import { keyCalls } from './contract/keys.ts';
import { networkCalls } from './contract/network.ts';
import { offlineCalls } from './contract/offline.ts';
import { ownKeyCalls } from './contract/own-keys.ts';
import { planCalls } from './contract/plans.ts';
import { policyCalls } from './contract/policies.ts';
import { preferenceCalls } from './contract/preferences.ts';
import { publishCalls } from './contract/publish.ts';
import { rotationCalls } from './contract/rotation.ts';
import { sandboxCalls } from './contract/sandbox.ts';
import { tenantCalls } from './contract/tenants.ts';
import { tokenCalls } from './contract/tokens.ts';
import type { Result } from './errors.ts';

export const contract = {
  ...appCalls,
  ...preferenceCalls,
  ...tenantCalls,
  ...keyCalls,
  ...fileCalls,
  ...rotationCalls,
  ...planCalls,
  ...consumerCalls,
  ...policyCalls,
  ...fleetCalls,
  ...exportCalls,
  ...certificateCalls,
  ...credentialCalls,
  ...publishCalls,
  ...evidenceCalls,
  ...offlineCalls,
  ...ownKeyCalls,
  ...tokenCalls,
  ...sandboxCalls,
  ...auditCalls,
  ...networkCalls,
} as const satisfies Record<Channel, Call<z.ZodType, unknown>>;

type Contract = typeof contract;

/** What the caller gives (defaults may be left out). */
export type ArgsOf<C extends Channel> = z.input<Contract[C]['args']>;

/** What the handler receives (defaults filled in). */
export type ParsedArgsOf<C extends Channel> = z.output<Contract[C]['args']>;

export type ResultOf<C extends Channel> = NonNullable<Contract[C]> extends Call<z.ZodType, infer R> ? R : never;

export interface Progress {
  /** The channel that is at work. */
  channel: Channel;
  /** The call, when the page gave it a name. */
  call?: string | undefined;
  step: number;
  of: number;
  label: string;
}

export interface EventPayloads extends Record<EventName, unknown> {
  /** The registry changed; `action` is the audit action. */
  changed: { action: string };
  progress: Progress;
  /** What this call is about to send cannot be taken back: it is not stopped any more, until it is answered. */
  sending: { call: string; answered?: true };
  /** The officer chose a place in the native menu. */
  navigate: { to: Destination };
}

/** What the preload script exposes as `window.custodian`: one function per channel, and nothing else. */
export interface Bridge {
  /** `call`: a name of the page's own choice, by which the call can be stopped. */
  calls: { [C in Channel]: (args: ArgsOf<C>, call?: string) => Promise<Result<ResultOf<C>>> };
  /** Returns the function that ends the subscription. */
  on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void;
}
