import { amountOf, count } from '../numbers.ts';
import type { en } from '../../en/page.ts';

export const due: typeof en.due = {
  title: 'Fällig',
  lead: 'Die Termine folgen aus der Richtlinie jedes Mandanten und daraus, was von außen wirklich gesehen wurde.',
  saveCalendar: 'Kalender speichern …',
  saved: (file) => `${file} gespeichert`,
  savedMeans: 'Die Einträge behalten ihre Kennung: Eine später importierte Datei ersetzt sie.',
  notSaved: 'Es wurde nichts gespeichert: Der Dialog wurde geschlossen.',
  find: 'Suchen',
  findBy: 'Mandant, Ring, Kid oder Schritt',
  environment: 'Umgebung',
  all: 'Alle',
  lookAhead: 'Vorausschau',
  horizons: { twoWeeks: 'zwei Wochen', month: 'ein Monat', threeMonths: 'drei Monate', year: 'ein Jahr' },
  nothing: {
    title: 'Nichts ist fällig',
    noTenants: 'Termine erscheinen hier, sobald es Mandanten mit Schlüsseln gibt.',
    later:
      'Schauen Sie weiter voraus oder kommen Sie später wieder. Was fällig wird, steht als Zahl neben „Fällig“ auf der linken Seite.',
    called: 'Nichts Fälliges heißt so.',
  },
  events: (amount) => count(amount, 'Termin', 'Termine'),
  caption: (severity) => `${severity}: was zu tun ist, das Früheste zuerst`,
  columns: { when: 'Wann', todo: 'Was zu tun ist', ring: 'Schlüsselring', key: 'Schlüssel' },
  severity: {
    overdue: { word: 'Überfällig', means: 'Der Tag ist gekommen.' },
    soon: { word: 'Bald', means: 'Innerhalb von zwei Wochen.' },
    later: { word: 'Später', means: 'Noch nichts zu tun.' },
  },
  counts: (overdue, soon) =>
    [overdue > 0 ? `${overdue} überfällig` : '', soon > 0 ? `${soon} bald` : ''].filter(Boolean).join(', '),
  asTable: 'Dasselbe als Tabelle',
  line: {
    title: 'Die nächsten 90 Tage',
    lead: 'Schritte, die in jeder Woche fällig werden, nach Art. Ein Quadrat ist überfällig.',
    picture: (steps, overdue) =>
      `Zeitleiste aller Mandanten: ${count(steps, 'Schritt', 'Schritte')} in den nächsten 90 Tagen, ${amountOf(overdue)} überfällig.`,
    none: 'Innerhalb von 90 Tagen wird kein Schritt fällig.',
    overdue: 'Überfällig',
    now: 'Jetzt',
    weekOf: (day) => `Woche ab ${day}`,
    caption: 'Schritte nach Woche und Art',
    week: 'Woche',
    step: 'Schritt',
    tenants: 'Mandanten',
    amount: 'Schritte',
    andMore: (names, more) => (more > 0 ? `${names} und ${amountOf(more)} weitere` : names),
  },
  age: {
    title: 'Alter der aktuellen Schlüssel',
    lead: 'Wie lange die Schlüssel, die heute signieren, das schon tun. Schraffiert: Der Schlüsselwechsel ist überfällig.',
    picture: (keys, overdue) =>
      `Alter von ${count(keys, 'aktuellen Schlüssel', 'aktuellen Schlüsseln')}; bei ${amountOf(overdue)} ist der Schlüsselwechsel überfällig.`,
    none: 'Noch signiert kein Schlüssel.',
    upTo: (days) => `bis ${days} Tage`,
    between: (from, to) => `${from} bis ${to} Tage`,
    over: (days) => `über ${days} Tage`,
    caption: 'Aktuelle Schlüssel nach Alter',
    age: 'Alter',
    keys: 'Schlüssel',
    overdue: 'Wechsel überfällig',
    overdueOf: (overdue) => `${amountOf(overdue)} überfällig`,
    oldest: 'Ältester',
  },
};
