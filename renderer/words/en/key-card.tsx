// One key in its lane.
import type { ReactNode } from 'react';
import { count } from '../../text/hex.ts';

export const keyCard = {
  /** What the copy button copies. */
  kid: (kid: string) => `kid ${kid}`,
  since: (at: ReactNode) => <>since {at}</>,
  compromised: (reason: string) => (
    <>
      <strong>Compromised: </strong>
      {reason}
    </>
  ),
  signed: (times: number) => `Signed ${count(times, 'time', 'times')}`,
  neverSigned: 'Never signed',
  published: (at: ReactNode) => <>Published {at}</>,
  notPublished: 'Not published',
  sentNotSeen: 'Sent, not seen outside',
  details: 'Details',
  detailsOf: (kid: string) => `Details of ${kid}`,
  export: 'Export',
  exportOf: (kid: string) => `Export ${kid}`,
  revoke: 'Revoke…',
  revokeOf: (kid: string) => `Revoke… ${kid}`,
  withdraw: 'Withdraw…',
  withdrawOf: (kid: string) => `Withdraw… ${kid}`,
  erase: 'Erase…',
  eraseOf: (kid: string) => `Erase… ${kid}`,
};
