import { amountOf, count } from '../numbers.ts';
import type { en } from '../../en/page.ts';

const tenants = (amount: number): string => count(amount, 'Mandant', 'Mandanten');
const keys = (amount: number): string => count(amount, 'Schlüssel', 'Schlüssel');

export const bulk: typeof en.bulk = {
  name: 'Aktionen für mehrere Mandanten',
  selectShown: 'Alle gezeigten auswählen',
  selected: (amount) => `${amountOf(amount)} ausgewählt`,
  hint: 'Mit der Umschalttaste auch alle dazwischen. Was nicht gezeigt wird, bleibt unberührt.',
  clear: 'Auswahl aufheben',
  busy: 'Eine andere Sammelarbeit läuft noch.',
  start: {
    drift: 'Auf Abweichung prüfen',
    prove: 'Nachweisen',
    policy: 'Richtlinie zuweisen …',
    push: 'Vorschau und übertragen …',
  },
  drift: {
    title: (amount) => `${tenants(amount)} auf Abweichung prüfen`,
    text: 'Liest, was jeder Mandant veröffentlicht, und vergleicht es mit der letzten Übertragung. Dort wird nichts geändert.',
    verb: 'Prüfen',
  },
  prove: {
    title: (amount) => `${tenants(amount)} von außen nachweisen`,
    text: 'Signiert mit jedem aktuellen Schlüssel ein Probe-Token und prüft es allein über den öffentlichen Schlüsselsatz. Der Beleg wird aufbewahrt.',
    verb: 'Nachweisen',
  },
  policy: {
    title: (amount) => `${tenants(amount)}: Richtlinie zuweisen`,
    text: 'Uhren, Pläne und Termine folgen sofort. Schlüssel und Veröffentlichtes bleiben, wie sie sind.',
    verb: 'Richtlinie zuweisen',
    field: 'Richtlinie',
    fallback: 'Vorgabe ihrer Umgebung',
  },
  push: {
    title: (amount) => `${tenants(amount)}: Vorschau und übertragen`,
    text: 'Zuerst wird jeder Satz mit dem verglichen, was sein Mandant jetzt hat. Bevor Sie das gesehen haben, wird nichts gesendet. Wo etwas entschieden werden muss, wird der Mandant ausgelassen und der Grund genannt.',
    preview: 'Vorschau',
    verb: (amount) => `${count(amount, 'Satz', 'Sätze')} übertragen`,
    none: 'Nichts zu übertragen',
    bound:
      'Jede Übertragung sendet genau das, was ihre Vorschau gezeigt hat. Hat sich inzwischen etwas geändert, wird an diesen Mandanten nichts gesendet.',
    production: (amount) => `Darunter ${tenants(amount)} in Produktion.`,
  },
  run: {
    progress: (at, of, tenant) => `${amountOf(at)} von ${amountOf(of)}: ${tenant}`,
    stop: 'Nach diesem Mandanten anhalten',
    stopping: 'Wird angehalten …',
    sum: (parts) => `${parts}.`,
    stopped: (reached, of) =>
      `Angehalten nach ${amountOf(reached)} von ${amountOf(of)}. Die übrigen blieben unberührt.`,
    caption: 'Wie es für jeden Mandanten ausging',
    tenant: 'Mandant',
    result: 'Ergebnis',
    what: 'Was',
  },
  strip: {
    putAside: 'Im Hintergrund weiter',
    progress: (run, needy) =>
      needy === 0 ? run : `${run}. ${amountOf(needy)} ${needy === 1 ? 'braucht' : 'brauchen'} Sie.`,
    show: 'Ergebnisse zeigen',
    dismiss: 'Verwerfen',
  },
  state: {
    done: { word: 'Erledigt', sum: (amount) => `${amountOf(amount)} erledigt` },
    ready: { word: 'Bereit', sum: (amount) => `${amountOf(amount)} bereit zur Übertragung` },
    look: { word: 'Ansehen', sum: (amount) => `${amountOf(amount)} anzusehen` },
    skipped: { word: 'Ausgelassen', sum: (amount) => `${amountOf(amount)} ausgelassen` },
    refused: { word: 'Abgelehnt', sum: (amount) => `${amountOf(amount)} abgelehnt` },
  },
  said: {
    inStep: 'Stimmt überein: Veröffentlicht ist genau, was übertragen wurde.',
    neverPublished: 'Es wurde noch nie etwas veröffentlicht.',
    finding: (kid, what, more) => (more > 0 ? `${kid} ${what}; und ${amountOf(more)} weitere.` : `${kid} ${what}.`),
    proven: (amount) => `Nachgewiesen: ${keys(amount)}.`,
    notProven: (step, detail) => (detail === '' ? `Gescheitert: ${step}.` : `Gescheitert: ${step} (${detail}).`),
    noCurrent: 'Es gibt keinen aktuellen Schlüssel.',
    usesPolicy: (policy) => `Es gilt: ${policy}.`,
    usesDefault: 'Es gilt die Vorgabe der Umgebung.',
    upToDate: 'Aktuell: Eine Übertragung würde nichts ändern.',
    deletes: 'Die Übertragung würde den ganzen Satz löschen. Tun Sie das auf der eigenen Seite des Mandanten.',
    others: (finding) => `Jemand anderes hat den Satz verändert. ${finding}`,
    altered: (kid) => `${kid} hat dort einen anderen Inhalt als hier. Sehen Sie ihn sich auf der eigenen Seite an.`,
    needsConsent: (finding) => `Hier müssen Sie entscheiden. ${finding}`,
    stumbles: (line) => `${line}. Manche nachlässigen Prüfer würden stolpern.`,
    plain: (line) => `${line}.`,
    pushed: (amount) => `Übertragen und zurückgelesen: ${keys(amount)}.`,
    notVisible: 'Angenommen, noch nicht sichtbar: Sehen Sie nach einer Weile nach Abweichungen.',
  },
  diff: {
    added: (amount) => `${amount} hinzu`,
    kept: (amount) => `${amount} unverändert`,
    removed: (amount) => `${amount} entfernt`,
    foreign: (amount) => `${amount} fremd, bleibt`,
    altered: (amount) => `${amount} verändert`,
  },
};
