// What the window program understands of its own command line.
import path from 'node:path';

const DATA_DIR = '--data-dir=';

export function dataFolderFrom(argv: readonly string[]): string | null {
  const given = argv.find((argument) => argument.startsWith(DATA_DIR));
  return given === undefined ? null : path.resolve(given.slice(DATA_DIR.length));
}

/** Said to a checkout that shall open the data of the installed product. */
export const isForProduct = (argv: readonly string[]): boolean => argv.includes('--product');
