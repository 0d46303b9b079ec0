import { amountOf, count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';
import { publishing } from '../publishing.ts';

export const outbox: typeof en.outbox = {
  title: 'Noch nicht übertragen',
  lead: 'Was Prüfer finden sollten und noch nicht finden, und warum. Jede Übertragung beginnt mit einer neuen Vorschau.',
  table: 'Was noch nicht übertragen ist, und warum',
  why: 'Warum',
  do: 'Aktion',
  waits: { push: 'Übertragung wartet', rollback: 'Zurücksetzen wartet', clear: 'Leerung wartet' },
  tried: (why, attempts, last) =>
    phrase`${why} ${attempts === 1 ? 'Einmal' : `${amountOf(attempts)} Mal`} versucht, zuletzt ${last}.`,
  verbFor: (verb, forTenant, tenant) => phrase`${verb}${forTenant(` für ${tenant}`)}`,
  dropFor: (forTenant, tenant) => phrase`Verwerfen${forTenant(`, was für ${tenant} wartet`)}`,
  withCourier: 'Beim Boten',
  bundleGood: (made, until) => phrase`Bündel vom ${made}, gültig bis ${until}. Noch keine Quittung.`,
  bundleExpired: (made, at) => phrase`Bündel vom ${made}, abgelaufen am ${at}. Noch keine Quittung.`,
  takeItsReceipt: 'Quittung annehmen',
  changed: 'Geändert, nicht übertragen',
  preview: 'Vorschau',
  pending: (keys, what) =>
    `${count(keys, 'Schlüssel', 'Schlüssel')} ${what === 'missing' && keys !== 1 ? 'fehlen dort' : publishing.pending[what]}`,
  without: {
    title: 'Ohne Netz',
    lead: 'Lassen Sie die Übertragung warten, bis der Mandant erreichbar ist, oder lassen Sie sie einen Boten von einem anderen Rechner ausführen.',
    letWait: 'Warten lassen',
    planBundle: 'Bündel planen',
    takeReceipt: 'Quittung annehmen …',
    waiting: 'Eine Übertragung dieses Mandanten wartet im Ausgangskorb.',
    waitingMeans: (link) =>
      phrase`Sie wird neu geplant, wenn Sie es wieder versuchen: Vom heutigen Plan bleibt nichts. ${link('Was wartet')}`,
  },
  bundle: {
    planned:
      'Geplant auf dem Satz, der zuletzt gesehen wurde. Der Rechner des Boten sendet es nur, wo genau dieser Satz vorgefunden wird.',
    save: 'Bündel speichern …',
    saveQr: 'Als QR-Codes speichern …',
    notSaved: 'Es wurde nichts gespeichert: Der Dialog wurde geschlossen.',
    saved: (file, tenant) => `${file} für ${tenant} gespeichert`,
    pushBefore: (at) =>
      phrase`Es kann bis ${at} übertragen werden. Der Bote vergleicht den Fingerabdruck dieses Geräts:`,
    fingerprint: 'Fingerabdruck dieses Geräts',
    onCourier: (file) => `Auf dem Rechner des Boten: custodian publish courier show ${file}`,
  },
  receipt: {
    none: 'Es wurde keine Quittung angenommen.',
    outcome: {
      pushed: 'übertragen und zurückgelesen',
      'already-there': 'war schon da, es wurde nichts gesendet',
      refused: 'abgelehnt, es wurde nichts gesendet',
      'not-confirmed': 'gesendet, aber das Zurücklesen zeigt es nicht',
    },
    says: (outcome) => `Der Bote meldet: ${outcome}.`,
    onRecord: (at) => phrase`${at}. Es ist als veröffentlicht festgehalten.`,
    notPublished: (at) =>
      phrase`${at}. Es ist nicht veröffentlicht. Planen Sie ein weiteres Bündel: Es wird auf dem geplant, was dort vorgefunden wurde.`,
    stillOpen: (until) =>
      phrase`Bis ${until} kann dieses Bündel noch übertragen werden: Vernichten Sie seine Kopien, oder bringen Sie auch jene Quittung zurück.`,
    notOurs: (kids) => `Nicht von uns: ${kids}`,
    unseen: 'Der Bote konnte den öffentlichen Satz nicht sehen.',
    listed: (keys) => `Der öffentliche Satz listete ${count(keys, 'Schlüssel', 'Schlüssel')} auf.`,
  },
};
