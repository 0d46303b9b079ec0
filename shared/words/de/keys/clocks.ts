import { dative } from '../dative.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const clocks: typeof en.clocks = {
  kind: {
    ready: {
      name: 'Signierbereit',
      phase: {
        waiting: (left) => `Signierbereit in ${dative(left)}`,
        come: 'Signierbereit seit',
        stopped: 'Nicht signierbereit',
        free: 'Sofort verwendbar',
      },
      since: 'Zum ersten Mal im öffentlichen Schlüsselsatz gesehen',
      means:
        'Ab diesem Zeitpunkt hat jeder Prüfer einen Schlüsselsatz abgerufen, der diesen Schlüssel enthält; keines seiner Token wird abgelehnt.',
    },
    safe: {
      name: 'Sicher sperrbar',
      phase: {
        waiting: (left) => `Sicher sperrbar in ${dative(left)}`,
        come: 'Sicher sperrbar seit',
        stopped: 'Nicht sicher sperrbar',
        free: 'Sicher sperrbar',
      },
      since: 'Abgelöst, oder zuletzt signiert',
      means:
        'Ab diesem Zeitpunkt kann kein mit diesem Schlüssel signiertes Token mehr gültig sein; niemand vermisst ihn.',
    },
    bites: {
      name: 'Überall abgelehnt',
      phase: {
        waiting: (left) => `Überall abgelehnt in ${dative(left)}`,
        come: 'Überall abgelehnt seit',
        stopped: 'Noch nicht abgelehnt',
        free: 'Nie veröffentlicht',
      },
      since: 'Zum ersten Mal nicht mehr im öffentlichen Schlüsselsatz gesehen',
      means: 'Bis dahin hat jeder Prüfer einen Schlüsselsatz ohne diesen Schlüssel abgerufen und lehnt seine Token ab.',
    },
  },
  stopped: {
    'nothing-announced': {
      short: 'noch nicht veröffentlicht',
      todo: 'Von diesem Schlüsselring wurde noch nie etwas übertragen; auf niemanden muss gewartet werden.',
    },
    'never-published': {
      short: 'noch nicht öffentlich sichtbar',
      todo: 'Die Wartezeit beginnt, sobald der Schlüssel im öffentlichen Schlüsselsatz zu sehen ist. Übertragen Sie an den Mandanten.',
    },
    'still-signing': { short: 'er signiert noch', todo: 'Die Wartezeit beginnt mit dem Schlüsselwechsel.' },
    'consumers-unconfirmed': {
      short: 'Abnehmer haben nicht bestätigt',
      todo: 'Fragen Sie sie, und halten Sie die Antwort unter Abnehmer fest.',
    },
    'not-taken-down': {
      short: 'vielleicht noch öffentlich',
      todo: 'Die Wartezeit beginnt, sobald der Schlüssel im öffentlichen Schlüsselsatz nicht mehr zu sehen ist. Übertragen Sie ohne ihn.',
    },
  },
  stillToConfirm: (names) => `Noch zu bestätigen: ${names.join(', ')}.`,
  share: (percent, left) => `${percent} der Wartezeit sind vorbei, noch ${left}.`,
  sum: (result) => `${result}: die Rechnung`,
  notYet: 'noch nicht',
  notKnownYet: 'noch nicht bekannt',
  worst: 'Ungünstigster Fall',
  worstAt: (at) => phrase`(ungünstigster Fall: ${at})`,
  worstMeans: 'Fällt der Endpunkt inzwischen aus, liefern manche Caches weiter, was sie haben:',
  pinned:
    'Für Prüfer, die den Schlüssel von Hand halten, gilt kein Zeitpunkt: Sie nehmen ihn an, bis ihn jemand entfernt.',
  early: {
    over: (name) => `Die Wartezeit ist vorbei. ${name}.`,
    breaks: 'Vorzeitiges Fortfahren hat Folgen.',
    why: 'Warum vorzeitig fortfahren?',
    reasonMeans: 'Der Grund kommt ins Protokoll.',
    wait: 'Doch warten',
    goAhead: 'Vorzeitig fortfahren …',
    notYet: 'Noch nicht',
    waitUntil: (at) => `Warten bis ${at}`,
    harm: {
      warming: (key, until) =>
        `Prüfer mit einem älteren Schlüsselsatz lehnen jedes Token ab, das ${key} signiert${until === null ? '' : `, spätestens bis ${until}`}.`,
      unknown: (key) =>
        `Kein Prüfer kann ${key} kennen. Prüfer lehnen jedes Token ab, das er signiert, bis der Schlüsselsatz öffentlich ist und ihre Caches erneuert sind.`,
      alive: (key, until) =>
        `Gültige Token, die ${key} signiert hat, werden abgelehnt, sobald Prüfer den Satz ohne ihn abrufen: Benutzer werden abgemeldet und Maschinen abgewiesen${until === null ? '' : `, spätestens bis ${until}`}.`,
      other: (key) => `Prüfer lehnen vielleicht gültige Token ab, die ${key} signiert hat.`,
      withoutIt: (key, names) =>
        `Ohne ${key} lehnen diese Abnehmer jedes Token ab, das er signiert: ${names.join(', ')}.`,
      holdOn: (key, names) =>
        `Diese Abnehmer halten vielleicht an ${key} fest: Sie vertrauen ihm weiter oder arbeiten ohne ihn nicht mehr: ${names.join(', ')}.`,
    },
  },
};
