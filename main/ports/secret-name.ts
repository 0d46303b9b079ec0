const KEY = 'key-';

/** The name under which a key's private key lies in its store. */
export const secretName = (keyId: string): string => `${KEY}${keyId}`;

/** The name of the private key of the key by which this device signs the audit chain. */
export const DEVICE_KEY = 'audit-device-key';

/** Whether a private key lies under it. */
export const isKeyName = (name: string): boolean => name.startsWith(KEY) || name === DEVICE_KEY;

/** The name of the key under which the state of the registry is sealed. */
export const STATE_KEY = 'state-key';

/** The name of what the keychain remembers of the audit chain. */
export const REMEMBERED_HEAD = 'audit-head';

/** The name under which the secret part of a tenant's credential lies in the keychain. */
export const credentialName = (tenantId: string): string => `credential-${tenantId}`;

/** The name under which user and password for a proxy lie in the keychain. */
export const PROXY_ACCOUNT = 'proxy-account';

/** What lies under a name, as it is bound into what is sealed. */
export const kindOfSecret = (name: string): string =>
  isKeyName(name) ? 'private key' : name.startsWith('credential-') || name === PROXY_ACCOUNT ? 'credential' : 'fact';
