// Der Nachweisbericht für Menschen: eine Seite, die für sich steht, auf dem Schirm und auf Papier.
import type { Chapter } from '../../../domain/evidence/report.ts';
import type { KeyState } from '../../../domain/limits.ts';
import type { evidenceReport as en } from '../../en/evidence/report.ts';
import { actions } from '../audit/actions.ts';
import { count } from '../numbers.ts';

const chapters: Record<Chapter, string> = {
  rotations: 'Schlüsselwechsel',
  ends: 'Gesperrte, zurückgezogene und gelöschte Schlüssel',
  publications: 'Veröffentlichungen',
  proofs: 'Nachweise und Blicke von außen',
  'hand-overs': 'Ausgehändigte private Schlüssel',
  ceremonies: 'Schlüsselzeremonien',
  backups: 'Sicherungen und Proben',
  machine: 'Diese Installation',
  other: 'Alles andere',
};

const states: Record<KeyState, string> = {
  next: 'nächster',
  current: 'aktueller',
  previous: 'vorheriger',
  revoked: 'gesperrt',
  replaced: 'ersetzt',
};

const ACTIONS: Readonly<Record<string, string>> = actions;

export const evidenceReport: typeof en = {
  language: 'de',
  title: (tenant) => `Nachweis: die Signaturschlüssel von ${tenant}`,
  span: (from, to) => `Von ${from} bis vor ${to}, alle Zeiten in UTC.`,
  facts: {
    tenant: 'Mandant',
    domain: 'Domain',
    customDomain: 'Eigene Domain',
    issuer: 'Aussteller',
    environment: 'Umgebung',
    endpoint: 'Endpunkt',
    madeAt: 'Erstellt',
    id: 'Bericht',
    device: 'Signiert vom Gerät',
    anchor: 'Anker der Protokollkette',
  },
  check: {
    title: 'Wie er geprüft wird',
    means:
      'Diese Seite steht mit ihrem SHA-256 in evidence.json. Diese Datei hat das Gerät signiert, und sie enthält jeden Eintrag, von dem hier die Rede ist. Mit Node.js und von Key Custodian nur dem Skript verify-audit.mjs aus der Anleitung:',
    chain: 'Mit --chain und der exportierten Protokollkette wird auch geprüft, dass der Bericht nichts auslässt.',
    compare: 'Vergleichen Sie Gerät und Anker mit dem, was anderswo notiert wurde. Beide stehen auch bei Sicherungen.',
  },
  keys: {
    title: 'Die Schlüssel, wie sie jetzt sind',
    heads: ['kid', 'Ring', 'Algorithmus', 'Zustand', 'Erzeugt', 'Aktuell seit', 'Gesperrt', 'Gelöscht', 'Gesichert'],
    none: 'Keine Schlüssel.',
    spki: 'SHA-256 des öffentlichen Schlüssels',
  },
  clocks: {
    title: 'Wartezeiten',
    means:
      'Wechsel und Sperrung warten, bis kein Prüfer mehr Schaden nimmt. Wer vorgeht, nennt einen Grund, und der bleibt im Protokoll.',
    heads: ['Nr.', 'Wann', 'Was', 'Wartezeit', 'Grund'],
    kept: 'eingehalten',
    goneAhead: 'nicht abgewartet',
    none: 'In dieser Zeit wurde nichts gewechselt oder gesperrt, was warten muss.',
  },
  overrides: {
    title: 'Ausnahmen',
    heads: ['Nr.', 'Wann', 'Was', 'Wer', 'Grund'],
    none: 'In dieser Zeit hat sich niemand über eine Regel hinweggesetzt.',
  },
  chapters,
  entries: {
    heads: ['Nr.', 'Wann', 'Was', 'Wer', 'Angaben'],
    count: (entries) => count(entries, 'Eintrag', 'Einträge'),
  },
  ofAll:
    'Einträge zu Sicherungen, Uhr und Protokollkette gelten für die ganze Installation und können andere Mandanten nennen.',
  state: (state) => states[state],
  action: (action) => ACTIONS[action] ?? action,
  yes: 'ja',
  no: 'nein',
};
