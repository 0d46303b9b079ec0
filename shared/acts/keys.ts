// Keys: made, brought in, taking turns, retired; the certificates around them and what they sign.
import { because } from '../problems/input.ts';
import { z } from 'zod';
import {
  type AcceptedReply,
  type CertificateFacts,
  reissueSchema,
  replySchema,
  requestSchema,
} from '../domain/key-ring/certificates.ts';
import type { BulkReport } from '../domain/key-ring/bulk-import.ts';
import type { RingView } from '../domain/key-ring/ring.ts';
import { MAX_TOKEN_SECONDS } from '../domain/limits.ts';
import type { FoundWarning } from '../domain/reading/inspection.ts';
import type { SigningAlgorithm } from '../domain/algorithms.ts';
import type { Instant } from '../domain/timing/instant.ts';
import { claimsSchema } from '../domain/token/claims.ts';
import type { TokenReading } from '../domain/token/token.ts';
import { instantSchema, kidSchema, nameSchema, reasonSchema, overrideSchema } from '../fields.ts';
import { act, dialog, read } from './act.ts';
import { keyArgs, noReasonYet, overriding, ringName } from './arguments.ts';
import type { SavedFile } from './saved-file.ts';

/** `false`: the private key must never leave the keychain in a file. Cannot be taken back. */
const exportable = z.boolean().optional();

/** The kid of the key that may make room although it would be missed: an explicit yes that names it. */
const replace = kidSchema.optional();

/** The window sends no key bytes: the main process asks the officer for the file and reads it. */
export const keyImportSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  as: z.enum(['next', 'current', 'previous']).default('next'),
  kid: kidSchema.optional(),
  /** Which key of a file with several: its number, name or the beginning of its fingerprint. */
  entry: z.string().trim().min(1, because('empty')).max(200).optional(),
  /** An RSA exponent below 65537 needs this explicit yes. */
  allowSmallExponent: z.boolean().optional(),
  /** Takes the time that a passphrase with very many rounds needs. */
  allowLongWork: z.boolean().optional(),
  exportable,
  replace,
  /** Take the file that was inspected last, while the main process still knows which one that was. */
  inspected: z.boolean().optional(),
});

/** Files with any number of keys, which the main process asks the officer for. */
export const importManySchema = z.strictObject({
  tenant: nameSchema,
  /** Only into this ring; each key into the first that fits when left out. */
  ring: ringName,
  /** As next while that place is free and else as previous, when left out. */
  as: z.enum(['next', 'current', 'previous']).optional(),
  allowSmallExponent: z.boolean().optional(),
  allowLongWork: z.boolean().optional(),
  exportable,
});

const rotateSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  reason: reasonSchema.optional(),
  /** The kid that the officer saw as next: the rotation is refused when another key has taken that place. */
  expectNext: kidSchema.optional(),
  override: overrideSchema,
});

export const abortSchema = z.strictObject({ tenant: nameSchema, ring: ringName, reason: reasonSchema, replace });

/** Whether, and since when, the private key may have been in other hands. */
const compromise = { compromised: z.boolean().default(false), compromisedSince: instantSchema.optional() };

export const withdrawSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  reason: reasonSchema,
  ...compromise,
});

/** The page brings no reason where the main process asks for it; as below. */
export const withdrawWishSchema = withdrawSchema.extend(noReasonYet);

export const revokeSchema = withdrawSchema.extend({ override: overrideSchema });

export const revokeWishSchema = revokeSchema.extend({ ...noReasonYet, overriding });

export const rotateAndRevokeSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  reason: reasonSchema,
  ...compromise,
  /** The next key may be in other hands as well, or there is none: two fresh keys take both places. */
  nextToo: z.boolean().optional(),
});

export const rotateAndRevokeWishSchema = rotateAndRevokeSchema.extend(noReasonYet);

/** `confirm` repeats the kid: the second lock before anything is erased. */
const confirm = z.string().max(200);
const destroySchema = z.strictObject({ tenant: nameSchema, kid: kidSchema, confirm });

const signSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  kid: kidSchema.optional(),
  claims: claimsSchema,
  /** Seconds to `exp`, unless the claims bring their own, which may not lie further away than the longest of these. */
  ttl: z.number().int().min(1).max(MAX_TOKEN_SECONDS).default(300),
});

/** A token is the officer's to hand on: it is shown once and kept nowhere. */
export interface SignedJws {
  jws: string;
  kid: string;
  alg: SigningAlgorithm;
  expiresAt: Instant | null;
}

/** The ring with the key, and what had to be undone or mended in the file. */
export interface ImportedKey extends RingView {
  mended: FoundWarning[];
}

const confirmed = true;
const proven = true;

export const keyActs = {
  'key.generate': act<RingView>()(z.strictObject({ tenant: nameSchema, ring: ringName, exportable, replace }), {
    confirmed,
  }),
  'key.import': dialog<ImportedKey | null>()(keyImportSchema),
  /** `null` when the officer said no or closed the dialog. */
  'key.importMany': dialog<BulkReport | null>()(importManySchema),
  'key.rotate': act<RingView>()(rotateSchema, { confirmed, page: rotateSchema.extend({ overriding }) }),
  'key.abortRotation': act<RingView>()(abortSchema, { confirmed }),
  'key.revoke': act<RingView>()(revokeSchema, { confirmed, proven, page: revokeWishSchema }),
  'key.withdraw': act<RingView>()(withdrawSchema, { confirmed, proven, page: withdrawWishSchema }),
  'key.rotateAndRevoke': act<RingView>()(rotateAndRevokeSchema, { confirmed, proven, page: rotateAndRevokeWishSchema }),
  /** The page does not repeat the kid where the main process asks for it. */
  'key.destroy': act<RingView>()(destroySchema, {
    confirmed,
    proven,
    page: destroySchema.extend({ confirm: confirm.optional() }),
  }),
  'key.keep': act<RingView>()(keyArgs),
  'key.certificate': read<CertificateFacts>()(keyArgs),
  'certificate.reissue': act<RingView>()(reissueSchema),
  /** Saves a PKCS#10 request. */
  'certificate.request': dialog<SavedFile>()(requestSchema),
  /** Takes the authority's reply from a file of the officer's choice. `null` when the dialog was closed. */
  'certificate.accept': dialog<AcceptedReply | null>()(replySchema),
  /** A compact JWS, as pasted. 64 KiB is far above what any HTTP header carries. */
  'token.read': read<TokenReading>()(z.strictObject({ tenant: nameSchema, jws: z.string().min(1).max(65_536) })),
  'token.sign': act<SignedJws>()(signSchema, { confirmed }),
};
