// The window for passphrases and other secrets. It reads this file alone, and none of the main window's words.
export const passphrase = {
  heading: 'This file is protected',
  label: 'Passphrase',
  again: 'The same again',
  use: 'It is used once to open the file, goes to the main process only, and is not kept.',
  cancel: 'Cancel',
  submit: 'Open',
  missing: (label: string) => `Type the ${label.toLowerCase()}.`,
  notTheSame: 'The two are not the same.',
  short: (enough: number) => `Short: whoever gets the file can guess it. Take ${enough} characters or more.`,
};
