// English sentences for errors: the outbox and couriers.
import { courierFlaw } from '../problems/courier.ts';
import { say, type Sentences } from '../../sentence.ts';

export const offlineSentences = {
  OUTBOX_NOT_NEEDED: ({ tenant }) =>
    say(`“${tenant}” can be reached, so nothing has to wait.`, 'Look at a fresh preview, then push that.'),
  OUTBOX_EMPTY: ({ tenant }) =>
    say(`Nothing of “${tenant}” waits in the outbox.`, 'List the outbox to see what waits and why.'),
  COURIER_FILE_REFUSED: ({ file, problem }) =>
    say(
      `The ${file} cannot be used: ${courierFlaw(problem)}. Nothing was changed.`,
      `Check that it is the right ${file}, unaltered.`,
    ),
  COURIER_DEVICE_UNKNOWN: ({ file, fingerprint }) =>
    say(
      `The ${file} is signed by a device that is not known here: ${fingerprint}`,
      'Compare this with what the other machine shows, over a channel that cannot be forged. Only if both are the same, ' +
        (file === 'bundle' ? 'give it with --fingerprint.' : 'give it with --courier-fingerprint.'),
    ),
  COURIER_BUNDLE_EXPIRED: ({ tenant, at }) =>
    say(`The bundle for “${tenant}” expired at ${at}. Nothing was sent.`, 'Have a new one made, or check the clock.'),
} satisfies Partial<Sentences>;
