// Reading a file of any size piece by piece.
import { stat } from 'node:fs/promises';
import { openRegular } from './open-regular.ts';
import { withPatience } from './patience.ts';
import { shownName, unreadableFile } from './problem.ts';

/** Throws FILE_NOT_FOUND, FILE_NOT_REGULAR or FILE_UNREADABLE. */
export async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  try {
    const { handle } = await withPatience(
      file,
      () => openRegular(file),
      (opened) => void opened.handle.close(),
    );
    // The stream closes the handle, also when the reader leaves early.
    yield* handle.createReadStream() as AsyncIterable<Buffer>;
  } catch (error) {
    throw unreadableFile(shownName(file), error);
  }
}

/** In bytes. Throws as `readChunks`. */
export async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw unreadableFile(shownName(file), error);
  }
}
