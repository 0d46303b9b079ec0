import { amountOf, count } from '../numbers.ts';
import type { DiffKind } from '../../../domain/published-set/publication.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

const keysOf = (keys: number): string => count(keys, 'Schlüssel', 'Schlüssel');

const DIFF: Record<DiffKind, string> = {
  added: 'hinzugefügt',
  kept: 'unverändert',
  removed: 'entfernt',
  foreign: 'ein fremder Schlüssel',
  altered: 'ersetzt, sein Inhalt wurde geändert',
};

export const publish: typeof en.publish = {
  title: 'Veröffentlichen',
  lead: 'Eine Übertragung ersetzt den ganzen Schlüsselsatz beim Mandanten. Sehen Sie sich zuerst den Unterschied an.',
  refresh: 'Aktualisieren',
  outdated: {
    title: 'Der Satz hat sich seit Ihrer Vorschau geändert. Es wurde nichts gesendet.',
    changed: 'Der Satz hat sich geändert, seit Sie ihn angesehen haben.',
    advice: 'Dies ist eine neue Vorschau. Prüfen Sie sie und übertragen Sie dann diese.',
    contents: 'Es sind dieselben Schlüssel; ihr Inhalt oder ihre Reihenfolge hat sich geändert.',
    looked: 'Ich habe es angesehen',
    way: (before, now) =>
      before === null
        ? `neu: ${DIFF[now ?? 'kept']}`
        : now === null
          ? 'nicht mehr da'
          : `vorher ${DIFF[before]}, jetzt ${DIFF[now]}`,
  },
  act: {
    push: {
      word: 'Übertragung',
      step: '2. Übertragen',
      done: (keys) => `Veröffentlicht und zurückgelesen: ${keysOf(keys)}.`,
      verb: (tenant) => `An ${tenant} übertragen`,
    },
    rollback: {
      word: 'Zurücksetzung',
      step: '2. Wiederherstellen',
      done: (keys) => `Wiederhergestellt und zurückgelesen: ${keysOf(keys)}.`,
      verb: (tenant) => `Den Satz bei ${tenant} wiederherstellen`,
    },
    clear: {
      word: 'Leerung',
      step: '2. Alle Schlüssel entfernen',
      done: (keys) => `Entfernt und zurückgelesen: ${keysOf(keys)}.`,
      verb: (tenant) => `Alle Schlüssel von ${tenant} entfernen`,
    },
  },
  push: {
    deleteSet: (tenant) => `Den Satz bei ${tenant} löschen`,
    settled: 'Nichts zu übertragen',
    working: 'Wird übertragen',
    /** What can be cancelled. */
    thePush: 'Übertragung',
    boundTo: (hash) => phrase`Gebunden an die Vorschau ${hash}`,
    hashOfPreview: 'Hash der Vorschau',
    done: (at) => phrase`${at}. Der Mandant hat die gesendeten Schlüssel und keine anderen.`,
    doneAndProve: (at) =>
      phrase`${at}. Der Mandant hat die gesendeten Schlüssel und keine anderen. Weisen Sie es jetzt von außen nach.`,
    notVisible: {
      title: 'Angenommen, noch nicht sichtbar',
      means: (at) =>
        phrase`${at}. Der Mandant hat den Satz angenommen und zeigt noch den früheren. Es muss nichts noch einmal gesendet werden: Sehen Sie nach einer Weile nach Abweichungen, oder weisen Sie ihn von außen nach.`,
    },
  },
  foot: {
    nothing: (tenant) => `${tenant} hat genau diesen Satz.`,
    lack: {
      preview: 'Zuerst kommt eine Vorschau.',
      look: 'Sehen Sie sich zuerst an, was sich geändert hat.',
      decide: 'Oben wird zuerst Ihre Antwort gebraucht.',
    },
  },
  undo: {
    verb: 'Auf den vorherigen Satz zurücksetzen …',
    takesDown: (kids) => `Zurücksetzen würde entfernen: ${kids}.`,
    bringsBack: (kids) => `Zurücksetzen würde zurückholen: ${kids}.`,
    changesBack: (kids) => `Zurücksetzen würde den früheren Inhalt wiederherstellen: ${kids}.`,
    everything: 'Davor gab es keinen Satz, also würde Zurücksetzen alles entfernen.',
    restores: 'Zurücksetzen würde die frühere Reihenfolge wiederherstellen.',
    previewFirst: 'Zuerst kommt eine Vorschau.',
  },
  consent: {
    title: 'Zuvor nötig',
    label: (keys) =>
      keys === 1
        ? `Warum muss ${amountOf(keys)} gesperrter Schlüssel zurückkommen?`
        : `Warum müssen ${amountOf(keys)} gesperrte Schlüssel zurückkommen?`,
    description:
      'Was mit einem gesperrten Schlüssel signiert wurde, wird wieder angenommen, wer immer es signiert hat. Der Grund kommt ins Protokoll.',
  },
  aim: {
    title: {
      clear: 'Sie sehen die Vorschau auf das Löschen des ganzen Satzes.',
      former: 'Sie sehen die Vorschau auf die Rückkehr eines früheren Satzes.',
      undo: 'Sie sehen die Vorschau auf das Zurücksetzen auf den vorherigen Satz.',
    },
    means: {
      clear:
        'Jedes Token, das ein Schlüssel dieses Satzes signiert hat, wird danach abgelehnt, sobald die Prüfer wieder nachsehen.',
      former: (at) =>
        phrase`Es ist der Satz, der am ${at} hinausging. Schlüssel von anderen, die seither dazukamen, bleiben.`,
      undo: 'Es ist der Satz, den die letzte Veröffentlichung ersetzt hat. Schlüssel von anderen, die seither dazukamen, bleiben.',
    },
    nothingYet: 'Es geschieht nichts, bevor Sie die Schaltfläche am Fuß drücken.',
    leave: 'Diese Vorschau verlassen',
  },
  history: {
    title: 'Verlauf',
    lead: 'Jeder Satz, der hinausging. Einen zurückzuholen beginnt wie eine Übertragung mit einer Vorschau.',
    undo: 'Auf den vorherigen Satz zurücksetzen …',
    more: 'Mehr zum veröffentlichten Satz',
    clear: 'Alle Schlüssel entfernen …',
    nothing: 'Von hier wurde noch nichts veröffentlicht.',
    table: 'Veröffentlichungen',
    keys: 'Schlüssel',
    hash: 'Hash',
    wayBack: 'Wiederherstellen',
    showAll: (sets) => `Alle ${sets} zeigen`,
    keyCount: keysOf,
    restore: 'Diesen Satz wiederherstellen …',
    restoreOf: (at) => `Diesen Satz wiederherstellen … ${at}`,
    notVisible: 'Angenommen, noch nicht sichtbar',
    empty: 'Ein leerer Satz',
    notKept: 'Seine Bytes wurden nicht aufbewahrt',
  },
};
