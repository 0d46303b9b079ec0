// What the operating system said, in words and without a path.
import { CustodianError, isCustodianError } from '../../shared/errors.ts';

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

export function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return WORDS[code] ?? (code === '' ? 'unknown error' : code);
}

/** The coded form of a failed read; what is coded already stays as it is. `file` is a name without its folder. */
export function unreadableFile(file: string, error: unknown): CustodianError {
  if (isCustodianError(error)) {
    return error;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return new CustodianError('FILE_NOT_FOUND', { file }, { cause: error });
  }
  return new CustodianError('FILE_UNREADABLE', { file, problem: problemOf(error) }, { cause: error });
}
