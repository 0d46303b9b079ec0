// Failures of the disk as errors with a code. A file is named without its folder, and fit to be shown.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { DiskProblem } from '../../shared/problems/disk.ts';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import { visible } from '../../shared/encoding/printable.ts';
import { diskProblem, errorCode } from '../ports/disk-problems.ts';
import { nameProblem } from '../../shared/domain/exports/file-names.ts';

/** The name of a file as errors tell it. */
export const shownName = (file: string): string => visible(path.basename(file));

/** The coded form of a failed read; what is coded already stays as it is. `file` is a shown name. */
export function unreadableFile(file: string, error: unknown): CustodianError {
  if (isCustodianError(error)) {
    return error;
  }
  return errorCode(error) === 'ENOENT'
    ? new CustodianError('FILE_NOT_FOUND', { file }, { cause: error })
    : new CustodianError('FILE_UNREADABLE', { file, problem: diskProblem(error) }, { cause: error });
}

/** The same for a failed write. A name that was taken meanwhile is told apart from a write that failed. */
export async function notWritten(target: string, error: unknown): Promise<CustodianError> {
  if (isCustodianError(error)) {
    return error;
  }
  const file = shownName(target);
  return ['EEXIST', 'ENOTEMPTY'].includes(errorCode(error))
    ? new CustodianError('FILE_EXISTS', { file }, { cause: error })
    : new CustodianError('FILE_NOT_WRITTEN', { file, problem: await whyNotWritten(target, error) }, { cause: error });
}

/**
 * exFAT answers a name that it does not take as if the folder were missing. Windows does so too where a file is in the place of the
 * folder, and says of a folder in the place of the file that it is not allowed.
 */
async function whyNotWritten(target: string, error: unknown): Promise<DiskProblem> {
  const code = errorCode(error);
  if (['EPERM', 'EACCES'].includes(code) && (await isFolder(target)) === true) {
    return { code: 'folder' };
  }
  const around = ['ENOENT', 'EINVAL', 'EILSEQ'].includes(code) ? await isFolder(path.dirname(target)) : null;
  if (around === null) {
    return diskProblem(error);
  }
  return around ? (nameProblem(path.basename(target)) ?? diskProblem(error)) : { code: 'not-a-folder' };
}

/** `null` when nothing is there. */
const isFolder = (file: string): Promise<boolean | null> =>
  stat(file).then(
    (found) => found.isDirectory(),
    () => null,
  );

/** Windows takes such names and does something else with them, so there they are refused before anything is written. */
export function requireFittingName(target: string): void {
  const problem = process.platform === 'win32' ? nameProblem(path.basename(target)) : null;
  if (problem !== null) {
    throw new CustodianError('FILE_NOT_WRITTEN', { file: shownName(target), problem });
  }
}
