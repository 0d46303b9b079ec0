// The only file that touches the preload API. It turns the Result that crosses the border into a value or a thrown
// WireFailure, so that everything above can use promises in the ordinary way.
import type { Channel, EventName } from '../shared/channels.ts';
import type { Bridge, EventPayloads, PageArgsOf, ResultOf } from '../shared/contract.ts';
import type { WireError } from '../shared/errors.ts';
import { sentenceFor } from '../shared/sentences.ts';

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

/** The main process as the window sees it. */
export interface Custodian {
  call<C extends Channel>(channel: C, args: PageArgsOf<C>): Promise<ResultOf<C>>;
  on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void;
}

export function custodianOver(bridge: Bridge): Custodian {
  return {
    async call(channel, args) {
      const result = await bridge.calls[channel](args);
      if (result.ok) {
        return result.value;
      }
      throw new WireFailure(result.error);
    },
    on: (event, listener) => bridge.on(event, listener),
  };
}

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
