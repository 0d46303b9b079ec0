// What the command line says of the vault passphrase.
import type { Finding } from '../../../domain/doctor/report.ts';
import type { SealStage } from '../../../domain/vault/seal-state.ts';
import { findingSentence } from '../doctor.ts';

export const SEAL_LINES: Record<SealStage, string> = {
  none: 'There is no vault passphrase: whoever opens the keychain has the keys.',
  sealed: 'Keys and secrets are sealed under the vault passphrase.',
  sealing: 'Setting the vault passphrase was broken off. It goes on with “custodian unlock”.',
  opening: 'Removing the vault passphrase was broken off. It goes on with “custodian unlock”.',
};

export const PRODUCTION_UNSEALED =
  'These are production keys, and there is no vault passphrase: set one with “custodian passphrase set”.';

/** What was damaged before and stays so, with what to do. */
export const damagedLines = (damaged: readonly Finding[]): string[] =>
  damaged.flatMap((each) => {
    const { message, advice } = findingSentence(each);
    return ['', message, `  ${advice}`];
  });

/** `held`: the command line held the key. */
export const lockLines = (held: boolean, window: 'locked' | 'nothing' | 'no-window'): string[] => [
  ...(held ? ['Locked: the key is forgotten.'] : []),
  ...(window === 'locked' ? ['The window is locked.'] : []),
  ...(window === 'nothing' ? ['The window has no vault passphrase to lock with.'] : []),
  ...(!held && window === 'no-window' ? ['It was not unlocked: neither on the command line nor in a window.'] : []),
];
