// Does the keyring service of this desktop answer at all? libsecret waits 25 seconds for each of its own questions, holds a
// thread meanwhile and cannot be called off, so a service that is stopped would keep the whole process from ending. Here the
// same is asked on a connection of our own, which can be dropped: one ping, and whatever comes back is an answer.
import { connect } from 'node:net';
import { busAddresses } from './bus-address.ts';
import { AUTHENTICATE, createReplyCounter, HELLO, pingOf } from './bus-messages.ts';

const SERVICE = 'org.freedesktop.secrets';

/** A service that runs answers in a millisecond or two, also while it waits for somebody to unlock it. */
const PATIENCE_MS = 3000;
/** It is counted in pieces: a program that was busy itself heard nothing meanwhile, and that is one piece at most. */
const PIECES = 10;

/** nobody: no bus is there, or none that talks to this account. */
type Met = 'answer' | 'silence' | 'nobody';

/**
 * Resolves to the milliseconds that were waited in vain, or to null: something answered, or that cannot be told, and then
 * libsecret finds out by itself, at once, what is missing.
 */
export type Silence = () => Promise<number | null>;

/** Only Linux has its keychain on a bus; elsewhere nothing is asked ahead. */
export const silenceHere = (): Silence =>
  process.platform === 'linux' ? silenceOfSecretService(process.env) : () => Promise.resolve(null);

export function silenceOfSecretService(env: NodeJS.ProcessEnv, patienceMs = PATIENCE_MS): Silence {
  return async () => {
    for (const address of busAddresses(env)) {
      const met = await ping(address, patienceMs);
      if (met !== 'nobody') {
        return met === 'silence' ? patienceMs : null;
      }
    }
    return null;
  };
}

function ping(address: string, patienceMs: number): Promise<Met> {
  return new Promise((resolve) => {
    const socket = connect({ path: address });
    const end = (met: Met): void => {
      clearInterval(clock);
      socket.destroy();
      resolve(met);
    };
    let pieces = 0;
    const clock = setInterval(() => {
      pieces += 1;
      if (pieces === PIECES) {
        end('silence');
      }
    }, patienceMs / PIECES);
    const repliesIn = createReplyCounter();
    socket.on('data', (bytes) => {
      const replies = repliesIn(bytes);
      // The bus replies to the greeting before it lets anybody else speak.
      if (replies === null || replies >= 2) {
        end(replies === null ? 'nobody' : 'answer');
      }
    });
    socket.once('error', () => end('nobody'));
    socket.once('close', () => end('nobody'));
    socket.write(Buffer.concat([AUTHENTICATE, HELLO, pingOf(SERVICE)]));
  });
}
