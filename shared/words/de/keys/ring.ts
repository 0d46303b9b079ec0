import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const ring: typeof en.ring = {
  title: 'Schlüsselringe',
  notPublishedYet: 'noch nicht veröffentlicht',
  lastPublished: (at) => phrase`zuletzt veröffentlicht: ${at}`,
  none: {
    title: 'Noch kein Schlüsselring',
    means: 'Ein Ring enthält die Schlüssel eines Algorithmus. Die meisten Mandanten brauchen nur einen: RS256.',
  },
  lingering: {
    title: (keys) => `Vielleicht noch öffentlich: ${count(keys, 'gesperrter Schlüssel', 'gesperrte Schlüssel')}.`,
    means: (keys) =>
      `Die letzte Übertragung hat ${keys === 1 ? 'ihn' : 'sie'} angekündigt; Prüfer nehmen also weiter Token an.`,
  },
  unpublished: {
    title: (keys) => `${count(keys, 'Schlüssel', 'Schlüssel')} noch nicht veröffentlicht.`,
    means: (keys) => `Prüfer können ${keys === 1 ? 'ihn' : 'sie'} nicht kennen.`,
  },
  altered: {
    title: (keys) => `${count(keys, 'Schlüssel', 'Schlüssel')} mit früherem Zertifikat veröffentlicht.`,
    means: (keys) =>
      `Seit der letzten Übertragung hier geändert. Prüfer, die das Zertifikat nehmen, sehen noch ${keys === 1 ? 'das frühere' : 'die früheren'}.`,
  },
  reordered: {
    title: 'Der veröffentlichte Satz steht in anderer Reihenfolge.',
    means: 'Ein Prüfer, der den ersten Schlüssel eines Satzes nimmt, soll einen finden, der signiert.',
  },
  previewPush: 'Vorschau ansehen: was eine Übertragung ändern würde',
  brought: 'Sie bringen die Schlüssel mit',
  localOnly: 'für den lokalen Gebrauch, wird nie veröffentlicht',
  act: {
    import: 'Importieren …',
    importInto: (name) => `Importieren … in den Schlüsselring ${name}`,
    generate: 'Nächsten erzeugen',
    generateOf: (name) => `Nächsten erzeugen: Schlüsselring ${name}`,
    announcedAlready: (kid) =>
      `Der nächste Schlüssel ${kid} ist schon angekündigt. Wechseln Sie, um ihn in Gebrauch zu nehmen, oder ziehen Sie ihn zurück: Dann ist sein Platz frei.`,
    plan: 'Planen …',
    planOf: (name) => `Planen … Wechsel im Schlüsselring ${name}`,
    rotate: 'Wechseln …',
    rotateOf: (name) => `Wechseln … im Schlüsselring ${name}`,
    noNext:
      'Es gibt keinen nächsten Schlüssel, der in Gebrauch kommen könnte. Erzeugen oder importieren Sie zuerst einen.',
    more: (name) => `Mehr zum Schlüsselring ${name}`,
    takeBack: 'Letzten Wechsel zurücknehmen …',
    emergency: 'Notfall …',
    emergencyMeans: 'Wechseln und sperren in einem Zug',
    emergencyNeeds: 'Braucht einen aktuellen Schlüssel',
    retire: 'Schlüsselring stilllegen …',
  },
  lane: {
    life: 'Das Leben eines Schlüssels',
    nist: (nist, state) => phrase`${nist}: ${state}`,
    showAll: (keys) => `Alle ${keys} zeigen`,
    showFewer: 'Weniger zeigen',
    replaced: () => 'Vor Gebrauch ersetzt:',
  },
  moves: { label: 'Was geschehen wird', freshKey: 'Ein neuer Schlüssel', becomes: 'wird' },
  add: {
    open: 'Ring hinzufügen …',
    title: (tenant) => `${tenant}: Schlüsselring hinzufügen`,
    verb: 'Ring hinzufügen',
    working: 'Die ersten zwei Schlüssel des Rings werden erzeugt',
    done: (name) => `Schlüsselring ${name} hinzugefügt`,
    means: 'Ein Ring enthält Schlüssel eines Algorithmus.',
    keys: 'Seine Schlüssel',
    source: {
      made: {
        word: 'Hier erzeugen',
        means: 'Jetzt ein aktueller und ein nächster Schlüssel, und bei jedem Wechsel ein nächster.',
      },
      brought: {
        word: 'Ich bringe eigene Schlüssel mit',
        means: 'Er beginnt leer. Hier entsteht keiner, wenn Sie es nicht verlangen.',
      },
    },
    algorithm: 'Algorithmus',
    bits: 'Schlüssellänge',
    bitsOf: (bits) => `${bits} Bit`,
    notForPublishing: 'Nicht zum Veröffentlichen',
    notForPublishingMeans: 'Das Schlüsselschema dieser Art von Mandant kennt nur RSA und EC.',
    name: 'Name',
    nameMeans: 'Optional. Im Mandanten nur einmal vergeben.',
    places: 'Die Plätze werden nicht reichen',
    placesMeans: ({ limit, now, most }) =>
      now > limit
        ? `Der Mandant nimmt ${limit} Schlüssel, und ${now} wollten jetzt einen Platz. Zuerst warten vorige Schlüssel, dann nächste. Legen Sie einen Schlüsselring still, der nicht gebraucht wird.`
        : `Der Mandant nimmt ${limit} Schlüssel: ${now} wären es jetzt, aber ${most}, während alle Schlüsselringe wechseln. Dann warten zuerst vorige Schlüssel, dann nächste.`,
  },
  retired: (at, reason) => phrase`stillgelegt ${at}: ${reason}`,
  retire: {
    title: (name) => `Schlüsselring „${name}“ stilllegen?`,
    verb: 'Schlüsselring stilllegen',
    working: 'Der Schlüsselring wird stillgelegt',
    done: (name) => `Schlüsselring ${name} stillgelegt`,
    means:
      'Er signiert nicht mehr und nimmt keine Schlüssel mehr auf. Seine Geschichte bleibt verzeichnet. Das lässt sich nicht zurücknehmen.',
    current:
      'Er signiert nicht mehr. Seine Token bleiben gültig, bis Sie ihn sperren, wenn seine Uhr es sagt. Unbenutzt wird er sofort gesperrt.',
    next: 'Er hat nie signiert, also braucht ihn niemand. Er kommt nicht zurück.',
    push: 'Übertragen Sie danach, damit Schlüssel, die niemand braucht, den veröffentlichten Satz verlassen.',
  },
  generate: {
    title: (name) => `Nächsten Schlüssel für „${name}“ erzeugen?`,
    verb: { replace: 'Nächsten Schlüssel ersetzen', fill: 'Nächsten Schlüssel erzeugen' },
    working: (algorithm) => `Ein Schlüssel für ${algorithm} wird erzeugt`,
    done: (name) => `Nächster Schlüssel des Schlüsselrings ${name} erzeugt`,
    means: (algorithm) =>
      `Auf diesem Rechner entsteht ein neuer Schlüssel (${algorithm}). Sein privater Schlüssel kommt direkt in den Schlüsselbund und wird nirgends gezeigt.`,
    replaces: (kid) =>
      phrase`Er ersetzt ${kid}, der weder veröffentlicht noch benutzt wurde. Er wird nicht gesperrt: Er kann wieder importiert werden.`,
  },
};
