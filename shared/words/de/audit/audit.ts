import { amountOf, count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const audit: typeof en.audit = {
  title: 'Protokoll',
  lead: 'Jede Änderung hinterlässt einen Eintrag, der mit dem vorigen verkettet ist. Die Prüfung findet jede Bearbeitung, Löschung und Umstellung.',
  verify: 'Kette prüfen',
  verifying: 'Alle Einträge werden geprüft',
  changedOutside:
    'Das Protokoll wurde außerhalb von Key Custodian verändert. Lassen Sie den Datenordner, wie er ist, und vergleichen Sie ihn mit einer Sicherung, bevor Sie weitermachen.',
  whole: (entries) => `Die Kette ist vollständig: ${count(entries, 'Eintrag', 'Einträge')}.`,
  broken: (at) => (at === null ? 'Die Kette ist unterbrochen.' : `Die Kette ist bei Eintrag ${at} unterbrochen.`),
  signed: (signedThrough, keychainAsked, head) =>
    phrase`${signedThrough === 0 ? 'Noch nicht signiert.' : `Von diesem Gerät bis Eintrag ${signedThrough} signiert.`}${keychainAsked ? '' : ' Der Schlüsselbund wurde nicht befragt.'} Ende ${head} Notieren Sie es an anderer Stelle, um ein gekürztes Protokoll zu erkennen.`,
  head: 'Anker der Kette',
  empty: { title: 'Noch ist nichts geschehen', means: 'Der erste Eintrag entsteht mit dem ersten Mandanten.' },
  export: 'Exportieren …',
  exported: (file: string, entries: number) =>
    `${file}: ${count(entries, 'Eintrag', 'Einträge')}, von diesem Gerät signiert`,
  exportedUnsigned:
    'Nicht signiert, beweist also anderen nichts: Der Schlüsselbund ist geschlossen, oder mit der Kette stimmt etwas nicht.',
  exportedMeans: 'Andere prüfen sie mit dem Skript verify-audit.mjs der Anleitung, das nur Node.js braucht.',
  ofTenant: 'Mandant',
  ofAct: 'Vorgang',
  ofKey: 'kid',
  from: 'Von',
  until: 'Bis',
  filters: 'Nur einige Einträge zeigen',
  noFilters: 'Alle zeigen',
  evidence: {
    start: 'Nachweisbericht …',
    title: 'Nachweisbericht',
    means:
      'Schlüsselwechsel, Wartezeiten, Ausnahmen, Nachweise, Ausgaben, Sicherungen und Proben eines Mandanten in einem Zeitraum: eine Seite zum Lesen und Drucken, ein PDF und eine signierte Datei, die andere ohne Netz prüfen.',
    verb: 'Bericht erstellen …',
    working: 'Der Bericht wird erstellt',
    from: 'Vom Tag an (UTC)',
    to: 'Vor dem Tag (UTC)',
    saved: (folder: string, entries: number) =>
      `${folder}: ${count(entries, 'Eintrag', 'Einträge')}, von diesem Gerät signiert`,
    nothing: 'Ein Dialog wurde geschlossen. Es wurde kein Bericht erstellt.',
  },
  find: 'Im Protokoll suchen',
  findBy: 'Datum (2026-11-29), Gegenstand, Vorgang, Person, Einzelheit',
  entries: (entries) => count(entries, 'Eintrag', 'Einträge'),
  someOf: (found, entries) => `${amountOf(found)} von ${amountOf(entries)}`,
  pages: 'Seiten des Protokolls',
  toPage: { first: 'Erste Seite', previous: 'Vorige Seite', next: 'Nächste Seite', last: 'Letzte Seite' },
  noMatch: 'Kein Eintrag passt. Versuchen Sie es mit weniger Wörtern.',
  caption: 'Einträge des Protokolls, neueste zuerst',
  number: 'Nr.',
  subject: 'Gegenstand',
  who: 'Wer',
  details: 'Einzelheiten',
  detailsOf: (entry) => `Einzelheiten zu Eintrag ${entry}`,
  action: 'Vorgang',
  hash: 'Hash',
  hashBefore: 'Voriger Hash',
};
