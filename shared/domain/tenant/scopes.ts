// The scopes of the Management API that each of our acts needs, and with that those that an application of ours is granted.
export const SCOPES = {
  readSet: ['read:custom_signing_keys'],
  replaceSet: ['create:custom_signing_keys', 'update:custom_signing_keys'],
  clearSet: ['delete:custom_signing_keys'],
  readDomains: ['read:custom_domains'],
  readOwn: ['read:signing_keys'],
  rotateOwn: ['create:signing_keys', 'update:signing_keys'],
  revokeOwn: ['update:signing_keys'],
} as const;

/** To publish, and besides to rotate and revoke the keys with which the tenant itself signs. */
export interface Grants {
  publishing: readonly string[];
  ownKeys: readonly string[];
}

export const GRANTS: Grants = {
  publishing: [...SCOPES.readSet, ...SCOPES.replaceSet, ...SCOPES.clearSet, ...SCOPES.readDomains],
  ownKeys: [...new Set([...SCOPES.readOwn, ...SCOPES.rotateOwn, ...SCOPES.revokeOwn])],
};
