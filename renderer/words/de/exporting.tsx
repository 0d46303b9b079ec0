import { count } from '../../text/hex.ts';
import type { en } from '../en/index.ts';

export const exporting: typeof en.exporting = {
  title: 'Exportieren',
  lead: 'Nur öffentliche Schlüssel. Nichts davon kann signieren, Sie dürfen es also unbesorgt verschicken und einfügen.',
  leadShort: 'Nur öffentliche Schlüssel. Nichts davon kann signieren.',
  formats: 'Formate',
  askedBy: (who) => (
    <>
      <span className="quiet">Üblich bei</span> {who}
    </>
  ),
  profile: 'Schreibweise',
  text: 'Text',
  save: 'Speichern…',
  saved: (fileName) => `${fileName} gespeichert`,
  notSaved: 'Nichts wurde gespeichert: Der Dialog wurde geschlossen.',
  content: (fileName) => `Inhalt von ${fileName}`,
  firstBytes: (bytes) => `die ersten ${bytes} Bytes`,
  sha256: 'SHA-256',
  sha256OfFile: 'SHA-256 der Datei',

  many: {
    title: 'Mehrere Schlüssel exportieren',
    keysOf: 'Schlüssel von',
    wholeTenant: (tenant) => `Der ganze Mandant ${tenant}`,
    ring: (ring) => `Schlüsselring ${ring}`,
    ledger: 'Ausgehändigte private Schlüssel',
    ledgerLead: 'Sie werden nur auf der Seite eines Schlüssels ausgehändigt, und nie ungeschützt.',
    ledgerCaption: 'Das Ausgabebuch',
  },

  everything: {
    title: 'Alles auf einmal',
    lead: 'Jedes Format jedes Schlüssels, die Sätze, ein Verzeichnis mit Prüfsummen und eine lesbare Übersicht. Es entsteht ganz oder gar nicht und überschreibt nie einen vorhandenen Ordner.',
    folder: 'Ordner anlegen…',
    zip: 'ZIP anlegen…',
    working: 'Speicherort wird gewählt',
    work: 'Export',
    saved: (folder, files) => `${folder} mit ${count(files, 'Datei', 'Dateien')} gespeichert`,
    manifest: (sha256) => <>SHA-256 von manifest.json {sha256}</>,
  },
};
