// What a reader of one container is given besides its octets.
import type { Contents } from '../contents.ts';
import type { Unlocking } from '../protection/unlock.ts';

export interface Context {
  unlocking: Unlocking;
  /** For what lies inside: `null` when it is nothing that is known, or nested too deep. */
  inside: Inside;
}

export interface Inside {
  bytes(bytes: Uint8Array): Promise<Contents | null>;
  text(text: string): Promise<Contents | null>;
}
