import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const bench: typeof en.bench = {
  title: 'Token-Werkbank',
  lead: 'Token werden auf diesem Rechner gelesen und signiert und nirgends aufbewahrt. Unsignierte Token und Algorithmen mit gemeinsamem Geheimnis werden nie angenommen.',

  reader: {
    title: 'Token lesen',
    lead: 'Fügen Sie ein JWT ein, mit oder ohne „Bearer“.',
    token: 'Token',
    placeholder: 'eyJ…',
    read: 'Token lesen',
    edit: 'Diese Claims bearbeiten',
  },

  verdict: {
    accepted: 'Es würde angenommen.',
    refused: (reasons) => `Es würde nicht angenommen: ${reasons.join('; ')}.`,
    stranger: 'Was unten steht, behauptet jemand, der hier unbekannt ist.',
    signedBy: (kid, state, alg) => phrase`Signiert von ${kid}${state}${alg}`,
    header: 'Header',
    claims: 'Claims',
    name: 'Name',
    value: 'Wert',
    none: 'keine',
  },

  signer: {
    title: 'Token signieren',
    lead: 'Mit dem aktuellen Schlüssel eines Schlüsselrings. Jede Signatur wird gezählt und protokolliert.',
    nothing: 'Noch kann nichts signieren',
    nothingMeans:
      'Kein Schlüsselring dieses Mandanten hat einen aktuellen Schlüssel. Mit einem Schlüsselwechsel kommt der nächste in Gebrauch.',
    claims: 'Claims',
    claimsMeans: 'Ein JSON-Objekt. iat und exp werden ergänzt, wenn sie fehlen.',
    signedBy: 'Signiert von',
    validFor: 'Gültig für',
    caution: 'Ein Token ist ein Ausweis.',
    cautionMeans:
      'Bis es abläuft, wird jeder, der es hat, anstelle seines Subjekts eingelassen. Geben Sie es so weiter wie ein Passwort.',
    foot: (ring, lifetime) => `Mit dem aktuellen Schlüssel des Rings ${ring}, gültig für ${lifetime}`,
    sign: 'Token signieren',
    working: 'Wird signiert',
    signed: 'Signiertes Token',
    by: (alg, kid, ends) => phrase`${alg} von ${kid}, ${ends}`,
    expires: (at, relative) => phrase`gültig bis ${at} (${relative})`,
    neverExpires: 'läuft nie ab',
    token: 'Token',
  },

  notJson: (why) => `Das ist kein JSON: ${why}`,
  unreadable: 'unlesbar',
  notObject: 'Die Claims müssen ein einziges JSON-Objekt sein, in geschweiften Klammern.',
  tooLarge: (name) =>
    `Die Zahl in „${name}“ ist zu groß, um genau erhalten zu bleiben. Schreiben Sie sie in Anführungszeichen.`,
};
