// The two documents of the air gap, as they look from outside: the bundle that a courier takes to a machine with a network,
// and the receipt that comes back. Both are signed by the device that made them and hold public facts only
// (docs/adr/0018). Everything in them is checked here before anything is made of it.
import { z } from 'zod';
import { ENDPOINT_KINDS, ENDPOINTS } from '../endpoints.ts';
import { domainSchema, hashSchema, instantSchema, nameSchema, urlSchema } from '../../fields.ts';
import { ENVIRONMENTS } from '../limits.ts';
import { withoutPrivate } from '../published-set/private-members.ts';
import { PUBLISH_ACTS, type SinceLastPush } from '../published-set/finding.ts';
import { because } from '../../problems/input.ts';

/** Days for which a bundle may be pushed. A set that is older is better looked at again. */
export const BUNDLE_DAYS = { least: 1, usual: 7, most: 30 } as const;

/** A tenant may hold more keys than we would push; a set beyond this is none. */
const MAX_FOUND_KEYS = 100;

const publicKey = z
  .record(z.string().max(100), z.json())
  .refine((key) => withoutPrivate(key).value === key, because('private-keys'));

const keysSchema = (most: number) => z.array(publicKey).max(most, because('keys'));

/** By kid or thumbprint. */
const foreignNames = z.array(z.string().min(1).max(200)).max(MAX_FOUND_KEYS);

/** The fingerprint of a device key as a person gives it: colons and blanks are for reading only. */
export const fingerprintSchema = z
  .string()
  .transform((text) => text.replaceAll(/[\s:]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, because('device-fingerprint')));

/** The first members of each document tell it from all others that the same device key signs. */
export const BUNDLE_PURPOSE = 'key-custodian/publication-bundle';
export const RECEIPT_PURPOSE = 'key-custodian/publication-receipt';

export const bundleSchema = z
  .strictObject({
    purpose: z.literal(BUNDLE_PURPOSE),
    version: z.literal(1, because('other-version')),
    id: z.uuid(),
    madeAt: instantSchema,
    expiresAt: instantSchema,
    tenant: z.strictObject({
      name: nameSchema,
      domain: domainSchema,
      customDomain: domainSchema.nullable(),
      environment: z.enum(ENVIRONMENTS),
      endpoint: z.enum(ENDPOINT_KINDS),
      apiBaseUrl: urlSchema.nullable(),
      jwksUrl: urlSchema.nullable(),
    }),
    act: z.enum(PUBLISH_ACTS),
    /** What is sent, in this order; empty: the set is deleted. Its RFC 8785 form is the body, to the byte. */
    set: keysSchema(MAX_FOUND_KEYS),
    /** What should be there before, as far as it is known. Anything else stops the push. */
    base: keysSchema(MAX_FOUND_KEYS),
    /** Foreign keys that may be lost, by name. Every other one stops the push. */
    removeForeign: foreignNames,
    /** True when nothing was ever pushed, so that the custom domain is asked for first. */
    first: z.boolean(),
  })
  .refine(
    ({ tenant, set }) => set.length <= (ENDPOINTS[tenant.endpoint].places ?? MAX_FOUND_KEYS),
    because('more-keys-than-taken'),
  );
export type Bundle = z.output<typeof bundleSchema>;

/** `refused`: nothing was sent. `not-confirmed`: it was sent, and what was read afterwards is another set, or nothing. */
export const COURIER_OUTCOMES = ['pushed', 'already-there', 'refused', 'not-confirmed'] as const;
export type CourierOutcome = (typeof COURIER_OUTCOMES)[number];

export const receiptSchema = z.strictObject({
  purpose: z.literal(RECEIPT_PURPOSE),
  version: z.literal(1, because('other-version')),
  bundle: z.strictObject({ id: z.uuid(), sha256: hashSchema }),
  at: instantSchema,
  outcome: z.enum(COURIER_OUTCOMES),
  /** The set as it was found. */
  before: keysSchema(MAX_FOUND_KEYS),
  /** The set as it was read afterwards; `null` when it could not be read, or when nothing was sent. */
  after: keysSchema(MAX_FOUND_KEYS).nullable(),
  /** What the public saw then. */
  public: z
    .strictObject({
      jwksSha256: hashSchema,
      kids: z.array(z.string().max(500)).max(MAX_FOUND_KEYS),
      cacheControl: z.string().max(2000).nullable(),
    })
    .nullable(),
});
export type Receipt = z.output<typeof receiptSchema>;

/** A bundle whose signature holds, for a person to look at. */
export interface OpenedBundle {
  bundle: Bundle;
  /** SHA-256 of the signed bytes. */
  sha256: string;
  /** Fingerprint of the device key that signed. */
  device: string;
  /** The exact body that would be sent; `null` when the set is deleted. */
  body: string | null;
  kids: string[];
  expired: boolean;
}

/** What became of a bundle on the courier's machine. */
export interface Carried {
  bundle: string;
  tenant: string;
  outcome: CourierOutcome;
  /** This machine's fingerprint, to be told at home. */
  courier: string;
  /** What is there and was not expected; empty unless refused. */
  unexpected: SinceLastPush[];
  kids: string[];
  /** True when it was carried before, and this is the receipt of that time. */
  again: boolean;
}
