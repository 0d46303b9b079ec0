// Reading a text file line by line, so that its size does not matter, with a limit on what one line may hold.
import { CustodianError } from '../../shared/errors.ts';
import { openRegular } from './open-regular.ts';
import { withPatience } from './patience.ts';
import { shownName, unreadableFile } from './problem.ts';

/** Characters in one line. An audit entry stays far below. */
const MAX_LINE = 1024 * 1024;

/** Lines end with LF; an empty last one is left out. Throws FILE_NOT_FOUND, FILE_NOT_REGULAR or FILE_UNREADABLE. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const name = shownName(file);
  let rest = '';
  try {
    const { handle } = await withPatience(
      file,
      () => openRegular(file),
      (opened) => void opened.handle.close(),
    );
    // The stream closes the handle, also when the reader leaves early.
    for await (const part of handle.createReadStream({ encoding: 'utf8' }) as AsyncIterable<string>) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE) {
        throw new CustodianError('FILE_UNREADABLE', { file: name, problem: { code: 'no-lines' } });
      }
      yield* lines;
    }
  } catch (error) {
    throw unreadableFile(name, error);
  }
  if (rest !== '') {
    yield rest;
  }
}
