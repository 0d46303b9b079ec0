// “What is this file?” What was found in it is told by the main process.
export const inspect = {
  title: 'What is this file?',
  lead: 'Keys, certificates, containers, tokens: inspected on this machine, imported nowhere.',
  choose: 'Choose a file…',
  chooseAnother: 'Choose another file…',
  paste: 'From the clipboard',
  empty: 'Choose a file, drop one on this window, or paste',
  emptyMeans:
    'It is read outside the window, which learns public facts only. The file stays where it is, and nothing is kept.',
  open: 'Open with passphrase…',
  compare: 'Compare with…',
  comparedWith: (first: string, second: string) => `${first} and ${second}`,
  importInto: 'Import into…',
  advice: 'What can be done with it here',
  nothingMore: 'There is nothing more to say about it.',
};
