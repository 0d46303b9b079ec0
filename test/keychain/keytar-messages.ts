// What the tests and their keytar processes say to each other, one JSON document a line.
import { z } from 'zod';

export const Question = z.object({
  id: z.int(),
  call: z.enum(['getPassword', 'setPassword', 'deletePassword']),
  service: z.string(),
  account: z.string(),
  text: z.string(),
});
export type Question = z.infer<typeof Question>;

export const Answer = z.object({
  id: z.int(),
  value: z.union([z.string(), z.boolean(), z.null()]),
  /** The native error text. */
  error: z.string().nullable(),
});
export type Answer = z.infer<typeof Answer>;
