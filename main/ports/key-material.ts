// What goes into the key workshop and comes out of it. Private material is in here for the length of one call.
import type { FileFormat } from '../../shared/domain/reading/schemes.ts';
import type {
  CertificatePurpose,
  CertificateSignature,
  CertificateUsage,
} from '../../shared/domain/key-ring/certificates.ts';
import type { Flavour, PrivateFormat } from '../../shared/domain/exports/hand-over.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';

/** One signing key pair for the time of one operation. `pkcs8` is DER; the owner overwrites it after use. */
export interface KeyMaterial {
  pkcs8: Uint8Array;
  /** DER SubjectPublicKeyInfo. */
  spki: Uint8Array;
  /** RFC 7638 SHA-256 thumbprint, base64url. */
  thumbprint: string;
}

export interface ImportedMaterial extends KeyMaterial {
  /** What was read, in words, e.g. `PKCS#8 PEM`. */
  source: FileFormat;
  /** What a JWK calls itself, exactly; `null` for files that name no kid. */
  kid: string | null;
  /** DER certificate of this very key that lay beside it in the file; `null` without one. */
  certificate: Uint8Array | null;
}

export interface ReadOptions {
  /** UTF-8, at most MAX_PASSPHRASE_BYTES; the caller overwrites it. `null` when none was given. */
  passphrase: Uint8Array | null;
  /** Which key of a file with several: its number, name or short fingerprint. */
  entry: string | null;
  /** Accepts odd RSA exponents from 3 to 65535. */
  allowSmallExponent: boolean;
}

export interface CertificateProfile {
  /** Common name, a tenant domain. */
  commonName: string;
  notBefore: Date;
  days: number;
  /** `authority` when left out. */
  usage?: CertificateUsage;
  /** Subject alternative names; none when left out. */
  dnsNames?: readonly string[];
  /** Extended key usages; none when left out. */
  purposes?: readonly CertificatePurpose[];
}

/** Exactly one of passphrase and recipient is given; the caller overwrites the passphrase. */
export interface ProtectionOrder {
  format: PrivateFormat;
  flavour: Flavour;
  /** UTF-8. */
  passphrase: Uint8Array | null;
  /** The file with the recipient's public JWK, age recipient or SSH public key. */
  recipient: Uint8Array | null;
}

export interface ProtectedFile {
  bytes: Uint8Array;
  /** Cipher and cost in words. */
  protection: string;
  /** RFC 7638 thumbprint, age recipient or SSH fingerprint; `null` under a passphrase. */
  recipient: string | null;
}

/** The certificate of a key of ours, from the reply of an authority. */
export interface ReplyCertificate {
  /** DER. */
  certificate: Uint8Array;
  signature: CertificateSignature;
}

/** What TLS client authentication needs; both in PEM, the certificate with its chain. */
export interface ClientIdentity {
  certificate: string;
  key: string;
  subject: string;
  /** When the certificate ends. */
  endsAt: Instant;
}

export interface OpenedDocument {
  content: string;
  /** Who signed: Standard Base64 of the device key's SPKI. Whether to believe it is for the reader to say. */
  deviceKey: string;
}
