// The emergency: rotate and revoke in one act, what the world does afterwards, and what is left to do.
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const emergency = {
  title: (ring: string, tenant: string) => `Emergency: rotate and revoke ring “${ring}” of ${tenant}`,
  verb: 'Rotate and revoke now',
  working: 'Generating the new next key',
  done: (revoked: string, current: string) => `Revoked ${revoked}; ${current} signs now`,
  stops: (kid: string) => `${kid} stops signing and is revoked for good, in one act.`,
  means: (kid: string) =>
    `${kid} signs at once. No waiting period applies: valid tokens of the old key are rejected as the change reaches the verifiers, so people are signed out. Use this when the old key has been exposed.`,
  nextToo: {
    label: (kid: string) => `The next key ${kid} may have been exposed as well`,
    means: 'Both are revoked, and a key made now signs at once. No verifier knows it until you have pushed.',
    noNext: 'There is no next key, so a key made now signs at once. No verifier knows it until you have pushed.',
  },
  freshKey: 'a fresh key',
  question: 'Has the private key been exposed?',
  /** One minute, ten minutes, twelve hours after the push. */
  picture: {
    after: 'After the push, at the latest.',
    chosen: 'Calculated for the verifiers of the tenant’s policy.',
    catalogue: 'Calculated for all verifiers that are known here; choose yours in the policy.',
    allRefuseOld: 'All reject the old key.',
    allAcceptOld: 'All may still accept the old key.',
    someAcceptOld: (some: number, all: number) =>
      `${some} of ${count(all, 'verifier', 'verifiers')} may still accept the old key:`,
    allRefuseNew: 'All may reject the new key.',
    someRefuseNew: (some: number, all: number) =>
      `${some} of ${count(all, 'verifier', 'verifiers')} may reject the new key:`,
  },
  after: {
    title: 'Revoked here. Now tell everybody else.',
    push: {
      title: '1. Push now',
      means: (kid: string) => `Until then every verifier goes on accepting tokens of ${kid}.`,
      link: (tenant: string) => `Preview and push ${tenant}`,
    },
    prove: {
      title: '2. Prove',
      means:
        'On the same screen: a fresh token is accepted, and the revoked key is seen to be gone. From that moment the clock on the key says by when it is rejected everywhere.',
    },
    tell: {
      title: '3. Tell those who installed the key manually',
      means:
        'Pinned certificates, inline key sets and firmware learn nothing from a push. Send them the new certificate and ask them to clear their caches.',
      sinceWhen: 'Tell them since when tokens of the old key prove nothing.',
    },
    erase: {
      title: '4. Erase what is left',
      means: <Page>(page: (text: string) => Page) =>
        phrase`Copies outside this machine: backups, build secrets, old servers. The private key here can be ${page('erased from the page of the key')}, when nobody needs it as evidence.`,
    },
    pushNow: 'Push now',
  },
  /** Everybody who was given a copy of the key. */
  holders: {
    title: (times: number) => `This private key was handed over ${count(times, 'time', 'times')}. Ask and tell:`,
    entry: <At>(to: string, format: string, at: At, number: number) =>
      phrase`${to}: ${format}, ${at}, number ${number}`,
    perhapsNotWritten: 'perhaps not written',
  },
};
