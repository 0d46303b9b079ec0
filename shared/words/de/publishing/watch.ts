import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const watch: typeof en.watch = {
  title: '4. Überwachen',
  lead: 'Vergleicht, was veröffentlicht ist, mit dem, was von hier übertragen wurde. Solange die App läuft, sieht sie von selbst nach.',
  checkNow: 'Jetzt prüfen',
  working: 'Der veröffentlichte Satz wird angesehen',
  /** What can be cancelled. */
  theCheck: 'Nachsehen',
  notChecked: 'Seit der letzten Übertragung nicht geprüft.',
  neverPushed: 'Es wurde noch nichts übertragen, also gibt es nichts zu überwachen.',
  inStep: 'Stimmt überein: Der Mandant veröffentlicht genau das, was übertragen wurde.',
  clockIsWrong: 'Die Uhr dieses Rechners geht falsch; diese Prüfung wurde nicht aufbewahrt.',
  unreadable: 'Der Satz beim Mandanten konnte nicht gelesen werden.',
  shownEarlier: 'Was früher gefunden wurde, steht hier weiterhin.',
  unseen: 'Der öffentliche Schlüsselsatz konnte nicht gelesen werden.',
  unseenMeans: (why) => `${why} Prüfer ohne Kopie können kein Token prüfen.`,
  looked: (at) => phrase`Zuletzt geprüft ${at}`,
  compromised: (keys) =>
    keys === 1
      ? 'Zuallererst: Ein kompromittierter Schlüssel ist vielleicht noch öffentlich.'
      : `Zuallererst: ${keys} kompromittierte Schlüssel sind vielleicht noch öffentlich.`,
  exposed: (keys) =>
    keys === 1
      ? 'Alarm: Ein privater Schlüssel ist öffentlich. Alle können damit signieren.'
      : `Alarm: ${keys} private Schlüssel sind öffentlich. Alle können damit signieren.`,
  members: (names) => `Private Bestandteile dort: ${names}.`,
  alarm: 'Alarm: Es werden Schlüssel angenommen, die nicht angenommen werden sollten.',
  kept: {
    label: 'Fremde Schlüssel, die behalten werden',
    line: (by, at, reason) => phrase`ist nicht unserer und wird angenommen: behalten von ${by}, ${at}: ${reason}`,
  },
  drifted: 'Der veröffentlichte Satz ist nicht so, wie er übertragen wurde.',
  finding: (kid, what, todo) => phrase`${kid} ${what}. ${todo}`,
};
