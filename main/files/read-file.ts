// Reading a file that a person named, within a size limit that is checked before and while reading.
import { open } from 'node:fs/promises';
import path from 'node:path';
import { CustodianError } from '../../shared/errors.ts';
import { unreadableFile } from './problem.ts';

/** At most `limit` bytes. Throws FILE_NOT_FOUND, FILE_UNREADABLE or FILE_TOO_LARGE. The caller owns the bytes. */
export async function readLimited(file: string, limit: number): Promise<Uint8Array> {
  const name = path.basename(file);
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > limit) {
        throw new CustodianError('FILE_TOO_LARGE', { file: name, bytes: size, limit });
      }
      // One byte more than allowed tells a file that grew, or a device that never ends.
      const buffer = Buffer.alloc(limit + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
        length += bytesRead;
        if (bytesRead === 0 || length > limit) {
          break;
        }
      }
      if (length > limit) {
        buffer.fill(0);
        throw new CustodianError('FILE_TOO_LARGE', { file: name, bytes: length, limit });
      }
      const bytes = new Uint8Array(buffer.subarray(0, length));
      buffer.fill(0);
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadableFile(name, error);
  }
}
