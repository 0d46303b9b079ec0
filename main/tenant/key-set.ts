// A key set as an endpoint answers it.
import { z } from 'zod';

/** `keys` must be there: an answer of another kind is no empty set. */
export const keySetSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
