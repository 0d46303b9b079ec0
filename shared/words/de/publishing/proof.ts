import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const proof: typeof en.proof = {
  title: '3. Nachweisen',
  lead: 'Holt den öffentlichen Schlüsselsatz über eine neue Verbindung und prüft allein damit ein Probe-Token.',
  nothing: {
    title: 'Es gibt nichts nachzuweisen.',
    advice:
      'Kein Schlüsselring hat einen aktuellen Schlüssel. Ein Schlüsselwechsel nimmt seinen nächsten Schlüssel in Gebrauch.',
  },
  prove: 'Von außen nachweisen',
  again: 'Erneut nachweisen',
  waitThenProve: 'Caches abwarten, dann nachweisen',
  theWait: 'das Warten',
  working: 'Ein Probe-Token wird geprüft',
  of: (kid) => `Nachweis für ${kid}`,
  proven: 'Nachgewiesen',
  notProven: 'Nicht nachgewiesen',
  notReached: 'Nicht erreicht.',
  outcome: { skipped: 'übersprungen', passed: 'bestanden', failed: 'fehlgeschlagen' },
  facts: {
    address: 'Adresse',
    sha256: 'SHA-256 des Schlüsselsatzes',
    sha256Copied: 'SHA-256 des Schlüsselsatzes',
    nothingFetched: 'es wurde nichts geholt',
    noCacheControl: 'keine',
  },
  save: 'Beleg speichern …',
  saved: (file, sha256) => phrase`${file} gespeichert, SHA-256 ${sha256}`,
};
