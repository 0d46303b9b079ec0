// What is coming: the due screen, its pictures, and how pressing something is.
import { amountOf, count } from '../numbers.ts';

export const due = {
  title: 'Due',
  lead: 'Dates follow from each tenant’s policy and from what was really seen outside.',
  saveCalendar: 'Save calendar…',
  saved: (file: string) => `Saved ${file}`,
  savedMeans: 'Entries keep their identity: importing a later file replaces them.',
  notSaved: 'Nothing was saved: the dialog was closed.',
  find: 'Find',
  findBy: 'Tenant, ring, kid or step',
  environment: 'Environment',
  all: 'All',
  lookAhead: 'Look ahead',
  horizons: { twoWeeks: 'two weeks', month: 'a month', threeMonths: 'three months', year: 'a year' },
  nothing: {
    title: 'Nothing is due',
    noTenants: 'Dates appear here when there are tenants with keys.',
    later: 'Look further ahead, or come back later. What becomes due is counted beside “Due” on the left.',
    called: 'Nothing that is due is called that.',
  },
  events: (amount: number) => count(amount, 'event'),
  caption: (severity: string) => `${severity}: what to do, earliest first`,
  columns: { when: 'When', todo: 'What to do', ring: 'Ring', key: 'Key' },
  severity: {
    overdue: { word: 'Overdue', means: 'Its day has come.' },
    soon: { word: 'Soon', means: 'Within two weeks.' },
    later: { word: 'Later', means: 'Nothing to do yet.' },
  },
  counts: (overdue: number, soon: number) =>
    [overdue > 0 ? `${overdue} overdue` : '', soon > 0 ? `${soon} soon` : ''].filter(Boolean).join(', '),
  /** Under a picture. */
  asTable: 'The same as a table',
  line: {
    title: 'The next 90 days',
    lead: 'Steps that fall due in each week, by kind. A square is overdue.',
    picture: (steps: number, overdue: number) =>
      `Time line of the fleet: ${count(steps, 'step')} in the next 90 days, ${amountOf(overdue)} overdue.`,
    none: 'No step falls due within 90 days.',
    overdue: 'Overdue',
    now: 'Now',
    weekOf: (day: string) => `Week from ${day}`,
    caption: 'Steps by week and kind',
    week: 'Week',
    step: 'Step',
    tenants: 'Tenants',
    amount: 'Steps',
    andMore: (names: string, more: number) => (more > 0 ? `${names} and ${amountOf(more)} more` : names),
  },
  age: {
    title: 'Age of the current keys',
    lead: 'How long the keys that sign today have signed. Hatched: the rotation is overdue.',
    picture: (keys: number, overdue: number) =>
      `Age of ${count(keys, 'current key')}; the rotation of ${amountOf(overdue)} is overdue.`,
    none: 'No key signs yet.',
    upTo: (days: number) => `up to ${days} days`,
    between: (from: number, to: number) => `${from} to ${to} days`,
    over: (days: number) => `over ${days} days`,
    caption: 'Current keys by age',
    age: 'Age',
    keys: 'Keys',
    overdue: 'Rotation overdue',
    overdueOf: (overdue: number) => `${amountOf(overdue)} overdue`,
    oldest: 'Oldest',
  },
};
