// Das Blatt für die Person, die einen Anteil aufbewahrt.
import type { en } from '../../en/backup/share-sheet.ts';

export const de: typeof en = {
  title: (number, of) => `Anteil ${number} von ${of}`,
  program: 'Key Custodian: Sicherung privater Schlüssel',
  lead: (threshold) =>
    `Je ${threshold} verschiedene Anteile dieses Satzes öffnen zusammen die Sicherung. Weniger sagen nichts über sie.`,
  keep: 'Bewahren Sie dieses Blatt so auf, dass nur Sie daran kommen. Fotografieren und kopieren Sie es nicht, und legen Sie es nicht zur Sicherung.',
  holder: 'Aufbewahrt von',
  set: 'Satz',
  madeAt: 'Sicherung vom',
  id: 'Nummer der Sicherung',
  sha256: 'SHA-256 der Datei',
  device: 'Gerät, das sie gemacht hat',
  audit: 'Protokollkette',
  anchor: (entries) => `${entries} Einträge, Kopf`,
  recipient: 'Empfänger des Satzes',
  words: 'Die Wörter in ihrer Reihenfolge (die ersten vier Buchstaben eines jeden genügen)',
  code: 'Dasselbe als Code',
  use: (threshold) =>
    `Zum Öffnen: Key Custodian, Sicherung, Wiederherstellen oder Probe, mit Anteilen; oder „custodian backup restore DATEI --share …“ mit ${threshold} Blättern. Ohne Key Custodian: die Anleitung zu Sicherungen.`,
};
