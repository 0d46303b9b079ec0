import { dative } from './dative.ts';
import type { en } from '../en/index.ts';

export const timeline: typeof en.timeline = {
  toggle: 'Zeitleiste',
  ofRing: (ring) => `des Schlüsselrings ${ring}`,
  look: (ring) => `Darstellung der Zeitleiste des Schlüsselrings ${ring}`,
  label: (ring) => `Zeitleiste des Schlüsselrings ${ring}`,
  line: 'Leiste',
  table: 'Tabelle',
  now: 'Jetzt',
  inTime: (left) => `in ${dative(left)}`,
  caption: 'Alles, was mit dem Ring geschehen ist und was kommt',
  fromNow: 'Von jetzt an',
  kid: 'kid',
  stateToday: 'Zustand heute',
  event: {
    created: { short: 'Erzeugt', long: 'In Verwahrung genommen' },
    published: { short: 'Außen gesehen', long: 'Zum ersten Mal im öffentlichen Schlüsselsatz gesehen' },
    current: { short: 'Signiert', long: 'Signiert seitdem; der Schlüssel davor wurde voriger' },
    revoked: { short: 'Gesperrt', long: 'Gesperrt' },
    'taken-down': { short: 'Entfernt', long: 'Zum ersten Mal nicht mehr im öffentlichen Schlüsselsatz gesehen' },
    destroyed: { short: 'Gelöscht', long: 'Privater Schlüssel gelöscht' },
    ready: { short: 'Signierbereit', long: 'Signierbereit' },
    safe: { short: 'Sicher sperrbar', long: 'Sicher sperrbar' },
    bites: { short: 'Überall abgelehnt', long: 'Überall abgelehnt' },
    'bites-worst': {
      short: 'Abgelehnt, ungünstigster Fall',
      long: 'Überall abgelehnt, auch von Caches eines gestörten Endpunkts',
    },
    erasure: { short: 'Löschung', long: 'Der private Schlüssel wird gelöscht' },
  },
  transition: {
    created: 'Hier erzeugt',
    imported: 'Importiert',
    announced: 'An den Mandanten gesendet',
    published: 'Im öffentlichen Schlüsselsatz gesehen',
    current: 'Aktueller Schlüssel geworden',
    previous: 'Voriger Schlüssel geworden',
    'taken-down': 'Nicht mehr im öffentlichen Schlüsselsatz gesehen',
    destroyed: 'Privater Schlüssel gelöscht',
    revoked: 'Gesperrt',
  },
};
