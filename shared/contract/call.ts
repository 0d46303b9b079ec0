// How one call of the contract is written: the schema of its argument and the type of its result.
import type { z } from 'zod';
import type { Channel } from '../channels.ts';

export interface Call<S extends z.ZodType, R> {
  args: S;
  /** Type only; never set. */
  result?: R;
}

export function call<R>() {
  return <S extends z.ZodType>(args: S): Call<S, R> => ({ args });
}

/** The calls of one part of the product. */
export type Calls = Partial<Record<Channel, Call<z.ZodType, unknown>>>;
