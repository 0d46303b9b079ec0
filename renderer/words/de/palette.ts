import type { en } from '../en/index.ts';

export const palette: typeof en.palette = {
  label: 'Suchen oder ausführen',
  field: 'Mandant, Schlüsselring oder Schlüssel suchen oder etwas ausführen',
  placeholder: 'Mandant, Schlüsselring oder kid suchen oder etwas ausführen',
  found: 'Gefunden',
  none: 'Nichts heißt so. Eine kid wird an ihrem Anfang erkannt.',
  help: { choose: 'auswählen', go: 'öffnen', close: 'schließen' },
  kind: { key: 'Schlüssel', tenant: 'Mandant', ring: 'Ring', act: 'Ausführen', place: 'Öffnen' },
  places: {
    tenants: { title: 'Mandanten', note: 'Übersicht' },
    due: { title: 'Fällig', note: 'Was ansteht, für alle Mandanten' },
    policies: { title: 'Richtlinien', note: 'Die Zahlen, nach denen sich Mandanten richten' },
    audit: { title: 'Protokoll', note: 'Jede Änderung' },
    backup: { title: 'Sicherung', note: 'Was mit diesem Rechner verloren geht und was zu tun ist' },
    settings: { title: 'Einstellungen', note: 'Darstellung, Überwachung, dieser Rechner' },
  },
  acts: {
    addTenant: { title: 'Mandanten hinzufügen', note: '' },
    inspect: { title: 'Datei untersuchen', note: 'Was ist das?' },
    makePolicy: { title: 'Richtlinie anlegen', note: '' },
    rehearseTrouble: {
      title: 'Störung an der Sandbox proben',
      note: 'Verlorene Antworten, Fehler, eine zweite Person am Werk',
    },
    shortcuts: { title: 'Tastenkürzel zeigen', note: '?' },
  },
  ofTenant: {
    publish: (tenant) => ({ title: `${tenant} veröffentlichen`, note: 'Vorschau, übertragen, nachweisen' }),
    consumers: (tenant) => ({ title: `Abnehmer von ${tenant}`, note: 'Wer prüft und was bestätigt ist' }),
    exportMany: (tenant) => ({
      title: `Viele Schlüssel von ${tenant} exportieren`,
      note: 'Sätze, Listen, alles auf einmal',
    }),
    bench: (tenant) => ({ title: `Token-Werkbank von ${tenant}`, note: 'Token lesen und signieren' }),
    ownKeys: (tenant) => ({ title: `Eigene Schlüssel von ${tenant}`, note: 'Mit denen der Mandant signiert' }),
    settings: (tenant) => ({ title: `Einstellungen von ${tenant}`, note: 'Adressen, Richtlinie, Probe' }),
    plan: (tenant) => `Schlüsselwechsel für ${tenant} planen`,
  },
  ring: (ring) => `Ring ${ring}`,
};
