// What is not known for certain about the real tenant, and what it limits, as named settings. The defaults are the
// documented behaviour where there is one; docs/adr/0007-sandbox-tenant.md lists what is assumed.

import type { FaultQueue } from './faults.ts';
import type { Limit } from './rate-limits.ts';

export type CertificatePage = 'cer' | 'pem' | 'rawpem' | 'pb7' | 'fingerprint';

export interface SandboxSettings {
  /** Per tenant, all Management calls together. */
  managementLimit: Limit;
  /** Per tenant, token and public pages together. */
  publicLimit: Limit;
  /** Documented: five in a day on every plan. */
  rotationsPerDay: number;
  /** Tenants without the plan are refused custom keys with 403 `insufficient_entitlement`. */
  entitled: boolean;
  /** Answer to more than ten keys. */
  tooManyKeysStatus: number;
  /** Refuse a set in which two keys bear the same kid. */
  uniqueKids: boolean;
  /** How long the custom domain goes on showing the former set after a change. */
  customKeysDelaySeconds: number;
  /** Where previous keys stand in the JWKS among the tenant's own. */
  previousPosition: 'last' | 'before-next';
  /** Rotating twice without a revocation keeps the older previous key too; otherwise it is revoked. */
  severalPrevious: boolean;
  /** Answer to the revocation of a key that is current, next or revoked already. */
  revokeNotPreviousStatus: number;
  contentTypes: Record<CertificatePage, string>;
  /** What goes wrong on demand. */
  faults: FaultQueue;
}

export const DEFAULT_SETTINGS: Omit<SandboxSettings, 'faults'> = {
  managementLimit: { burst: 1000, perSecond: 1000 },
  publicLimit: { burst: 1000, perSecond: 1000 },
  rotationsPerDay: 5,
  entitled: true,
  tooManyKeysStatus: 400,
  uniqueKids: false,
  customKeysDelaySeconds: 0,
  previousPosition: 'last',
  severalPrevious: true,
  revokeNotPreviousStatus: 404,
  contentTypes: {
    cer: 'application/pkix-cert',
    pem: 'application/x-pem-file',
    rawpem: 'text/plain; charset=utf-8',
    pb7: 'application/x-pkcs7-certificates',
    fingerprint: 'text/plain; charset=utf-8',
  },
};
