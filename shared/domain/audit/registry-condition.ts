// What speaks against the registry as it stands, held against the seal in it and what the keychain remembers.
import type { WireError } from '../../errors.ts';

export interface RegistryCondition {
  /** Whether the keychain was open yet, which alone can tell. */
  checked: boolean;
  /** Why nothing is published, signed, rotated or handed out; `null` as long as nothing speaks against it. */
  problem: WireError | null;
}
