import type { en } from '../../en/page.ts';

export const rotate: typeof en.rotate = {
  title: (ring, tenant) => `Schlüsselring „${ring}“ von ${tenant}: Schlüssel wechseln?`,
  verb: { now: 'Jetzt wechseln', early: 'Vorzeitig wechseln' },
  working: 'Der neue nächste Schlüssel wird erzeugt',
  done: (kid) => `Gewechselt: Jetzt signiert ${kid}`,
  means: {
    current: 'Er signiert ab jetzt jedes neue Token.',
    previous: (kid) =>
      `Er signiert nicht mehr. Von ${kid} signierte Token bleiben gültig, bis sie ablaufen oder bis Sie ihn sperren.`,
    next: (algorithm) =>
      `Im Schlüsselbund entsteht ein neuer Schlüssel (${algorithm}). Veröffentlichen Sie ihn, damit Prüfer ihn rechtzeitig kennen.`,
  },
  production: {
    title: (tenant) => `${tenant} ist Produktion.`,
    means:
      'Von diesem Moment an soll mit dem neuen Schlüssel signiert werden. Veröffentlichen Sie gleich nach dem Wechsel.',
  },
  neverSent: {
    title: 'Der nächste Schlüssel wurde noch nie veröffentlicht.',
    means: (kid) =>
      `Kein Prüfer kann ${kid} kennen. Prüfer lehnen die Token ab, die er signiert, bis der Schlüsselsatz öffentlich ist und ihre Caches erneuert sind. Veröffentlichen und nachweisen Sie zuerst, dann wechseln Sie.`,
  },
  notSeen: {
    title: 'Der nächste Schlüssel wurde gesendet, aber nie von außen gesehen.',
    means: (kid) =>
      `Prüfer kennen ${kid} vielleicht nicht. Sie lehnen die Token ab, die er signiert, bis der Schlüsselsatz öffentlich ist und ihre Caches erneuert sind. Veröffentlichen und nachweisen Sie zuerst, dann wechseln Sie.`,
  },
  accept: 'Mir ist klar, dass Token abgelehnt werden können; ich wechsle trotzdem',
  abort: {
    title: (ring) => `Letzten Wechsel von „${ring}“ zurücknehmen?`,
    verb: 'Zurücknehmen',
    working: 'Der Wechsel wird zurückgenommen',
    done: (kid) => `Zurückgenommen: ${kid} signiert wieder`,
    former: 'Er signiert wieder, wie vor dem Wechsel.',
    abandoned: 'Er signiert nicht mehr und wartet wieder. Er hat nichts signiert.',
    fresh: 'Beim Wechsel entstanden und niemandem bekannt, macht er Platz.',
    push: 'Eine Übertragung ist nur nötig, wenn Sie seit dem Wechsel übertragen haben.',
    reasonMeans: 'Kommt ins Protokoll.',
  },
};
