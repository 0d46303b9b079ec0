// One line from a terminal that does not show it, as octets: what is typed never becomes a text.
import type { ReadStream } from 'node:tty';
import { CustodianError } from '../../shared/errors.ts';
import { MAX_PASSPHRASE_BYTES } from '../../shared/domain/limits.ts';
import { cancelled } from '../ports/stopping.ts';
import { type Console, prompted } from './output.ts';

const ENTER = new Set([0x0a, 0x0d, 0x04]);
const RUBOUT = new Set([0x08, 0x7f]);
const INTERRUPT = 0x03;

type Terminal = Pick<ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>;

const isTerminal = (stdin: object): stdin is Terminal =>
  'isTTY' in stdin && stdin.isTTY === true && 'setRawMode' in stdin;

/** The caller overwrites it; `null` where there is no terminal. Throws CANCELLED. */
export async function hiddenLine(
  { stdin, stderr }: Pick<Console, 'stdin' | 'stderr'>,
  prompt: string,
): Promise<Uint8Array | null> {
  if (!isTerminal(stdin)) {
    return null;
  }
  const endLine = prompted({ stderr }, prompt);
  stdin.setRawMode(true);
  try {
    return await lineFrom(stdin);
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    endLine();
  }
}

function lineFrom(stdin: Terminal): Promise<Uint8Array> {
  const typed = Buffer.alloc(MAX_PASSPHRASE_BYTES + 1);
  let length = 0;
  return new Promise<Uint8Array>((resolve, reject) => {
    const settle = (end: () => void): void => {
      stdin.off('data', take);
      end();
      typed.fill(0);
    };
    const take = (part: Buffer): void => {
      for (const octet of part) {
        if (ENTER.has(octet)) {
          settle(() => resolve(Uint8Array.from(typed.subarray(0, length))));
          break;
        } else if (octet === INTERRUPT) {
          settle(() => reject(cancelled()));
          break;
        } else if (RUBOUT.has(octet)) {
          length = startOfLast(typed, length);
        } else if (length < MAX_PASSPHRASE_BYTES) {
          typed[length] = octet;
          length += 1;
        } else {
          const problem = { code: 'too-many-bytes', most: MAX_PASSPHRASE_BYTES } as const;
          settle(() => reject(new CustodianError('INPUT_INVALID', { field: 'passphrase', problem })));
          break;
        }
      }
      part.fill(0);
    };
    stdin.on('data', take);
    stdin.resume();
  });
}

/** A letter is one or more octets in UTF-8; those after its first begin with the bits 10. */
function startOfLast(typed: Uint8Array, length: number): number {
  let at = Math.max(0, length - 1);
  while (at > 0 && ((typed[at] ?? 0) & 0xc0) === 0x80) {
    at -= 1;
  }
  return at;
}
