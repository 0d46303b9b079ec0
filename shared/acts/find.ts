// Finding whatever somebody pasted: a fingerprint, a thumbprint, a pin, a kid.
import { z } from 'zod';
import type { FoundText } from '../domain/find/found.ts';
import { because } from '../problems/input.ts';
import { read } from './act.ts';

export const findActs = {
  'find.text': read<FoundText>()(z.strictObject({ text: z.string().trim().min(1, because('empty')).max(500) })),
};
