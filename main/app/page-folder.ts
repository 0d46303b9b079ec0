// Where Chromium keeps what a page leaves behind. SECURITY: it is emptied at each start, so that a page that was taken over
// hands nothing on to the next one.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { CustodianError } from '../../shared/errors.ts';
import { diskProblem } from '../ports/disk-problems.ts';

/** Throws FILE_NOT_WRITTEN, for example when somebody else made it. */
export function emptyPageFolder(electronFolder: string): string {
  const folder = path.join(electronFolder, 'pages');
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    throw new CustodianError('FILE_NOT_WRITTEN', { file: 'pages', problem: diskProblem(error) }, { cause: error });
  }
  return folder;
}
