// English sentences for errors: files on this machine.
import { diskProblem } from '../problems/disk.ts';
import { otherThanFile } from '../problems/acts.ts';
import { say, type Sentences } from '../../sentence.ts';

export const fileSentences = {
  FILE_NOT_FOUND: ({ file }) => say(`There is no file ${file}.`, 'Check the name.'),
  PASTE_NOT_SEEN: ({ seconds }) =>
    say(
      `The clipboard was not read: nobody has pasted within the last ${seconds} seconds.`,
      'Paste once more, with the keys or in the menu.',
    ),
  FILE_NOT_REGULAR: ({ file, kind }) =>
    say(
      `${file} is ${otherThanFile[kind]}, and only ordinary files are read.`,
      'Save what it gives into a file and name that; where a command takes -, pipe it into standard input.',
    ),
  FILE_UNREADABLE: ({ file, problem }) =>
    say(
      `The file ${file} cannot be read: ${diskProblem(problem)}.`,
      'Check that it is the file you mean, its permissions, and the disk that it is on.',
    ),
  FILE_EXISTS: ({ file }) =>
    say(`${file} exists already and was left as it is.`, 'Choose another name, or move the old file away.'),
  FILE_NOT_WRITTEN: ({ file, problem }) =>
    say(`${file} could not be written: ${diskProblem(problem)}.`, 'Choose a folder you may write to, with free space.'),
  FILE_TOO_LARGE: ({ file, bytes, limit }) =>
    say(`${file} has ${bytes} bytes; at most ${limit} are read.`, 'Check that this is a key file.'),
} satisfies Partial<Sentences>;
