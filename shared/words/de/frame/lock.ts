// Die Sperre des Fensters und die Passphrase des Tresors.
import type { lock as en } from '../../en/frame/lock.ts';

export const lock: typeof en = {
  title: 'Sperre und Passphrase',
  lead: 'Mit einer Passphrase des Tresors werden Schlüssel und Geheimnisse versiegelt, bevor der Schlüsselbund sie bekommt, und das Fenster lässt sich sperren.',
  stage: {
    none: 'Keine Passphrase des Tresors',
    sealed: 'Mit der Passphrase des Tresors versiegelt',
    sealing: 'Das Festlegen der Passphrase wurde abgebrochen; es geht weiter, wenn Sie entsperren',
    opening: 'Das Entfernen der Passphrase wurde abgebrochen; es geht weiter, wenn Sie entsperren',
  },
  withoutMeans:
    'Jedes Programm dieses Kontos kann Schlüssel aus dem offenen Schlüsselbund nehmen, und nichts lässt sich sperren.',
  withMeans:
    'Was im Schlüsselbund liegt, nützt ohne sie nichts. Geht sie verloren, bringt nur eine Sicherung die Schlüssel zurück.',
  set: 'Passphrase festlegen …',
  change: 'Passphrase ändern …',
  remove: 'Passphrase entfernen …',
  done: {
    set: 'Die Passphrase des Tresors ist festgelegt',
    change: 'Die Passphrase des Tresors ist geändert',
    remove: 'Die Passphrase des Tresors ist entfernt',
  },
  damaged: 'Erledigt, außer bei dem, was schon vorher beschädigt war',
  locked: 'Gesperrt',
  means: 'Was öffentlich ist, bleibt zu sehen. Was einen Schlüssel braucht, wartet auf die Passphrase des Tresors.',
  unlock: 'Entsperren …',
  open: 'Entsperrt',
  lockNow: 'Sperren',
  soon: (seconds) => `Sperrt sich in ${seconds} Sekunden`,
  soonMeans:
    'Eine Taste oder eine Bewegung der Maus hält es offen. Was getippt und nicht gespeichert ist, geht mit der Sperre verloren.',
  after: 'Sperren, wenn unbenutzt',
  afterMeans: 'Auch wenn der Rechner schläft und wo das System sagt, dass sein Bildschirm gesperrt ist.',
  minutes: (minutes) =>
    minutes === 0 ? 'Nie von selbst' : minutes === 1 ? 'Nach einer Minute' : `Nach ${minutes} Minuten`,
  production: {
    title: 'Keine Tresor-Passphrase',
    detail: 'Produktive Schlüssel liegen offen im Schlüsselbund',
    set: 'Festlegen …',
    label: 'Passphrase des Tresors festlegen',
  },
};
