// A place that keeps bytes under names: what the stores of software keys, and the box of other secrets, stand on. Nothing
// outside this room holds one.
import type { SecretBox } from '../ports/secret-box.ts';

/** Every call settles within the deadline; failures are the VAULT_* codes. */
export interface SecretVault extends Pick<SecretBox, 'condition' | 'remove' | 'tidy'> {
  /** Stores or replaces. The former value stays readable until the new one is complete. */
  put(name: string, secret: Uint8Array): Promise<void>;
  /** The caller owns the bytes and overwrites them after use. Throws VAULT_SECRET_MISSING when the keychain is open but has none. */
  get(name: string): Promise<Uint8Array>;
}
