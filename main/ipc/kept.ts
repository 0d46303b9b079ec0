// What outlives one call of the page, as far as a handler may use it.
import type { Agreements } from './confirmation/agreements.ts';
import type { LookedInto } from './looked-into.ts';

/** What the page may say of many pushes. */
export interface AgreeTo {
  agree(pushes: Parameters<Agreements['agree']>[0]): void;
}

export interface Kept {
  agreements: AgreeTo;
  looked: LookedInto;
}
