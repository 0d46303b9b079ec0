// What the window program understands of its own command line.
import path from 'node:path';

const DATA_DIR = '--data-dir=';

export function dataFolderFrom(argv: readonly string[]): string | null {
  const given = argv.find((argument) => argument.startsWith(DATA_DIR));
  return given === undefined ? null : path.resolve(given.slice(DATA_DIR.length));
}

/** Said to a checkout that shall open the data of the installed product. */
export const isForProduct = (argv: readonly string[]): boolean => argv.includes('--product');

/** The file that the program shall look at, as a desktop hands it over; a checkout is named before it. `null`: none. */
export function fileFrom(argv: readonly string[], program: string): string | null {
  const [, ...words] = argv;
  const file = words.find((word) => word !== '' && !word.startsWith('-') && path.resolve(word) !== program);
  return file === undefined ? null : path.resolve(file);
}
