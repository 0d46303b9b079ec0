// Wer für einen Mandanten das zweite Ja sagen darf, und wofür es gebraucht wird.
import type { fourEyes as en } from '../../en/tenants/four-eyes.ts';

export const fourEyes: typeof en = {
  title: 'Zweite Person',
  lead: 'Vorgänge, die nur mit der Freigabe einer anderen Person geschehen. Eine Person wird am Geräteschlüssel ihres eigenen Datenordners erkannt.',
  own: 'Dieses Gerät',
  noOwn: 'Es hat noch keinen Schlüssel: Der erste Vorgang, der den Schlüsselbund braucht, erzeugt ihn.',
  fingerprint: 'Fingerabdruck',
  officers: 'Personen, die freigeben dürfen',
  heads: ['Person', 'Fingerabdruck des Geräts', 'Seit', { unseen: 'Was zu tun ist' }],
  nobody: 'Noch darf niemand freigeben.',
  isOwn: '(dieses Gerät: zählt nie)',
  removeVerb: 'Entfernen',
  remove: (officer) => `${officer} entfernen`,
  removed: (officer) => `${officer} gibt nicht mehr frei.`,
  add: 'Person hinzufügen …',
  working: 'Wartet auf Ihre Antwort',
  acts: 'Eine zweite Person braucht es, um zu',
  actsMean: 'Ein Plan zählt als jeder der ersten drei. Überlegen Sie, einen Notfall bei einer Person zu lassen.',
  setVerb: 'Einstellen',
  set: (kinds) => (kinds === 0 ? 'Vier Augen sind aus.' : 'Vier Augen sind eingestellt.'),
  off: 'Aus: Kein Vorgang braucht eine zweite Person.',
  byTwo: 'Auch diese Liste und die Personen ändern nur zwei.',
  dialog: {
    title: (tenant) => `Eine weitere Person für ${tenant} freigeben lassen`,
    verb: 'Hinzufügen',
    name: { label: 'Name', means: 'Wer es ist.' },
    device: {
      label: 'Fingerabdruck ihres Geräts',
      means: 'Wie ihn ihr eigenes Programm zeigt, Ihnen vorgelesen auf einem Weg, der sich nicht fälschen lässt.',
    },
    done: (officer) => `${officer} darf freigeben.`,
  },
  ahead: {
    title: (tenant) => `„${tenant}“ verlangt dafür eine zweite Person`,
    means: (officers) =>
      `Ohne ihre Freigabe geschieht nichts, und Sie bekommen die Bitte darum. Freigeben dürfen: ${officers.join(', ')}.`,
  },
};
