// The refusal of a file that holds no private key. Words for it are in words/.
import type { KeyFileProblem } from '../../shared/problems/key-file.ts';
import { CustodianError } from '../../shared/errors.ts';

export function unreadable(problem: KeyFileProblem, cause?: unknown): CustodianError<'KEY_UNREADABLE'> {
  return new CustodianError('KEY_UNREADABLE', { problem }, { cause });
}

export const DAMAGED: KeyFileProblem = { code: 'damaged' };
