import type { en } from '../../en/page.ts';
import { amountOf } from '../numbers.ts';

export const inspect: typeof en.inspect = {
  title: 'Was ist das für eine Datei?',
  lead: 'Schlüssel, Zertifikate, Container, Token: auf diesem Rechner untersucht, nirgends importiert.',
  choose: 'Datei wählen …',
  chooseAnother: 'Andere Datei wählen …',
  paste: 'Aus der Zwischenablage',
  empty: 'Wählen Sie eine Datei, ziehen Sie eine auf dieses Fenster, oder fügen Sie ein',
  emptyMeans:
    'Sie wird außerhalb des Fensters gelesen, das nur Öffentliches erfährt. Die Datei bleibt, wo sie ist, und nichts wird aufbewahrt.',
  aside: (count) =>
    count === 1
      ? 'Eine weitere Datei wurde nicht angesehen: Ziehen Sie eine nach der anderen her.'
      : `${amountOf(count)} weitere Dateien wurden nicht angesehen: Ziehen Sie eine nach der anderen her.`,
  open: 'Mit Passphrase öffnen …',
  compare: 'Vergleichen mit …',
  comparedWith: (first, second) => `${first} und ${second}`,
  convert: {
    open: 'Speichern als …',
    title: (fileName) => `Öffentlichen Schlüssel in ${fileName} speichern als …`,
    verb: 'Speichern …',
    working: 'Die Datei wird geschrieben',
    what: 'Der öffentliche Schlüssel, und sein Zertifikat, wo das Format eines hat, in einem anderen Format. Ein privater Schlüssel in der Datei bleibt dort.',
    format: 'Format',
    done: (fileName) => `${fileName} wurde geschrieben.`,
  },
  importInto: 'Importieren in …',
  advice: 'Was sich hier damit tun lässt',
  moreParts: (shown, of) =>
    `${shown} von ${amountOf(of)} Teilen werden gezeigt, verwahrte zuerst. Auf der Kommandozeile zählt custodian inspect alle auf.`,
  request: {
    title: 'Bitte einer anderen Person',
    lead: 'Wo es eine zweite Person braucht, schickt die, die bittet, eine Datei oder ein Bild davon. Gezeigt wird sie in einem eigenen Fenster; dort geben Sie frei oder lehnen ab.',
  },
  nothingMore: 'Mehr ist dazu nicht zu sagen.',
};
