// How a piece of work ended, as a test compares it.
import { expect } from 'vitest';
import { isCustodianError } from '../../shared/errors.ts';

/** `done`, or the code with which it was refused. */
export const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (isCustodianError(error) ? error.code : String(error)),
  );

/** The error of what has to fail. */
export const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('it worked'),
    (error: unknown) => error,
  );
