import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

/** After “von”. */
const rotations = (limit: number): string => count(limit, 'Schlüsselwechsel', 'Schlüsselwechseln');

export const ownKeys: typeof en.ownKeys = {
  title: 'Eigene Schlüssel des Mandanten',
  lead: 'Der Mandant signiert mit diesen Schlüsseln. Ihre privaten Schlüssel sind dort, nicht hier.',
  none: {
    title: 'Dieser Mandant hat keine.',
    means: 'Ein einfacher JWKS-Endpunkt hat die Schlüssel, die an ihn gesendet werden, und sonst nichts.',
  },
  refresh: 'Aktualisieren',
  rotateLater: 'Wechseln …',
  keys: 'Schlüssel',
  reading: 'Es wird gelesen, was der Mandant auflistet.',
  exportAll: 'Alle exportieren …',
  listsNone: 'Der Mandant listet keine eigenen Schlüssel auf.',
  rotationsLeft: (left, limit) => `Noch ${left} von ${rotations(limit)} in 24 Stunden.`,
  rotationsLeftUntil: (left, limit, free) =>
    phrase`Noch ${left} von ${rotations(limit)} in 24 Stunden; der nächste wird am ${free} frei.`,
  table: {
    state: 'Zustand',
    since: 'Seit',
    sha256: 'SHA-256 des Zertifikats',
    acts: 'Aktionen',
    until: (at) => phrase`bis ${at}`,
    export: 'Exportieren …',
    exportOf: (kid) => `Exportieren … ${kid}`,
    revoke: 'Sperren …',
    revokeOf: (kid) => `Sperren … ${kid}`,
    notYet: 'signiert noch nicht',
    notTold: 'nicht angegeben',
    signed: (from, to) => phrase`signierte vom ${from} bis ${to}`,
  },
  rotate: {
    title: 'Eigene Schlüssel des Mandanten wechseln?',
    verb: 'Jetzt wechseln',
    working: 'Der Schlüssel wird gewechselt',
    /** What can be cancelled. */
    theWork: 'Schlüsselwechsel',
    means: (next, current) =>
      phrase`Der nächste Schlüssel ${next} signiert ab sofort jedes Token. Der aktuelle ${current} wird zum vorigen: Seine Token bleiben gültig, bis Sie ihn sperren. Wer das bisherige Zertifikat fest hinterlegt hat, lehnt neue Token ab.`,
    done: (tenant) => `${tenant} signiert jetzt mit seinem nächsten Schlüssel.`,
  },
  revoke: {
    title: (kid) => `${kid} beim Mandanten sperren?`,
    verb: 'Endgültig sperren',
    working: 'Der Schlüssel wird gesperrt',
    /** What can be cancelled. */
    theWork: 'Sperrung',
    means:
      'Der Schlüssel verlässt den Schlüsselsatz des Mandanten. Jedes Token, das er signiert hat, wird abgelehnt, sobald die Prüfer den Satz wieder lesen; Benutzer müssen sich dann vielleicht neu anmelden.',
    done: (tenant, kid) => `${tenant} hat ${kid} gesperrt.`,
  },
  unanswered: (done) => `${done} Es kam keine Antwort; dass es geschehen ist, hat das Zurücklesen gezeigt.`,
  forGood: 'Es geschieht sofort und lässt sich nicht zurücknehmen.',
  production: {
    title: (tenant) => `${tenant} ist Produktion.`,
    means:
      'Hier melden sich echte Benutzer an. Stellen Sie sicher, dass jede Anwendung den Schlüsselsatz liest und kein Zertifikat fest hinterlegt hat.',
  },
  export: {
    titleAll: 'Alle eigenen Schlüssel des Mandanten exportieren',
    title: (kid) => `${kid} exportieren`,
    verb: 'Speichern …',
    working: 'Schlüssel werden gelesen, der Speicherort wird gewählt',
    format: 'Format',
    written: 'Schreibweise',
    publicOnly: 'Nur öffentliche Schlüssel. Nichts davon kann signieren.',
    saved: (file, sha256) => `${file} gespeichert, SHA-256 ${sha256}`,
    notSaved: 'Es wurde nichts gespeichert',
  },
};
