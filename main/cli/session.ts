// Opens what a command needs and closes it again, whatever happens in between.
import { openCustodian } from '../composition/compose.ts';
import type { Custodian } from '../core/custodian.ts';

interface SessionOptions {
  /** Files with authorities to trust for this one command. */
  authorities?: readonly Uint8Array[];
}

export type Session = <T>(work: (custodian: Custodian) => Promise<T> | T, options?: SessionOptions) => Promise<T>;

export function createSession(folder: () => string): Session {
  return async (work, options = {}) => {
    const opened = await openCustodian({
      folder: folder(),
      door: 'command line',
      ...options,
    });
    try {
      return await work(opened.custodian);
    } finally {
      await opened.close();
    }
  };
}
