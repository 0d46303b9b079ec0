// The three keytar calls this product uses, as a type: the vault runs on the real module, on a memory map, or on keytar
// in another process. `findCredentials` and `findPassword` are left out on purpose: on a locked Linux keyring they take
// the whole process down (docs/adr/0001).

export interface KeychainBackend {
  /** `null` when there is no such entry, and on Linux also when the keyring is locked. */
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  /** `false` when there is no such entry, and on Linux also when the keyring is locked. */
  deletePassword(service: string, account: string): Promise<boolean>;
}

/**
 * The service of every entry: those of the installed product, and those of a checkout. Windows searches services by prefix,
 * so none of these may begin with another.
 */
export const SERVICES = {
  product: 'Key Custodian vault',
  checkout: 'Checkout of Key Custodian vault',
} as const;
