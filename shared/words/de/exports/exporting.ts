import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const exporting: typeof en.exporting = {
  title: 'Exportieren',
  lead: 'Nur öffentliche Schlüssel. Nichts davon kann signieren, Sie dürfen es also unbesorgt verschicken und einfügen.',
  leadShort: 'Nur öffentliche Schlüssel. Nichts davon kann signieren.',
  formats: 'Formate',
  askedBy: (quiet, who) => phrase`${quiet('Üblich bei')} ${who}`,
  profile: 'Schreibweise',
  text: 'Text',
  toFile: 'Als Datei speichern',
  save: 'Speichern …',
  saved: (fileName) => `${fileName} gespeichert`,
  notSaved: 'Es wurde nichts gespeichert: Der Dialog wurde geschlossen.',
  content: (fileName) => `Inhalt von ${fileName}`,
  firstBytes: (bytes) => `die ersten ${bytes} Bytes`,
  sha256: 'SHA-256',
  sha256OfFile: 'SHA-256 der Datei',

  recipes: {
    question: 'Wer braucht die Datei?',
    answer: (name, why) => phrase`${name}: ${why}`,
    of: {
      saml: {
        name: 'SAML-Dienstanbieter',
        why: 'Dieses Element kommt in seine Metadaten. Er holt einen neuen Schlüssel nicht selbst, stimmen Sie also den Tag mit dem Zuständigen ab.',
      },
      aspnet: {
        name: 'ASP.NET / IdentityServer',
        why: 'Gewöhnlich holt es den Schlüsselsatz des Mandanten selbst, alle 12 Stunden. Dieses Zertifikat braucht es, wo eines fest eingestellt ist.',
      },
      gateway: {
        name: 'API-Gateway (Kong, nginx)',
        why: 'Das sind alle veröffentlichten Schlüssel in einer Datei. Ein eingefügter Satz bleibt für immer, bringen Sie den neuen also vor dem Schlüsselwechsel.',
      },
      java: {
        name: 'Java-Keystore',
        why: 'Er importiert das Zertifikat als Bytes und behält es, bis jemand es ersetzt.',
      },
    },
  },

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
    folder: 'Ordner anlegen …',
    zip: 'ZIP anlegen …',
    working: 'Speicherort wird gewählt',
    work: 'Export',
    saved: (folder, files) => `${folder} mit ${count(files, 'Datei', 'Dateien')} gespeichert`,
    manifest: (sha256) => phrase`SHA-256 von manifest.json ${sha256}`,
  },
};
