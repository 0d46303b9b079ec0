import type { ScreenWords } from '../../screens.ts';

export const screens: ScreenWords = {
  home: { palette: { title: 'Mandanten', note: 'Übersicht' }, menu: '&Mandanten' },
  'add-tenant': {
    way: 'Mandanten hinzufügen',
    palette: { title: 'Mandanten hinzufügen', note: '' },
    menu: '&Mandanten hinzufügen …',
  },
  due: { way: 'Fällig', palette: { title: 'Fällig', note: 'Was ansteht, für alle Mandanten' }, menu: 'Fä&llig' },
  policies: {
    way: 'Richtlinien',
    palette: { title: 'Richtlinien', note: 'Die Zahlen, nach denen sich Mandanten richten' },
    menu: '&Richtlinien',
  },
  inspect: {
    way: 'Datei untersuchen',
    palette: { title: 'Datei untersuchen', note: 'Was ist das?' },
    menu: 'Datei &untersuchen …',
  },
  audit: { way: 'Protokoll', palette: { title: 'Protokoll', note: 'Jede Änderung' }, menu: '&Protokoll' },
  backup: {
    way: 'Sicherung',
    palette: { title: 'Sicherung', note: 'Was mit diesem Rechner verloren geht und was zu tun ist' },
    menu: 'Si&cherung',
  },
  settings: {
    palette: { title: 'Einstellungen', note: 'Darstellung, Überwachung, dieser Rechner' },
    menu: '&Einstellungen',
  },
  'new-policy': { palette: { title: 'Richtlinie anlegen', note: '' } },
  keys: { way: 'Schlüssel' },
  publish: {
    way: 'Veröffentlichen',
    palette: ({ tenant }) => ({ title: `${tenant} veröffentlichen`, note: 'Vorschau, übertragen, nachweisen' }),
  },
  'own-keys': {
    way: 'Mandantenschlüssel',
    palette: ({ tenant }) => ({
      title: `Eigene Schlüssel von ${tenant}`,
      note: 'Mit denen der Mandant signiert',
    }),
  },
  consumers: {
    way: 'Abnehmer',
    palette: ({ tenant }) => ({ title: `Abnehmer von ${tenant}`, note: 'Wer prüft und was bestätigt ist' }),
  },
  'export-tenant': {
    palette: ({ tenant }) => ({
      title: `Viele Schlüssel von ${tenant} exportieren`,
      note: 'Sätze, Listen, alles auf einmal',
    }),
  },
  bench: {
    way: 'Token',
    palette: ({ tenant }) => ({ title: `Token-Werkbank von ${tenant}`, note: 'Token lesen und signieren' }),
  },
  'tenant-settings': {
    way: 'Einstellungen',
    palette: ({ tenant }) => ({ title: `Einstellungen von ${tenant}`, note: 'Adressen, Richtlinie, Probe' }),
  },
  plan: {
    palette: ({ tenant, ring }) => ({ title: `Schlüsselwechsel für ${tenant} planen`, note: `Ring ${ring}` }),
  },
};
