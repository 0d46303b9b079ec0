// The passphrase of the vault, set, changed and removed while somebody kills the program.
import type { Custodian } from '../../main/acts/custodian.ts';
import { type Act, withCredential } from './act.ts';
import type { FaultDesk } from './fault-desk.ts';

const PASSPHRASES = { first: 'correct horse battery staple', second: 'another long passphrase' } as const;
const typed = (which: keyof typeof PASSPHRASES): Uint8Array => Buffer.from(PASSPHRASES[which]);

async function withPassphrase(desk: FaultDesk): Promise<void> {
  await withCredential(desk);
  await desk.custodian.vault.setPassphrase(typed('first'));
}

/** With whichever passphrase there is now. What was broken off goes on with it. */
export async function unlocked({ vault }: Custodian): Promise<void> {
  const { locked } = await vault.sealState();
  if (locked) {
    await vault.unlock(typed('first')).catch(() => vault.unlock(typed('second')));
  }
}

export const PASSPHRASE_ACTS = {
  'set the vault passphrase': {
    prepare: withCredential,
    run: (custodian) => custodian.vault.setPassphrase(typed('first')),
    leaves: 'vault.passphrase-set',
    again: 'VAULT_PASSPHRASE_SET',
  },
  'change the vault passphrase': {
    prepare: withPassphrase,
    run: async (custodian) => {
      await unlocked(custodian);
      const { vault } = custodian;
      await vault
        .changePassphrase(typed('first'), typed('second'))
        .catch(() => vault.changePassphrase(typed('second'), typed('second')));
    },
    leaves: 'vault.passphrase-changed',
    // From whichever it is now.
    again: null,
  },
  'remove the vault passphrase': {
    prepare: withPassphrase,
    run: async (custodian) => {
      await unlocked(custodian);
      await custodian.vault.removePassphrase(typed('first'));
    },
    leaves: 'vault.passphrase-removed',
    again: 'VAULT_PASSPHRASE_NONE',
  },
} as const satisfies Record<string, Act>;
