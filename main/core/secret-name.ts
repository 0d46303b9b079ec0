/** The name under which a key's private half lies in the keychain. */
export const secretName = (keyId: string): string => `key-${keyId}`;

/** The name under which the secret part of a tenant's credential lies in the keychain. */
export const credentialName = (tenantId: string): string => `credential-${tenantId}`;
