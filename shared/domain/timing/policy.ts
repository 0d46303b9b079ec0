// A policy: the numbers by which keys are rotated, announced, kept and destroyed. It has a name and is shared by any
// number of tenants; a tenant without one follows the default of its environment.
import { z } from 'zod';
import type { Environment } from '../limits.ts';
import { VERIFIER_IDS, VERIFIERS } from '../verifiers.ts';
import { because } from '../../problems/input.ts';

const DAY = 86_400;
const HOUR = 3_600;

/** Bounds catch slips of the pen such as milliseconds for seconds; judgement is left to the policy's warnings. */
const seconds = (max: number, min = 0) =>
  z.int(because('whole-seconds')).min(min, because('seconds')).max(max, because('seconds'));
const days = (max: number, min = 0) => z.int(because('whole-days')).min(min, because('days')).max(max, because('days'));

/** Where the gate of the backups refuses: in production, whatever the environment is, or nowhere. */
export const BACKUP_FIRST = ['production', 'always', 'never'] as const;
export type BackupFirst = (typeof BACKUP_FIRST)[number];

const DRILL_EVERY_DAYS = 90;

/** Of policies from before these were asked. */
export const LATER_TERMS = { backupFirst: 'production', drillEveryDays: DRILL_EVERY_DAYS } as const;

export const policyTermsSchema = z
  .strictObject({
    /** Days that a key signs before its successor takes over. 1 to 3650. */
    rotateEveryDays: days(3650, 1),
    /** Days before the rotation by which the next key should be public. 0 to 365. */
    announceDays: days(365),
    /** Days that a previous key should stay published. 0 to 365. The clock may ask for more, never for less. */
    keepDays: days(365),
    /** Longest life of a token signed by the ring, in seconds. 1 second to 366 days. */
    tokenLifetimeSeconds: seconds(366 * DAY, 1),
    /** How far the clocks of signer and verifiers may differ, in seconds. 0 to 1 hour. */
    clockSkewSeconds: seconds(HOUR),
    /** The verifiers that consume the JWKS, from the catalogue. Empty when they are not known. */
    verifiers: z.array(z.enum(VERIFIER_IDS)).max(VERIFIER_IDS.length).readonly(),
    /** Longest time a verifier keeps the JWKS, in seconds, 0 to 366 days; never less than the verifiers need. `null`: as they need. */
    verifierCacheSeconds: seconds(366 * DAY).nullable(),
    /** Added to every wait, in seconds. 0 to 30 days. */
    safetySeconds: seconds(30 * DAY),
    /** Days between revocation and the scheduled destruction of the private key. 0 to 3650. */
    destroyAfterDays: days(3650),
    /** How many days a rehearsal on the linked development tenant stays valid. 1 to 365. */
    rehearsalDays: days(365, 1),
    /** Whether a plan stops until a person confirms that the consumers have the new certificate. Pinned verifiers always want it. */
    confirmConsumers: z.boolean(),
    /** Where a key that is in no backup is refused when it is to sign; elsewhere it is only named. */
    backupFirst: z.enum(BACKUP_FIRST).default('production'),
    /** Days between two drills of a backup; over all tenants the shortest counts. 1 to 365. */
    drillEveryDays: days(365, 1).default(DRILL_EVERY_DAYS),
  })
  .refine(
    (terms) => terms.verifierCacheSeconds !== null || terms.verifiers.some((id) => VERIFIERS[id].seconds !== null),
    {
      path: ['verifierCacheSeconds'],
      error: because('longest-cache'),
    },
  );

export type PolicyTerms = z.output<typeof policyTermsSchema>;

export interface Policy {
  id: string;
  /** Unique, as a person gave it. */
  name: string;
  terms: PolicyTerms;
}

/** Rotate, announce and keep: the defaults of Duende IdentityServer's automatic key management. */
const CAREFUL: PolicyTerms = {
  rotateEveryDays: 90,
  announceDays: 14,
  keepDays: 14,
  // A tenant's access tokens live a day unless somebody changed that.
  tokenLifetimeSeconds: DAY,
  clockSkewSeconds: 300,
  verifiers: [],
  // The longest timer in the catalogue, because nothing is known of the verifiers.
  verifierCacheSeconds: DAY,
  safetySeconds: HOUR,
  destroyAfterDays: 7,
  rehearsalDays: 30,
  confirmConsumers: true,
  ...LATER_TERMS,
};

/** Short enough to rehearse a whole change in one sitting. */
const QUICK: PolicyTerms = {
  ...CAREFUL,
  announceDays: 0,
  keepDays: 0,
  tokenLifetimeSeconds: 60,
  clockSkewSeconds: 5,
  verifierCacheSeconds: 30,
  safetySeconds: 0,
  destroyAfterDays: 1,
  confirmConsumers: false,
};

export const DEFAULT_TERMS: Record<Environment, PolicyTerms> = {
  development: QUICK,
  staging: CAREFUL,
  production: CAREFUL,
};

/** What an officer should know about a policy before using it. Nothing here is refused. */
export type PolicyWarning =
  /** Above the 1 to 3 years that NIST SP 800-57 part 1 §5.3.6 gives a private signature key. */
  | 'rotation-beyond-nist'
  /** Tokens may outlive `keepDays`, so the revocation will have to wait longer than the policy says. */
  | 'tokens-outlive-keep'
  /** Announced `announceDays` ahead, the next key would not be ready on the day of rotation. */
  | 'announced-too-late'
  /** A next key would have to be announced before the rotation that makes it. */
  | 'announced-before-made'
  /** Shorter than what common verifiers do by themselves (jose and the tenant's advice: 10 minutes). */
  | 'cache-short-for-production';
