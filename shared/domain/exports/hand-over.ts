// Handing a private key over to somebody: the formats that carry it, what the ledger keeps of each time, and what the
// officer has to say first. Public facts only; the file itself goes to disk and is kept nowhere.
import { z } from 'zod';
import { kidSchema, nameSchema } from '../../fields.ts';
import type { Instant } from '../timing/instant.ts';

/** They exist encrypted only. */
export const PRIVATE_FORMATS = ['p12', 'pkcs8', 'private-jwk'] as const;
export type PrivateFormat = (typeof PRIVATE_FORMATS)[number];

/** For `p12` and for `private-jwk` under a passphrase; the others have one form. */
export const FLAVOURS = ['modern', 'compatible'] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** What keeps the file closed: words that both sides know, or the recipient's public key. */
export const PROTECTIONS = ['passphrase', 'recipient'] as const;

/** One entry of the ledger. */
export interface HandOver {
  /** 1, 2, 3 … over all tenants, without gaps. */
  number: number;
  at: Instant;
  /** Who handed it over, e.g. `officer via command line`. */
  actor: string;
  tenant: string;
  kid: string;
  format: PrivateFormat;
  /** How the file is protected, by its English name. */
  protection: string;
  /** The person or system that was to get it. */
  to: string;
  /** RFC 7638 thumbprint, age recipient or SSH fingerprint to which it was sealed; `null` when a passphrase protects it. */
  recipient: string | null;
  /** Lower-case hex SHA-256 of the file. */
  sha256: string;
  /** When the file was safely written; `null` when that is not known, so that it may or may not exist. */
  savedAt: Instant | null;
}

export const handOverSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  format: z.enum(PRIVATE_FORMATS),
  flavour: z.enum(FLAVOURS).default('modern'),
  to: nameSchema,
});
export type HandOverArgs = z.output<typeof handOverSchema>;

export const handOverListSchema = z.strictObject({ tenant: nameSchema, kid: kidSchema.optional() });
