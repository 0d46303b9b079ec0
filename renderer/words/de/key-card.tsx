import { amountOf } from '../../text/hex.ts';
import type { en } from '../en/index.ts';

export const keyCard: typeof en.keyCard = {
  kid: (kid) => `kid ${kid}`,
  since: (at) => <>seit {at}</>,
  compromised: (reason) => (
    <>
      <strong>Kompromittiert: </strong>
      {reason}
    </>
  ),
  signed: (times) => (times === 1 ? 'Einmal signiert' : `${amountOf(times)}-mal signiert`),
  neverSigned: 'Nie signiert',
  published: (at) => <>Veröffentlicht: {at}</>,
  notPublished: 'Nicht veröffentlicht',
  sentNotSeen: 'Gesendet, von außen nicht gesehen',
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
