import type { en } from '../../en/page.ts';

export const shortcuts: typeof en.shortcuts = {
  title: 'Tastenkürzel',
  control: 'Strg',
  groups: { anywhere: 'Überall', places: 'Orte', beginnings: 'Anlegen', dialogs: 'In Dialogen' },
  due: 'Zu dem gehen, was hier fällig ist',
  find: 'Mandant, Schlüsselring oder Schlüssel suchen oder etwas ausführen',
  lock: 'Sperren oder entsperren',
  show: 'Diese Tastenkürzel zeigen',
  back: 'Zurück',
  forward: 'Vorwärts',
  act: 'Ausführen, sobald alle Angaben da sind',
  cancel: 'Abbrechen',
};
