// One key in its lane.
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const keyCard = {
  /** What the copy button copies. */
  kid: (kid: string) => `kid ${kid}`,
  since: <At>(at: At) => phrase`since ${at}`,
  compromised: <Strong>(strong: (text: string) => Strong, reason: string) =>
    phrase`${strong('Compromised:')} ${reason}`,
  signed: (times: number) => `Signed ${count(times, 'time', 'times')}`,
  neverSigned: 'Never signed',
  certificate: (why: string) => `Certificate: ${why}`,
  published: <At>(at: At) => phrase`Published ${at}`,
  notPublished: 'Not published',
  sentNotSeen: 'Pushed, not yet visible publicly',
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
