// Opens what a command needs and closes it again, whatever happens in between.
import { openCustodian } from '../composition/compose.ts';
import type { Custodian } from '../core/custodian.ts';

export type Session = <T>(work: (custodian: Custodian) => Promise<T> | T) => Promise<T>;

export function createSession(folder: () => string): Session {
  return async (work) => {
    const opened = await openCustodian({
      folder: folder(),
      door: 'command line',
    });
    try {
      return await work(opened.custodian);
    } finally {
      await opened.close();
    }
  };
}
