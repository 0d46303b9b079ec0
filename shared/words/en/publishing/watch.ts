// The watch over what is published.
import { phrase } from '../../phrase.ts';

export const watch = {
  title: '4. Watch',
  lead: 'Compares what is published with what was pushed from here. While the app runs it checks by itself.',
  checkNow: 'Check now',
  working: 'Checking the published set',
  /** What can be cancelled. */
  theCheck: 'the check',
  notChecked: 'Not checked since the last push.',
  neverPushed: 'Nothing was pushed yet, so there is nothing to watch.',
  inStep: 'In step: the tenant publishes exactly what was pushed.',
  clockIsWrong: 'The clock of this machine is wrong, so this check was not kept.',
  unreadable: 'The set at the tenant could not be read.',
  shownEarlier: 'What an earlier check found is still shown here.',
  unseen: 'The public key set could not be read.',
  /** After the sentence that says why. */
  unseenMeans: (why: string) => `${why} Verifiers that have no copy cannot check any token.`,
  looked: <At>(at: At) => phrase`Last checked ${at}`,
  compromised: (keys: number) =>
    keys === 1
      ? 'First of all: a compromised key may still be public.'
      : `First of all: ${keys} compromised keys may still be public.`,
  exposed: (keys: number) =>
    keys === 1
      ? 'Alarm: a private key is public. Everybody can sign with it.'
      : `Alarm: ${keys} private keys are public. Everybody can sign with them.`,
  members: (names: string) => `Private members there: ${names}.`,
  alarm: 'Alarm: keys are accepted that should not be.',
  kept: {
    label: 'Foreign keys that are kept',
    line: <At>(by: string, at: At, reason: string) =>
      phrase`is not ours and is accepted: kept by ${by}, ${at}: ${reason}`,
  },
  drifted: 'The published set is not as it was pushed.',
  finding: <Kid>(kid: Kid, what: string, todo: string) => phrase`${kid} ${what}. ${todo}`,
};
