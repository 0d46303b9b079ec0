import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const revoke: typeof en.revoke = {
  title: (kid) => `${kid} sperren?`,
  verb: { now: 'Endgültig sperren', early: 'Vorzeitig sperren' },
  working: 'Der Schlüssel wird gesperrt',
  done: (kid) => `${kid} gesperrt`,
  forGood: 'Ein gesperrter Schlüssel kommt nie zurück.',
  means: (tenant) =>
    `Er verlässt den Satz, den ${tenant} veröffentlichen soll. Die von ihm signierten Token werden abgelehnt, sobald Sie veröffentlicht haben und die Caches der Prüfer abgelaufen sind.`,
  neverPublished: 'Er wurde nie veröffentlicht; kein Prüfer wird etwas merken.',
  question: 'Warum wird er gesperrt?',
  kind: {
    routine: { word: 'Planmäßig', means: 'Seine letzten Token sind abgelaufen, oder er wurde ersetzt.' },
    compromised: { word: 'Kompromittiert', means: 'Der private Schlüssel wurde vielleicht offengelegt.' },
  },
  since: 'Seit wann frühestens?',
  sinceMeans:
    'In Ihrer Zeitzone. Lassen Sie das Feld leer, wenn es niemand weiß. Später signierte Token beweisen nichts.',
  reasonMeans: 'Kommt in Ihren eigenen Worten ins Protokoll.',
  type: 'Geben Sie die ersten sechs Zeichen der kid ein',
  exactly: (text) => phrase`Genau: ${text}`,
  refused: {
    current: 'Dieser Schlüssel signiert gerade. Wechseln Sie zuerst; dann ist er der vorige und kann gesperrt werden.',
    next: 'Dieser Schlüssel hat noch nicht signiert. Ziehen Sie ihn zurück, wenn er in fremde Hände kam oder nie gewollt war.',
    revoked: 'Dieser Schlüssel ist schon gesperrt. Ein gesperrter Schlüssel kommt nie zurück.',
    replaced: 'Ein anderer Schlüssel nahm seinen Platz ein, bevor er benutzt wurde; niemand verlässt sich auf ihn.',
  },
  withdraw: {
    title: (kid) => `${kid} zurückziehen?`,
    verb: 'Endgültig zurückziehen',
    working: 'Der Schlüssel wird zurückgezogen',
    done: (kid) => `${kid} zurückgezogen`,
    gone: 'Er signiert nie und kommt nie zurück.',
    fresh: (algorithm) =>
      `An seiner Stelle entsteht ein neuer Schlüssel (${algorithm}). Veröffentlichen Sie ihn, damit ihn die Prüfer rechtzeitig kennen.`,
    stays: 'Der Schlüsselring bleibt ohne nächsten Schlüssel, bis Sie einen importieren.',
    push: (tenant) =>
      `Er wurde übertragen; Prüfer nehmen also an, was er signiert. Übertragen Sie ${tenant} gleich danach: Damit verlässt er den Satz.`,
    noPush: 'Er wurde nie übertragen; kein Prüfer wird etwas merken.',
    question: 'Warum wird er zurückgezogen?',
    kind: {
      word: 'Nicht gewollt',
      means: 'Er entstand oder kam versehentlich, oder ein anderer soll seinen Platz einnehmen.',
    },
  },
};
