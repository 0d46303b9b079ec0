import type { passphrase as measure } from '../en/passphrase.ts';

export const passphrase: typeof measure = {
  heading: 'Diese Datei ist geschützt',
  label: 'Passphrase',
  again: 'Noch einmal dasselbe',
  use: 'Sie dient einmal zum Öffnen der Datei, geht nur an den Hauptprozess und wird nicht aufbewahrt.',
  cancel: 'Abbrechen',
  submit: 'Öffnen',
  empty: (name) => `Das Feld „${name}“ ist leer.`,
  differ: 'Die beiden stimmen nicht überein.',
  short: (characters) => `Kurz: Wer die Datei bekommt, kann sie erraten. Nehmen Sie mindestens ${characters} Zeichen.`,
};
