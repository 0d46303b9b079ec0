// What an officer may ask for around a key's certificate: a new wrapper, a request to an authority, and taking its reply.
import { z } from 'zod';
import { domainSchema, kidSchema, nameSchema } from '../../fields.ts';
import { CERTIFICATE_DAYS } from '../limits.ts';
import type { Instant } from '../timing/instant.ts';
import type { RingView } from './ring.ts';

/** A common name as certificates take it: at most 64 characters (RFC 5280 §A.1) that do not control a terminal. */
const commonNameSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(64)
  .regex(/^[^\p{C}]+$/u)
  .optional();

/** `authority`: CA:TRUE, as the tenants' own certificates are. `signature`: CA:FALSE, for consumers that want no authority. */
export const CERTIFICATE_USAGES = ['authority', 'signature'] as const;

/** Extended key usages (RFC 5280 §4.2.1.12). */
export const CERTIFICATE_PURPOSES = ['clientAuth', 'serverAuth', 'codeSigning', 'emailProtection'] as const;

export type CertificateUsage = (typeof CERTIFICATE_USAGES)[number];
export type CertificatePurpose = (typeof CERTIFICATE_PURPOSES)[number];

export const reissueSchema = z.strictObject({
  tenant: nameSchema,
  kid: kidSchema,
  days: z.number().int().min(1, 'must be at least 1').max(36_500, 'must be at most 36500').default(CERTIFICATE_DAYS),
  /** The tenant's domain when left out. */
  commonName: commonNameSchema,
  usage: z.enum(CERTIFICATE_USAGES).default('authority'),
  /** Subject alternative names. */
  dnsNames: z.array(domainSchema).max(20, 'must be at most 20').default([]),
  purposes: z.array(z.enum(CERTIFICATE_PURPOSES)).default([]),
});
export const requestSchema = z.strictObject({ tenant: nameSchema, kid: kidSchema, commonName: commonNameSchema });
export const replySchema = z.strictObject({ tenant: nameSchema, kid: kidSchema });

export type ReissueArgs = z.output<typeof reissueSchema>;
export type RequestArgs = z.output<typeof requestSchema>;
export type ReplyArgs = z.output<typeof replySchema>;

/** What is known of the signature on a certificate: `unverified` when its issuer does not lie beside it. */
export type CertificateSignature = 'verified' | 'self-signed' | 'unverified';

/** The ring, as it is with the authority's certificate. */
export interface AcceptedReply extends RingView {
  signature: CertificateSignature;
}

/** Facts about a certificate that a person compares. */
export interface CertificateFacts {
  subject: string;
  serial: string;
  notBefore: Instant;
  notAfter: Instant;
  /** Upper-case hex with colons. */
  sha1: string;
  sha256: string;
}
