import type { en } from '../../en/page.ts';

export const common: typeof en.common = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  tryAgain: 'Erneut versuchen',
  reason: 'Grund',
  reasonGoesIntoAudit: 'Optional. Kommt ins Protokoll.',
  copied: 'Kopiert',
  save: 'Speichern',
  edit: 'Bearbeiten',
  stepOf: (work, step, of) => `${work} (${step} von ${of})`,
  never: 'nie',
  none: 'Keine',
  tenant: 'Mandant',
  when: 'Wann',
  what: 'Was',
};
