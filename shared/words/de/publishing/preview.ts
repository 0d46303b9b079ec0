import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

const keysOf = (keys: number): string => count(keys, 'Schlüssel', 'Schlüssel');

export const preview: typeof en.preview = {
  reading: { title: 'Vorschau', lead: 'Es wird gelesen, was der Mandant jetzt hat.' },
  title: '1. Vorschau',
  lead: (address) => phrase`Öffentlich zu sehen ist das Ergebnis unter ${address}`,
  upToDate: {
    title: 'Auf dem neuesten Stand: Der Mandant hat genau diesen Satz.',
    means: 'Eine Übertragung würde nichts ändern.',
  },
  diff: {
    counted: (keys, word) => `${keys} ${word.toLowerCase()}`,
    altered:
      'Ein Schlüssel, der eine unserer kids trägt, ist nicht der, den wir veröffentlicht haben. Finden Sie heraus, wer ihn geändert hat, bevor Sie übertragen.',
    foreign:
      'Der Mandant hat Schlüssel, die nicht von hier stammen. Entscheiden Sie unten über jeden von ihnen. Stellen Sie sicher, dass Sie wissen, wem sie gehören.',
    nothing: 'Weder hier noch beim Mandanten gibt es einen Schlüssel, also gibt es nichts zu vergleichen.',
    table: 'Was die Übertragung mit jedem Schlüssel macht',
    change: 'Änderung',
    algorithm: 'Algorithmus',
    inOurRing: 'In unserem Schlüsselring',
    meaning: 'Was das bedeutet',
    withoutKid: 'ohne kid',
    notOurs: 'nicht unserer',
  },
  picture: {
    label: (before, planned) =>
      `Bild des Satzes: jetzt ${keysOf(before)}, danach ${planned}. Die Tabelle sagt, was mit jedem geschieht.`,
    before: (keys) => `Jetzt beim Mandanten: ${keysOf(keys)}`,
    after: {
      push: (keys) => `Nach dieser Übertragung: ${keysOf(keys)}`,
      rollback: (keys) => `Nach der Rückkehr: ${keysOf(keys)}`,
      clear: (keys) => `Nach der Leerung: ${keysOf(keys)}`,
    },
    way: {
      kept: 'bleibt',
      added: 'kommt dazu',
      removed: 'wird entfernt',
      foreign: 'bleibt, fremd',
      altered: 'wird ersetzt',
    },
    notThere: 'noch nicht da',
    gone: 'nicht mehr da',
    otherContent: 'anderer Inhalt',
    place: (place) => `Position ${place}`,
    left: (keys) =>
      keys === 1 ? 'Ein weiterer Schlüssel steht in der Tabelle.' : `${keysOf(keys)} mehr stehen in der Tabelle.`,
  },
  foreign: {
    label: 'Fremde Schlüssel',
    decide:
      'Es geht nichts hinaus, bevor Sie über jeden entschieden haben. Finden Sie heraus, wem sie gehören. Es geschieht nichts, bevor Sie übertragen.',
    allGo:
      'Alles wird entfernt, deshalb muss jeder von ihnen angekreuzt sein. Es geschieht nichts, bevor Sie die Schaltfläche von Schritt 2 drücken.',
    takeDown: (name) => `${name} entfernen`,
    means: 'Jedes damit signierte Token wird danach abgelehnt. Fragen Sie zuerst den Eigentümer.',
    why: (name) => `Warum bleibt ${name}?`,
    keep: (name) => `${name} behalten`,
    keeps: (reason) => `wird behalten: ${reason}`,
    kept: (by, at, reason) => phrase`wird behalten, entschieden von ${by}, ${at}: ${reason}`,
    anew: (name) => `Über ${name} neu entscheiden`,
  },
  waits: {
    title: (keys) =>
      keys === 1 ? 'Ein Schlüssel muss auf einen Platz warten.' : `${keysOf(keys)} müssen auf einen Platz warten.`,
    means: {
      current: 'signiert; seine Token werden abgelehnt, bis er einen findet.',
      next: 'kann bis dahin nicht angekündigt werden.',
      previous: 'hat Token, die bis dahin abgelehnt werden.',
      revoked: 'ist gesperrt.',
      replaced: 'wurde ersetzt, bevor er benutzt wurde.',
    },
    goes: 'Er ist jetzt dort und geht mit dieser Übertragung.',
    order:
      'Aktuelle Schlüssel gehen zuerst, dann nächste, dann vorige, die neuesten zuerst. Sperren Sie vorige Schlüssel, deren Zeit gekommen ist, legen Sie einen Schlüsselring still, oder entfernen Sie fremde Schlüssel.',
  },
  findings: {
    somebodyElse: 'Jemand anderes hat den Satz seit Ihrer letzten Übertragung geändert.',
    findOut: 'Finden Sie heraus, wer es war, bevor Sie übertragen.',
    errors: 'Dieser Satz darf so nicht hinausgehen.',
    remarks: 'Sehen Sie sich diese Schlüssel an, bevor Sie übertragen.',
    ofKey: (kid, what) => phrase`${kid} ${what}.`,
    someVerifiers: ({ habit }) => `Betroffen sind Prüfer, die ${habit}.`,
    theyWould: ({ consequence }, kids) => phrase`Sie ${consequence}: ${kids}`,
    places: ({ used, limit, planned }) =>
      limit === null
        ? `Jetzt ${keysOf(used)}, ${planned} nach der Übertragung. Der Endpunkt setzt keine Grenze.`
        : `${used} von ${limit} Plätzen sind jetzt belegt, ${planned} nach der Übertragung.`,
  },
  body: {
    empty: 'Der Satz wird leer.',
    deleted: 'Es werden keine Bytes gesendet: Der eigene Schlüsselsatz wird beim Mandanten gelöscht.',
    title: 'Was gesendet wird',
    look: 'Darstellung des Inhalts',
    formatted: 'Formatiert',
    exact: 'Genaue Bytes',
    copied: 'genaue Bytes',
    exactRegion: 'Genaue Bytes des Inhalts',
    formattedRegion: 'Inhalt, formatiert',
  },
  around: {
    before: 'Öffentlich vorher',
    unchanged: 'Öffentlich, unverändert',
    after: 'nachher',
    nothing: 'nichts',
    fresh: 'neuer Schlüssel',
    from: (kid) => phrase`${kid} (bisher)`,
    to: (kid) => phrase`${kid} (neu)`,
  },
};
