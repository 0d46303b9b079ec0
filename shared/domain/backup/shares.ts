// Who opens a backup together: so many shares, of which so many are needed. Each share is one holder's, on paper.
import { folded } from '../names.ts';
import { z } from 'zod';
import { nameSchema } from '../../fields.ts';
import { because } from '../../problems/input.ts';

export const LEAST_SHARES = 2;
/** More would not be brought together on a bad day; the code of a share has four bits for each of the two numbers. */
export const MOST_SHARES = 16;

export const shareOrderSchema = z
  .strictObject({
    /** So many open the backup. */
    threshold: z.int().min(LEAST_SHARES).max(MOST_SHARES),
    /** Who gets a share, one each. */
    holders: z.array(nameSchema).min(LEAST_SHARES).max(MOST_SHARES),
  })
  .refine(({ threshold, holders }) => threshold <= holders.length, {
    error: because('threshold-too-high'),
    path: ['threshold'],
  })
  .refine(({ holders }) => new Set(holders.map(folded)).size === holders.length, {
    error: because('holder-twice'),
    path: ['holders'],
  });
export type ShareOrder = z.output<typeof shareOrderSchema>;

/** What a share says of itself; all of it may be known to anybody. */
export interface ShareFacts {
  /** By which those that belong together are known: eight hex digits. */
  set: string;
  /** 1 for the first. */
  number: number;
  threshold: number;
  count: number;
}
