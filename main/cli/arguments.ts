// From the words of a command line to checked arguments: the same schemas that guard the window's calls.
import type { z } from 'zod';
import { CustodianError } from '../../shared/errors.ts';

/** Throws INPUT_INVALID with the option as the person typed it. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new CustodianError('INPUT_INVALID', {
      field: optionName(issue?.path.join('.') ?? ''),
      problem: issue?.message ?? 'it does not fit',
    });
  }
  return result.data;
}

/** `customDomain` -> `--custom-domain`. */
function optionName(field: string): string {
  return field === '' ? 'the command' : `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
