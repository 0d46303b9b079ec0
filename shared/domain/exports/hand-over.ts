// Handing a private key over to somebody: the formats that carry it, what the ledger keeps of each time, and what the
// officer has to say first. Public facts only; the file itself goes to disk and is kept nowhere.
import { z } from 'zod';
import { kidSchema, nameSchema, reasonSchema } from '../../fields.ts';
import { because } from '../../problems/input.ts';
import type { KeyState } from '../limits.ts';
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
  /** When the recipient read back what the copy is known by; `null` while nobody did. */
  confirmedAt: Instant | null;
  /** Of what the recipient read the fingerprint: the file, or the public key that belongs to what was in it. */
  confirmedBy: ReadBack | null;
  /** When it was said that the copy is gone, and how that is known; `null` while it may be there. */
  destroyedAt: Instant | null;
  destroyedHow: string | null;
}

export const READ_BACKS = ['file', 'key'] as const;
export type ReadBack = (typeof READ_BACKS)[number];

/** A copy of which nobody said that it is gone. */
export interface CopyOut {
  tenantId: string;
  kid: string;
}

/** It may still be somewhere. */
export const isOut = ({ destroyedAt }: HandOver): boolean => destroyedAt === null;

/** Copies of revoked keys of which nobody said that they are gone. */
export const leftAfterRevocation = (
  handOvers: readonly HandOver[],
  keys: readonly { kid: string; state: KeyState }[],
): HandOver[] =>
  handOvers.filter((copy) => isOut(copy) && keys.some(({ kid, state }) => kid === copy.kid && state === 'revoked'));

/** Hex digits that are read aloud at least: nobody finds another file that begins with as many. */
const READ_AT_LEAST = 16;

/** From its beginning; colons and blanks are for reading only. */
export const readBackSchema = z
  .string()
  .transform((text) => text.replaceAll(/[\s:]/g, '').toLowerCase())
  .pipe(z.string().regex(new RegExp(`^[0-9a-f]{${READ_AT_LEAST},64}$`), because('read-back')));

/** What the recipient read, if it is what the ledger or the key's record has; `null` for anything else. */
export function readBackOf(text: string, file: string, publicKey: string): ReadBack | null {
  return file.startsWith(text) ? 'file' : publicKey.startsWith(text) ? 'key' : null;
}

export const handOverSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  format: z.enum(PRIVATE_FORMATS),
  flavour: z.enum(FLAVOURS).default('modern'),
  to: nameSchema,
});
export type HandOverArgs = z.output<typeof handOverSchema>;

export const handOverListSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema.optional(),
  /** Only copies that may still be there. */
  out: z.boolean().optional(),
});

const copySchema = z.strictObject({ tenant: nameSchema, number: z.int().positive() });
export const confirmCopySchema = copySchema.extend({ fingerprint: readBackSchema });
export const destroyedCopySchema = copySchema.extend({ how: reasonSchema });
