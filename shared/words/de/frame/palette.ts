import type { en } from '../../en/page.ts';

export const palette: typeof en.palette = {
  label: 'Suchen oder ausführen',
  field: 'Mandant, Schlüsselring oder Schlüssel suchen oder etwas ausführen',
  placeholder: 'Mandant, Schlüsselring oder kid suchen oder etwas ausführen',
  found: 'Gefunden',
  none: 'Nichts heißt so. Eine kid wird an ihrem Anfang erkannt.',
  help: { choose: 'auswählen', go: 'öffnen', close: 'schließen' },
  kind: { key: 'Schlüssel', tenant: 'Mandant', ring: 'Ring', act: 'Ausführen', place: 'Öffnen' },
  acts: {
    rehearseTrouble: {
      title: 'Störung an der Sandbox proben',
      note: 'Verlorene Antworten, Fehler, eine zweite Person am Werk',
    },
    shortcuts: { title: 'Tastenkürzel zeigen', note: '?' },
  },
  ring: (ring) => `Ring ${ring}`,
};
