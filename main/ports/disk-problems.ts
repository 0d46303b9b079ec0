// What the operating system says of a file, a folder or a disk, in words and without a path.

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it is larger than this file system takes',
  EIO: 'the disk or the share fails',
  ENXIO: 'nothing answers behind it',
  ENODEV: 'the disk or the share is gone',
  ESTALE: 'the disk or the share is gone',
  ETIMEDOUT: 'the disk or the share does not answer',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ENOTEMPTY: 'a folder of this name is there',
  EEXIST: 'something of this name is there',
  ENAMETOOLONG: 'the name is too long',
  EINVAL: 'the file system does not take this name',
  EILSEQ: 'the file system does not take this name',
  ELOOP: 'its links lead round in a circle',
  EXDEV: 'it leads to another disk',
  EBUSY: 'another program has it open',
  ETXTBSY: 'another program has it open',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOMEM: 'the machine is out of memory',
};

export function diskProblem(error: unknown): string {
  const code = errorCode(error);
  return WORDS[code] ?? (code === '' ? 'unknown error' : code);
}

/** `ENOSPC`; empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
