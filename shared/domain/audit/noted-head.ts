// A place of the chain as people note it elsewhere, on paper or in a mail: number and hash of an entry. Nothing in a chain
// shows that its end was cut off, or that an older copy took its place, by one who can sign; what was noted elsewhere does.
import { z } from 'zod';
import { because } from '../../problems/input.ts';
import type { ChainHead } from './chain.ts';

/** `128:9f86d0…` */
export const notedText = ({ seq, hash }: ChainHead): string => `${seq}:${hash}`;

export const notedHeadSchema = z
  .string()
  .regex(/^[1-9]\d{0,11}:[0-9a-f]{64}$/, because('noted-head'))
  .transform((text): ChainHead => {
    const [seq = '', hash = ''] = text.split(':');
    return { seq: Number(seq), hash };
  });
