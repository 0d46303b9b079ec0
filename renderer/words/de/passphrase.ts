import type { passphrase as english } from '../en/passphrase.ts';

export const passphrase: typeof english = {
  heading: 'Diese Datei ist geschützt',
  label: 'Passphrase',
  again: 'Noch einmal dieselbe',
  use: 'Sie wird einmal zum Öffnen der Datei benutzt, geht nur an den Hauptprozess und wird nicht aufbewahrt.',
  cancel: 'Abbrechen',
  submit: 'Öffnen',
  missing: (label) => `Bitte ausfüllen: ${label}.`,
  notTheSame: 'Die beiden stimmen nicht überein.',
  short: (enough) => `Kurz: Wer die Datei bekommt, kann sie erraten. Nehmen Sie mindestens ${enough} Zeichen.`,
};
