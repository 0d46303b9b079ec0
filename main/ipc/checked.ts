// Arguments that came from the page, against a schema: INPUT_INVALID names the first field that does not fit.
import type { z } from 'zod';
import { CustodianError } from '../../shared/errors.ts';

/** `whole`: what to call the arguments where no single field is at fault. */
export function checked<S extends z.ZodType>(schema: S, args: unknown, whole = 'arguments'): z.output<S> {
  const parsed = schema.safeParse(args);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CustodianError('INPUT_INVALID', {
      field: issue?.path.join('.') || whole,
      problem: issue?.message ?? 'it does not fit',
    });
  }
  return parsed.data;
}
