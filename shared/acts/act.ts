// How an act is defined: the one value from which its channel, the bridge, the router, the queue, the questions to the
// officer and its command follow. It is carried out in main/acts, or by the window's own program.
import type { z } from 'zod';

/**
 * `read`: at once, on the registry as it is; nothing of custody changes.
 * `remote`: beside the queue, on a registry that is vouched for; it waits for a network or stands for what would.
 * `act`: changes something; one after the other, on a registry that is vouched for, under a new seal.
 * `dialog`: asks the officer by itself, in dialogs that the page can neither see nor answer, and then acts.
 * `desk`: the window's own program does it: looks, clipboard, what was agreed to.
 */
export type Kind = 'read' | 'remote' | 'act' | 'dialog' | 'desk';

/** `leaving-production`: only where the tenant would be none of production any more, and nothing be proven from then on. */
type Proven = boolean | 'leaving-production';

export const takesProof = (proven: Proven, args: object): boolean =>
  proven === 'leaving-production'
    ? 'environment' in args && args.environment !== undefined && args.environment !== 'production'
    : proven;

export interface Act<K extends Kind, S extends z.ZodType, P extends z.ZodType, R, C extends boolean> {
  kind: K;
  /** What the act takes; also the border of the command line. */
  args: S;
  /** What the page may say, where the main process asks the officer for the rest. */
  page: P;
  /** Whether it can still be stopped while it waits for its turn, and at the places that it knows. */
  stops: boolean;
  /** Whether a person confirms it in the window of the main process; the question is in main/ipc/confirmation. */
  confirmed: C;
  /** Whether a person shows at production tenants that it is them, where there is a vault passphrase. */
  proven: Proven;
  /** Type only; never set. */
  result?: R;
}

interface Options<P, C> {
  page?: P;
  stops?: boolean;
  confirmed?: C;
  proven?: Proven;
}

const define =
  <K extends Kind>(kind: K) =>
  <R>() =>
  <S extends z.ZodType, P extends z.ZodType = S, C extends boolean = false>(
    args: S,
    { page, stops = false, confirmed, proven = false }: Options<P, C> = {},
  ): Act<K, S, P, R, C> => ({
    kind,
    args,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is left out is what the type says
    page: (page ?? args) as unknown as P,
    stops,
    proven,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    confirmed: (confirmed ?? false) as C,
  });

export const read = define('read');
export const remote = define('remote');
export const act = define('act');
export const dialog = define('dialog');
export const desk = define('desk');
