// What the operating system says of a file, a folder or a disk, as our codes and without a path.
import type { DiskProblem } from '../../shared/problems/disk.ts';

const PROBLEMS: Readonly<Record<string, DiskProblem>> = {
  EACCES: { code: 'permission-denied' },
  EPERM: { code: 'permission-denied' },
  EROFS: { code: 'read-only' },
  ENOSPC: { code: 'full' },
  EDQUOT: { code: 'quota' },
  EFBIG: { code: 'too-large' },
  EIO: { code: 'disk-fails' },
  ENXIO: { code: 'nothing-behind' },
  ENODEV: { code: 'disk-gone' },
  ESTALE: { code: 'disk-gone' },
  // Of a disk whose driver is a program (exFAT, NTFS, phones, shares), once that is gone, and while it goes.
  ENOTCONN: { code: 'disk-gone' },
  ECONNABORTED: { code: 'disk-gone' },
  ETIMEDOUT: { code: 'disk-silent' },
  ENOENT: { code: 'no-folder' },
  ENOTDIR: { code: 'not-a-folder' },
  EISDIR: { code: 'folder' },
  ENOTEMPTY: { code: 'folder-there' },
  EEXIST: { code: 'name-taken' },
  ENAMETOOLONG: { code: 'name-too-long' },
  EINVAL: { code: 'name-unfit' },
  EILSEQ: { code: 'name-unfit' },
  ELOOP: { code: 'links-in-circle' },
  EXDEV: { code: 'other-disk' },
  EBUSY: { code: 'open-elsewhere' },
  ETXTBSY: { code: 'open-elsewhere' },
  EMFILE: { code: 'too-many-open' },
  ENFILE: { code: 'too-many-open' },
  ENOMEM: { code: 'no-memory' },
};

export function diskProblem(error: unknown): DiskProblem {
  const code = errorCode(error);
  return PROBLEMS[code] ?? (code === '' ? { code: 'unknown' } : { code: 'system', name: code });
}

/** `ENOSPC`; empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
