import { amountOf, count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

/** `1 nächster`, `2 nächste`. */
const stand = (amount: number, stem: string): string => `${amount} ${stem}${amount === 1 ? 'r' : ''}`;

export const fleet: typeof en.fleet = {
  title: 'Mandanten',
  lead: 'Die Mandanten, deren Schlüssel hier verwahrt werden.',
  add: 'Mandanten hinzufügen',
  shownOf: (shown, all) => `${amountOf(shown)} von ${count(all, 'Mandant', 'Mandanten')}`,
  noMatch: {
    title: 'Kein Mandant passt',
    text: 'Weniger Suchwörter oder eine weitere Auswahl zeigen mehr.',
    showAll: 'Alle Mandanten zeigen',
  },
  choices: {
    name: 'Mandanten',
    find: 'Mandanten suchen',
    findBy: 'Nach Name oder Domain suchen',
    environment: 'Umgebung',
    allEnvironments: 'Alle Umgebungen',
    order: 'Reihenfolge',
    sort: { name: 'Nach Namen', due: 'Fälliges zuerst', published: 'Am längsten unveröffentlicht' },
  },
  trouble: {
    name: 'Nur mit',
    alarm: 'Alarm',
    drift: 'Abweichung',
    overdue: 'Überfällig',
    soon: 'Bald fällig',
    unpublished: 'Nicht übertragen',
  },
  tenantsIn: (environment) => `Mandanten: ${environment}`,
  row: {
    select: (tenant) => `${tenant} auswählen`,
    keys: {
      next: (amount) => stand(amount, 'nächste'),
      current: (amount) => stand(amount, 'aktuelle'),
      previous: (amount) => stand(amount, 'vorige'),
      revoked: (amount) => stand(amount, 'gesperrte'),
    },
    published: (day) => phrase`Veröffentlicht: ${day}`,
    unpublished: 'Nicht übertragen',
    moreDue: (amount) => `${amount} weitere fällig`,
    andMore: (when, more) => (more > 0 ? `${when}, ${more} weitere` : when),
    nothingDue: 'Nichts fällig',
  },
  drift: {
    compromised: 'ALARM: kompromittierter Schlüssel öffentlich',
    exposed: 'Alarm: privater Schlüssel öffentlich',
    alarm: 'Alarm: fremd oder gesperrt',
    changed: 'Satz wurde verändert',
    unknown: 'Nicht einsehbar',
    alarmTitle: (keys) => `Alarm: ${count(keys, 'Schlüssel', 'Schlüssel')} veröffentlicht, obwohl das nicht sein darf.`,
    see: 'Ansehen, was gefunden wurde und was zu tun ist',
  },
  rail: {
    none: 'Noch keine Mandanten.',
    find: 'Mandanten suchen',
    noMatch: (search) => `Kein Mandant passt zu „${search}“.`,
  },
  menu: {
    name: (tenant) => `Mehr zu ${tenant}`,
    exportMany: 'Viele Schlüssel exportieren',
    rename: 'Mandanten umbenennen …',
    archive: 'Mandanten archivieren …',
    remove: 'Mandanten entfernen …',
  },
  renaming: {
    title: (tenant) => `${tenant} umbenennen`,
    label: 'Neuer Name',
    text: 'Befehle und Dateien nennen ihn von nun an beim neuen Namen. Was aufgezeichnet ist, behält den alten.',
    verb: 'Umbenennen',
    working: 'Wird umbenannt',
    done: (tenant, to) => `${tenant} heißt jetzt ${to}`,
  },
  archive: {
    title: (tenant) => `${tenant} archivieren?`,
    text: 'Nichts wird mehr an ihm getan, beobachtet oder fällig. Schlüssel, Zugangsdaten und Geschichte bleiben, und er lässt sich wieder in Gebrauch nehmen. Was er veröffentlicht hat, bleibt öffentlich.',
    verb: 'Archivieren',
    working: 'Wird archiviert',
    done: (tenant) => `${tenant} archiviert`,
    list: 'Archiviert',
    is: (tenant) => `${tenant} ist archiviert`,
    means: 'Nichts wird an ihm getan, beobachtet oder fällig.',
    back: 'Wieder in Gebrauch nehmen',
    backOf: (tenant) => `${tenant} wieder in Gebrauch nehmen`,
    backDone: (tenant) => `${tenant} ist wieder in Gebrauch`,
  },
  removal: {
    title: (tenant) => `${tenant} entfernen?`,
    verb: 'Mandanten entfernen',
    working: 'Der Mandant und seine Schlüssel werden entfernt',
    done: (tenant) => `${tenant} entfernt`,
    text: 'Seine Schlüsselringe verschwinden, ebenso die privaten Schlüssel im Schlüsselbund. Das geht nur, solange keiner seiner Schlüssel veröffentlicht, benutzt oder importiert wurde. Das Protokoll behält seine Einträge.',
    typeName: (tenant) => `Geben Sie den Namen des Mandanten ein: ${tenant}`,
  },
};
