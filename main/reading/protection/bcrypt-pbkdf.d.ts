// The package has no types of its own.
declare module 'bcrypt-pbkdf' {
  /** Fills `key`; −1 for an empty passphrase, an empty salt or no rounds. */
  export function pbkdf(
    passphrase: Uint8Array,
    passphraseLength: number,
    salt: Uint8Array,
    saltLength: number,
    key: Uint8Array,
    keyLength: number,
    rounds: number,
  ): number;
}
