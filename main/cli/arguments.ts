// From the words of a command line to checked arguments: the same schemas that guard the window's calls.
import type { z } from 'zod';
import type { FieldPath } from '../../shared/problems/fields.ts';
import { CustodianError } from '../../shared/errors.ts';
import { check } from '../../shared/problems/issue.ts';

/** Throws INPUT_INVALID with the option as the person typed it. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = check(schema, value);
  if (!result.ok) {
    const { path, problem } = result.refusal;
    throw new CustodianError('INPUT_INVALID', { field: optionName(path), problem });
  }
  return result.value;
}

/** `customDomain` -> `--custom-domain`. */
function optionName(path: FieldPath | null): FieldPath {
  const named = path === null ? 'the command' : `--${path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as a command line writes that path
  return named as FieldPath;
}
