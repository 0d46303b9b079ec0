// What a file must say of each entry of an audit chain; whether it may say more is for each kind of file to decide.
import { z } from 'zod';

export const entryMembers = {
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
};
