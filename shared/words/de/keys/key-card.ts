import { amountOf } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const keyCard: typeof en.keyCard = {
  kid: (kid) => `kid ${kid}`,
  since: (at) => phrase`seit ${at}`,
  compromised: (strong, reason) => phrase`${strong('Kompromittiert:')} ${reason}`,
  signed: (times) => (times === 1 ? 'Einmal signiert' : `${amountOf(times)}-mal signiert`),
  neverSigned: 'Nie signiert',
  certificate: (why) => `Zertifikat: ${why}`,
  published: (at) => phrase`Veröffentlicht: ${at}`,
  notPublished: 'Nicht veröffentlicht',
  sentNotSeen: 'Übertragen, noch nicht öffentlich sichtbar',
  details: 'Details',
  detailsOf: (kid) => `Details zu ${kid}`,
  export: 'Exportieren',
  exportOf: (kid) => `Exportieren: ${kid}`,
  revoke: 'Sperren …',
  revokeOf: (kid) => `Sperren … ${kid}`,
  withdraw: 'Zurückziehen …',
  withdrawOf: (kid) => `Zurückziehen … ${kid}`,
  erase: 'Löschen …',
  eraseOf: (kid) => `Löschen … ${kid}`,
};
