// The files that call `screenOf`, found by the bundler: a screen needs no line here. A screen without a file fails
// test/architecture/screens.test.ts.
import type { ScreenName } from '../shared/screens.ts';
import type { ScreenFile } from './screen-of.tsx';

const FILES = Object.values(import.meta.glob<ScreenFile>('./*/screens/*.tsx', { eager: true, import: 'screen' }));

export function screenFile(name: ScreenName): ScreenFile {
  const file = FILES.find((one) => one.name === name);
  if (file === undefined) {
    throw new TypeError(name);
  }
  return file;
}
