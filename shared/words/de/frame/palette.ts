import type { en } from '../../en/page.ts';
import { count } from '../numbers.ts';

export const palette: typeof en.palette = {
  label: 'Suchen oder ausführen',
  field: 'Mandant, Schlüsselring oder Schlüssel suchen oder etwas ausführen',
  placeholder: 'Mandant, Ring oder kid suchen oder etwas tun: rotieren, sperren, importieren …',
  found: 'Gefunden',
  none: 'Nichts heißt so. Eine kid wird an ihrem Anfang erkannt, ein Fingerabdruck in jeder Schreibweise.',
  help: { choose: 'auswählen', go: 'öffnen', close: 'schließen' },
  foundEntries: (entries) => count(entries, 'Eintrag', 'Einträge'),
  kind: { key: 'Schlüssel', tenant: 'Mandant', ring: 'Ring', act: 'Ausführen', place: 'Öffnen' },
  acts: {
    appearance: { title: 'Aussehen: hell oder dunkel, Sprache', note: 'Einstellungen' },
    rehearseTrouble: {
      title: 'Störung an der Sandbox proben',
      note: 'Verlorene Antworten, Fehler, eine zweite Person am Werk',
    },
    shortcuts: { title: 'Tastenkürzel zeigen', note: '?' },
  },
  menu: {
    about: (name: string) => `Was mit diesem Eintrag getan werden kann: ${name}`,
    open: (name: string) => `Öffnen: ${name}`,
  },
  ring: (ring) => `Ring ${ring}`,
};
