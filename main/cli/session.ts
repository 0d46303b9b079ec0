// Opens what a command needs and closes it again, whatever happens in between.
import type { ClockDifference } from '../../shared/domain/timing/key-clocks.ts';
import { type CustodyPlace, isFresh } from '../composition/custody-place.ts';
import type { Custodian } from '../acts/custodian.ts';
import { MAX_APPROVAL_BYTES } from '../../shared/domain/limits.ts';
import type { Console, Output } from './output.ts';

interface SessionOptions {
  /** Files with authorities to trust for this one command. */
  authorities?: readonly Uint8Array[];
}

export type Session = <T>(work: (custodian: Custodian) => Promise<T> | T, options?: SessionOptions) => Promise<T>;

/** What all commands are given. */
export interface Given {
  choose: () => CustodyPlace;
  /** With the vault passphrase in it; `null` when none was named. */
  passphraseFile: () => string | null;
  /** With the approval of a second officer in each. */
  approvalFiles: () => readonly string[];
  /** Whether acts are only asked for. */
  asking: boolean;
}

export function createSession(
  { choose, passphraseFile, approvalFiles, asking }: Given,
  { console, output }: { console: Console; output: Output },
): Session {
  return async (work, options = {}) => {
    const place = choose();
    const file = passphraseFile();
    if (place.formerFolder !== null && isFresh(place)) {
      output.remark(formerData(place.formerFolder));
    }
    const { openCustodian } = await import('../composition/compose.ts');
    const opened = await openCustodian({
      folder: place.folder,
      custodyOf: place.custodyOf,
      door: 'command line',
      ...(console.pinned === undefined ? {} : { pinned: console.pinned }),
      ...options,
    });
    const { vault } = opened.custodian;
    try {
      for (const approval of approvalFiles()) {
        const { readLimited } = await import('../files/read-file.ts');
        const given = await readLimited(approval, MAX_APPROVAL_BYTES);
        opened.custodian.bringApproval(await opened.custodian.approvalIn(given));
      }
      if (file !== null && (await vault.sealState()).locked) {
        const { passphraseIn } = await import('./vault-passphrase.ts');
        await vault.unlock(await passphraseIn(file));
      }
      // Asked for where an act takes it, and then only.
      const prove = async () => {
        const { passphraseAgain } = await import('./vault-passphrase.ts');
        const passphrase = await passphraseAgain(console, file);
        return passphrase === null ? null : vault.prove(passphrase);
      };
      return await work(asking ? opened.custodian.asking() : opened.custodian.provided(() => undefined, prove));
    } finally {
      const difference = opened.custodian.clockDifference();
      if (difference !== null) {
        output.remark(clockWarning(difference));
      }
      await opened.close();
    }
  };
}

const clockWarning = ({ host, seconds, direction }: ClockDifference): string =>
  `Warning: this machine's clock is ${seconds} seconds ${direction === 'ahead' ? 'ahead of' : 'behind'} what ${host} says. Correct it before you rely on any date.`;

/** Said until a checkout has data of its own, and by the doctor for as long as it is so. */
export const formerData = (folder: string): string =>
  `There are data in ${folder}, where an installed Key Custodian keeps them and a checkout used to. ` +
  'This checkout has its own; --product opens those.';
