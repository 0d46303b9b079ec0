// The page for passphrases and other secrets. It stands apart from the main window, so it takes these words alone.
export const passphrase = {
  heading: 'This file is protected',
  label: 'Passphrase',
  again: 'The same again',
  use: 'It is used once to open the file, goes to the main process only, and is not kept.',
  cancel: 'Cancel',
  submit: 'Open',
  /** `name`: how the secret is called. */
  empty: (name: string) => `Type the ${name.toLowerCase()}.`,
  differ: 'The two are not the same.',
  short: (characters: number) => `Short: whoever gets the file can guess it. Take ${characters} characters or more.`,
};
