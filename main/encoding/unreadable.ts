// The refusal of a file that holds no private key. `problem` completes “no private key that can be read: …”.
import { CustodianError } from '../../shared/errors.ts';

export function unreadable(problem: string, cause?: unknown): CustodianError<'KEY_UNREADABLE'> {
  return new CustodianError('KEY_UNREADABLE', { problem }, { cause });
}

export const DAMAGED = 'its content is damaged';
