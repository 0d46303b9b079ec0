import type { en } from '../en/index.ts';

export const controls: typeof en.controls = {
  copy: {
    verb: (what) => `${what} kopieren`,
    refused: 'Zwischenablage nicht verfügbar',
    copied: (what) => `Kopiert: ${what}`,
    notCopied: (what) => `Nicht kopiert, die Zwischenablage ist nicht verfügbar: ${what}`,
    details: 'Einzelheiten',
  },
  cancel: {
    verb: (what) => `${what} abbrechen`,
    asked: 'Wird angehalten …',
    stopping: (what) => `Wird angehalten: ${what}`,
    notStopped: (what) => `Ließ sich nicht anhalten: ${what}`,
  },
  typeName: (tenant) => `Geben Sie den Namen des Mandanten ein: ${tenant}`,
  unitOf: (label) => `Einheit für „${label}“`,
  units: { seconds: 'Sekunden', minutes: 'Minuten', hours: 'Stunden', days: 'Tage' },
};
