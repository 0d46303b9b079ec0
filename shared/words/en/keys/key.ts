// The page of one key: what it is, how it came here, how it ended.
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const key = {
  title: 'Key',
  rings: 'Key rings',
  lead: (means: string, nist: string) => `${means} NIST SP 800-57: ${nist}.`,
  revokedCompromised: 'Revoked as compromised',
  revokedRoutine: 'Revoked as routine',
  compromisedSince: <At>(at: At) => phrase`Perhaps exposed since ${at}. Tokens signed later prove nothing.`,
  history: 'History',
  revoke: 'Revoke…',
  erase: 'Erase…',

  identity: 'Identity',
  kid: 'kid',
  ring: 'Ring',
  origin: 'Origin',
  signed: 'Signed',
  timesSigned: (times: number) => count(times, 'time'),
  timesSignedLast: <At>(times: number, at: At) => phrase`${count(times, 'time')}, last on ${at}`,
  spki: 'SPKI SHA-256',

  missing: {
    title: (kid: string) => `No key ${kid}`,
    heading: 'This tenant has no such key',
    why: 'A kid is case-sensitive and belongs to one tenant.',
    toRings: 'See its rings',
  },
};
