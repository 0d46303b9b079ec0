// Reading a file that a person named, within a size limit that is checked before and while reading.
import { CustodianError } from '../../shared/errors.ts';
import { openRegular } from './open-regular.ts';
import { withPatience } from './patience.ts';
import { shownName, unreadableFile } from './problem.ts';
import { erasing } from '../ports/secret.ts';

/**
 * At most `limit` bytes. Throws FILE_NOT_FOUND, FILE_NOT_REGULAR, FILE_UNREADABLE or FILE_TOO_LARGE. The caller owns the
 * bytes.
 */
export async function readLimited(file: string, limit: number, deadlineMs?: number): Promise<Uint8Array> {
  try {
    return await withPatience(
      file,
      () => read(file, limit),
      (bytes) => bytes.fill(0),
      deadlineMs,
    );
  } catch (error) {
    throw unreadableFile(shownName(file), error);
  }
}

async function read(file: string, limit: number): Promise<Uint8Array> {
  const { handle, size } = await openRegular(file);
  // One byte more than is there tells a file that grows.
  using buffer = erasing(Buffer.alloc(Math.min(size, limit) + 1));
  try {
    if (size > limit) {
      throw tooLarge(file, size, limit);
    }
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
      if (bytesRead === 0) {
        return new Uint8Array(buffer.subarray(0, length));
      }
      length += bytesRead;
    }
    throw size === limit
      ? tooLarge(file, length, limit)
      : new CustodianError('FILE_UNREADABLE', { file: shownName(file), problem: 'it changes while it is read' });
  } finally {
    await handle.close();
  }
}

const tooLarge = (file: string, bytes: number, limit: number): CustodianError =>
  new CustodianError('FILE_TOO_LARGE', { file: shownName(file), bytes, limit });
