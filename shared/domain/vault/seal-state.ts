// Whether private keys and credentials are sealed under a passphrase before they reach the keychain, and whether it was given.

/** `none`: there is no passphrase. `sealing`, `opening`: setting or removing one was broken off and goes on when it is given. */
export type SealStage = 'none' | 'sealed' | 'sealing' | 'opening';

export interface SealState {
  stage: SealStage;
  /** Nothing that needs a key is done before the passphrase is given. */
  locked: boolean;
}

/** Characters of UTF-8 octets that a new passphrase has at least. It is guessed on copies of the keychain, without any wait. */
export const LEAST_PASSPHRASE_BYTES = 12;

/** What Argon2id (RFC 9106) costs: the second recommended option of its section 4. */
export interface DerivationCost {
  kib: number;
  passes: number;
  lanes: number;
}

export const SEAL_COST: DerivationCost = { kib: 64 * 1024, passes: 3, lanes: 4 };
