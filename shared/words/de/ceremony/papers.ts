// Eine Schlüsselzeremonie auf Papier: das Drehbuch vorher, die Niederschrift nachher.
import type { ceremonyPapers as en } from '../../en/ceremony/papers.ts';
import { actions } from '../audit/actions.ts';
import { count } from '../numbers.ts';
import { does } from './does.ts';
import { problems, roles, steps } from './steps.ts';

const ACTIONS: Readonly<Record<string, string>> = actions;

export const ceremonyPapers: typeof en = {
  language: 'de',
  roles,
  steps,
  does,
  scriptTitle: (tenant) => `Drehbuch einer Schlüsselzeremonie: ${tenant}`,
  minutesTitle: (tenant) => `Niederschrift einer Schlüsselzeremonie: ${tenant}`,
  facts: {
    tenant: 'Mandant',
    domain: 'Domain',
    environment: 'Umgebung',
    ring: 'Schlüsselring',
    algorithm: 'Algorithmus',
    current: 'Aktueller Schlüssel',
    next: 'Nächster Schlüssel vorher',
    place: 'Ort',
    date: 'Datum',
    begun: 'Begonnen',
    ended: 'Beendet',
    id: 'Zeremonie',
    device: 'Gerät',
    signedBy: 'Signiert vom Gerät',
    before: 'Anker vorher',
    after: 'Anker nachher',
    drawn: 'Drehbuch erstellt',
  },
  none: '–',
  utc: 'Alle Zeiten in UTC.',
  people: {
    title: 'Wer teilnimmt',
    heads: ['Rolle', 'Name', 'Unterschrift'],
    means: 'Niemand hat zwei Rollen. Wer tippt, was vorgelesen wird, sieht dabei auf keinen Bildschirm.',
  },
  script: {
    title: 'Schritt für Schritt',
    heads: ['Nr.', 'Wer', 'Was', 'Zeit', 'Kürzel'],
    command: (tenant) => `custodian ceremony step ${tenant}`,
    means:
      'Das Programm führt durch diese Schritte und geht erst weiter, wenn ein Schritt stimmt. Wird einer übergangen, steht der Grund in der Niederschrift. Es darf jederzeit unterbrochen werden und geht dort weiter, wo es war.',
    notes: 'Notizen',
  },
  outcome: {
    closed: 'Jeder Schritt wurde getan oder mit Grund übergangen.',
    abandoned: (reason) => `ABGEBROCHEN: ${reason}`,
    open: 'NICHT ABGESCHLOSSEN: Das ist die Niederschrift bis hierher.',
    counts: (done, deviated, failures) =>
      `${count(done, 'Schritt', 'Schritte')} getan, ${deviated} übergangen, ${failures} vergebliche Versuche.`,
  },
  minutes: {
    title: 'Was getan wurde',
    heads: ['Nr.', 'Wann', 'Schritt', 'Wer', 'Ergebnis'],
    state: { done: 'getan', deviated: 'ÜBERGANGEN', open: 'nicht getan' },
    failures: (times, last) => `${times} × vergeblich: ${last}`,
    kinds: {
      said: 'gesagt',
      check: 'das Programm prüft',
      act: 'getan',
      'read-back': 'vorgelesen, von anderen getippt',
    },
    reason: 'Grund',
  },
  notes: { title: 'Notizen', heads: ['Wann', 'Notiz'], none: 'Keine.' },
  entries: {
    title: 'Jeder Eintrag der Protokollkette in dieser Zeit',
    heads: ['Nr.', 'Wann', 'Was', 'Gegenstand', 'Wer', 'Einzelheiten'],
  },
  check: {
    title: 'Wie man sie prüft',
    means:
      'Diese Seite steht mit ihrem SHA-256 in minutes.json. Diese Datei hat das Gerät signiert, und sie enthält jeden Eintrag der Protokollkette vom ersten bis zum letzten dieser Zeremonie. Mit Node.js und von Key Custodian nur dem Skript verify-audit.mjs aus der Anleitung:',
    compare: 'Vergleichen Sie Gerät und Anker mit dem, was auf Papier notiert ist.',
  },
  fact: {
    anchor: 'Anker',
    entry: 'Eintrag',
    file: 'Datei',
    format: 'Format',
    hash: 'Hash der Vorschau',
    id: 'Kennung',
    keys: 'Schlüssel',
    kid: 'kid',
    last: 'letzte Sicherung',
    protection: 'Schutz',
    sha256: 'SHA-256',
    sound: 'heil',
    time: 'Zeit',
    to: 'an',
    value: 'vorgelesen und getippt',
    warnings: 'Warnungen',
  },
  problem: (problem) => problems[problem],
  action: (action) => ACTIONS[action] ?? action,
};
