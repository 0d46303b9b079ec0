// The only file that touches the preload API. It turns the Result that crosses the border into a value or a thrown
// WireFailure, so that everything above can use promises in the ordinary way.
import type { Channel, EventName } from '../shared/channels.ts';
import type { Bridge, EventPayloads, ArgsOf, ResultOf } from '../shared/contract.ts';
import type { WireError } from '../shared/errors.ts';
import { sentenceFor } from '../shared/words/en/errors.ts';

declare global {
  interface Window {
    custodian?: Bridge;
  }
}

/** An error as it came over the border: code and public facts, never a stack or a secret. */
export class WireFailure extends Error {
  override readonly name = 'WireFailure';
  readonly error: WireError;

  constructor(error: WireError) {
    super(sentenceFor(error).message);
    this.error = error;
  }
}

export interface CallOptions {
  /** From `newCallName`: by this the call can be stopped, and what is told of it is known. */
  call?: string;
  /** Asks the call to stop. It answers CANCELLED, or as if nobody had asked where it was too late. */
  signal?: AbortSignal;
}

/** The main process as the window sees it. */
export interface Custodian {
  call<C extends Channel>(channel: C, args: ArgsOf<C>, options?: CallOptions): Promise<ResultOf<C>>;
  on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void;
}

export function custodianOver(bridge: Bridge): Custodian {
  return {
    async call(channel, args, { signal, call = signal === undefined ? undefined : newCallName() } = {}) {
      const stop = (): void => {
        if (call !== undefined) {
          void bridge.calls['work.cancel']({ call });
        }
      };
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const result = await bridge.calls[channel](args, call);
        if (!result.ok) {
          throw new WireFailure(result.error);
        }
        return 'json' in result ? valueIn<typeof channel>(result.json) : result.value;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
    on: (event, listener) => bridge.on(event, listener),
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- from our own main process, which answered this channel
const valueIn = <C extends Channel>(json: string): ResultOf<C> => JSON.parse(json) as ResultOf<C>;

/** Unlike that of any other call of this window. */
export const newCallName = (): string => crypto.randomUUID();

/** The bridge that the preload script exposed, or `null` when the page runs outside Key Custodian. */
export function custodianOfWindow(): Custodian | null {
  return window.custodian ? custodianOver(window.custodian) : null;
}

/** Any thrown value as a coded error; what is not coded is INTERNAL. */
export function wireErrorOf(error: unknown): WireError {
  if (error instanceof WireFailure) {
    return error.error;
  }
  return { code: 'INTERNAL', facts: { reference: error instanceof Error ? error.name : typeof error } };
}
