// “What is this file?” What was found in it is told by the main process.
import { amountOf } from '../numbers.ts';

export const inspect = {
  title: 'What is this file?',
  lead: 'Keys, certificates, containers, tokens: inspected on this machine, imported nowhere.',
  choose: 'Choose a file…',
  chooseAnother: 'Choose another file…',
  paste: 'From the clipboard',
  empty: 'Choose a file, drop one on this window, or paste',
  emptyMeans:
    'It is read outside the window, which learns public facts only. The file stays where it is, and nothing is kept.',
  aside: (count: number) =>
    count === 1
      ? 'One more file was dropped and not looked at: drop one at a time.'
      : `${amountOf(count)} more files were dropped and not looked at: drop one at a time.`,
  open: 'Open with passphrase…',
  compare: 'Compare with…',
  comparedWith: (first: string, second: string) => `${first} and ${second}`,
  convert: {
    open: 'Save as…',
    title: (fileName: string) => `Save the public key in ${fileName} as…`,
    verb: 'Save…',
    working: 'Writing the file',
    what: 'The public key, and its certificate where the format has one, in another format. A private key in the file stays there.',
    format: 'Format',
    done: (fileName: string) => `${fileName} was written.`,
  },
  importInto: 'Import into…',
  advice: 'What can be done with it here',
  moreParts: (shown: number, of: number) =>
    `${shown} of ${amountOf(of)} parts are shown, those in custody first. On the command line, custodian inspect lists them all.`,
  request: {
    title: 'A request of another officer',
    lead: 'Where acts need a second officer, whoever asks sends a file or a picture of it. It is shown in a window of its own, where you approve or refuse it.',
  },
  nothingMore: 'There is nothing more to say about it.',
};
