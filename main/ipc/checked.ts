// Arguments that came from the page, against a schema: INPUT_INVALID names the first field that does not fit.
import type { z } from 'zod';
import { CustodianError } from '../../shared/errors.ts';
import { check } from '../../shared/problems/issue.ts';

export function checked<S extends z.ZodType>(schema: S, args: unknown): z.output<S> {
  const result = check(schema, args);
  if (!result.ok) {
    const { path, problem } = result.refusal;
    throw new CustodianError('INPUT_INVALID', { field: path ?? 'arguments', problem });
  }
  return result.value;
}
