// Erasing the private key of a revoked key, and taking that back.
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const erase = {
  title: (kid: string) => `Erase the private key of ${kid}?`,
  verb: { atOnce: 'Erase for good', later: 'Schedule the erasure' },
  working: 'Scheduling the erasure',
  done: { atOnce: (kid: string) => `Erased ${kid}`, later: (kid: string) => `The erasure of ${kid} is scheduled` },
  atOnce: 'It is erased from the keychain at once.',
  inDays: (days: number) =>
    `It is erased from the keychain in ${count(days, 'day', 'days')}. Until then you can cancel it.`,
  means:
    'Afterwards nobody can sign with it, and no copy is kept here. The public key, the certificate and the history stay on record.',
  typeKid: 'Type the whole kid',
  will: <At>(at: At) => phrase`Private key will be erased ${at}`,
  was: <At>(at: At) => phrase`Private key erased ${at}`,
  takeBack: 'Cancel erasure',
  takeBackOf: (kid: string) => `Cancel erasure of ${kid}`,
  kept: (kid: string) => `${kid} is kept`,
};
