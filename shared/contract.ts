// What the page and the main process say to each other: the calls, from the definitions of the acts, and the events. The
// preload bridge and the renderer's client take their types from here. No result type can hold private material
// (test/architecture checks that no such member exists).
import type { Destination } from './screens.ts';
import type { z } from 'zod';
import type { Act, Kind } from './acts/act.ts';
import type { ACTS } from './acts/acts.ts';
import type { Channel, EventName } from './channels.ts';
import type { Result } from './errors.ts';

type Acts = typeof ACTS;

/** What the page gives (defaults may be left out). */
export type ArgsOf<C extends Channel> = z.input<Acts[C]['page']>;

/** The same with defaults filled in. */
export type ParsedArgsOf<C extends Channel> = z.output<Acts[C]['page']>;

/** What the act takes, from the page and the officer together. */
export type ActArgs<C extends Channel> = z.output<Acts[C]['args']>;

export type ResultOf<C extends Channel> =
  NonNullable<Acts[C]> extends Act<Kind, z.ZodType, z.ZodType, infer R, boolean> ? R : never;

/** Those that a person confirms. */
export type ConfirmedChannel = { [C in Channel]: Acts[C]['confirmed'] extends true ? C : never }[Channel];

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
  /** In so many seconds it locks, because nobody uses it; `null`: it was used again. */
  locking: { seconds: number | null };
  /** The officer chose a place in the native menu. */
  navigate: { to: Destination };
  /** The desktop gave a file to look at: it is asked for as one that was dropped. */
  opened: Record<string, never>;
}

/** A result, of which what is long crosses as JSON (main/ipc/crossing.ts). */
export type Crossing<T> = Result<T> | { ok: true; json: string };

/** What the preload script exposes as `window.custodian`: one function per channel, and nothing else. */
export interface Bridge {
  /** `call`: a name of the page's own choice, by which the call can be stopped. */
  calls: { [C in Channel]: (args: ArgsOf<C>, call?: string) => Promise<Crossing<ResultOf<C>>> };
  /** Returns the function that ends the subscription. */
  on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void;
}
