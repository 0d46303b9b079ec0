import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const erase: typeof en.erase = {
  title: (kid) => `Privaten Schlüssel von ${kid} löschen?`,
  verb: { atOnce: 'Endgültig löschen', later: 'Löschung vormerken' },
  working: 'Die Löschung wird vorgemerkt',
  done: { atOnce: (kid) => `${kid} gelöscht`, later: (kid) => `Die Löschung von ${kid} ist vorgemerkt` },
  atOnce: 'Er wird sofort aus dem Schlüsselbund gelöscht.',
  inDays: (days) =>
    `Er wird nach ${count(days, 'Tag', 'Tagen')} aus dem Schlüsselbund gelöscht. Bis dahin können Sie das zurücknehmen.`,
  means:
    'Danach kann niemand mehr damit signieren, und hier bleibt keine Kopie. Der öffentliche Schlüssel, das Zertifikat und der Verlauf bleiben erhalten.',
  typeKid: 'Geben Sie die ganze kid ein',
  will: (at) => phrase`Der private Schlüssel wird gelöscht: ${at}`,
  was: (at) => phrase`Privater Schlüssel gelöscht: ${at}`,
  takeBack: 'Zurücknehmen',
  takeBackOf: (kid) => `Zurücknehmen: Löschung von ${kid}`,
  kept: (kid) => `${kid} bleibt erhalten`,
};
