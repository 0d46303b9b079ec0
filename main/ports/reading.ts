// The reading of files and documents that come in. Its adapter is main/reading.
import type { FileFormat, KeyKind } from '../../shared/domain/reading/schemes.ts';
import type { ComparedFile } from '../../shared/domain/reading/comparison.ts';
import type { InspectedKind } from '../../shared/domain/reading/inspected-file.ts';
import type { Layer } from '../../shared/domain/reading/notes.ts';
import type { CustodianError } from '../../shared/errors.ts';
import type { FoundFile, FoundWarning } from '../../shared/domain/reading/inspection.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { CertificateSignature } from '../../shared/domain/key-ring/certificates.ts';
import type { PublicJwk } from '../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { FileKeys } from '../../shared/domain/key-ring/bulk-import.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import type { BackupFile, BackupOpener } from './backup-file.ts';
import type { PrivateKey } from './key-store.ts';
import type { HeldShare } from './share.ts';

export interface Reading {
  /**
   * Reads a private key file. Throws KEY_UNREADABLE, KEY_ENCRYPTED, KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED,
   * KEY_UNSUPPORTED, KEY_WEAK, KEY_RING_MISMATCH, KEY_CHOICE_NEEDED, KEY_CERTIFICATE_MISMATCH, INPUT_INVALID.
   */
  privateKey(file: Uint8Array, ring: KeyRing, options: ReadOptions): Promise<KeyFromFile>;
  /** The private keys of a file, before one of them is imported. Throws INPUT_INVALID for a passphrase that is too long. */
  keysIn(file: Uint8Array, opening: Pick<ReadOptions, 'passphrase'> & LongWork): Promise<FileKeys>;
  /** Says what a file of any kind is, with public facts only. Never throws for what the file holds. */
  inspect(file: Uint8Array, passphrase: Uint8Array | null, now: Date): Promise<FoundFile>;
  /** Everything public in a file of any kind, key by key. Throws INPUT_INVALID for a passphrase that is too long, nothing else. */
  publicContent(file: Uint8Array, opening: Pick<ReadOptions, 'passphrase'> & LongWork): Promise<PublicContent>;
  /** The same as it is held against another file. */
  comparedFile(file: Uint8Array, opening: Pick<ReadOptions, 'passphrase'> & LongWork, now: Date): Promise<ComparedFile>;
  /**
   * The certificate of this very public key (DER SPKI) from an authority's answer: PEM, DER or PKCS#7. Throws
   * KEY_CERTIFICATE_MISMATCH when it holds only others, INPUT_INVALID when it holds none or one that cannot serve: one
   * that was altered, as far as the issuers in the file tell. Of several it gives the one that serves best `now`.
   */
  certificateFor(spki: Uint8Array, file: Uint8Array, now: Date): Promise<ReplyCertificate>;
  /**
   * Judges a PEM certificate and its PEM private key. Throws INPUT_INVALID, KEY_UNREADABLE, KEY_ENCRYPTED and
   * KEY_CERTIFICATE_MISMATCH. The caller overwrites both.
   */
  clientIdentity(certificate: Uint8Array, key: Uint8Array, now: Date): Promise<ClientIdentity>;
  /**
   * The files of a backup in their order. Throws BACKUP_UNREADABLE; only after the last file it is known that the whole was
   * neither cut off nor altered. The caller disposes of what is private.
   */
  backup(chunks: AsyncIterable<Uint8Array>, opener: BackupOpener): AsyncGenerator<BackupFile, void, undefined>;
  /** A share of what opens a backup, from words, a code, its sheet or a picture. Throws SHARES_UNFIT. */
  share(file: Uint8Array): Promise<HeldShare>;
  /** What opens the backup, from enough shares of it. Throws SHARES_UNFIT. The caller disposes of the shares. */
  combine(shares: readonly HeldShare[]): Promise<BackupOpener>;
  /** A text file as it is, or the QR code in a picture of it; `null` where there is none. */
  textIn(file: Uint8Array): Promise<string | null>;
  /** Throws COURIER_FILE_REFUSED unless the text is such a document of this type and its signature holds. */
  openDocument(text: string, type: string, file: 'bundle' | 'receipt'): Promise<OpenedDocument>;
  /** Whether the key made the signature; the algorithm is pinned to the key's. Never throws for a bad token. */
  verify(compact: string, jwk: PublicJwk, alg: SigningAlgorithm): Promise<boolean>;
}

export interface LongWork {
  /** Takes ten times the key derivation that is usual; `false` when left out. */
  allowLongWork?: boolean | undefined;
}

export interface PublicContent {
  kind: InspectedKind;
  format: FileFormat;
  layers: Layer[];
  keys: PublicKeyIn[];
  /** How many private keys did not open, so that their public halves are not known. */
  closed: number;
  /** A passphrase, or another one, would open more. */
  asks: boolean;
  /** Why there is nothing; `null` where there is something. */
  refusal: CustodianError | null;
}

/** One public key of a file. */
export interface PublicKeyIn {
  /** DER SubjectPublicKeyInfo, for kinds that rings know in the one normal form. */
  spki: Uint8Array;
  kind: KeyKind;
  /** RFC 7638; `null` for kinds that rings do not know. */
  thumbprint: string | null;
  kid: string | null;
  alg: string | null;
  use: string | null;
  /** Whether its private half lies in the file too. */
  isPrivate: boolean;
  /** DER; all that the file has for this key. */
  certificates: Uint8Array[];
  /** The issuers of the first of them, nearest first, as far as the file has them. */
  chain: Uint8Array[];
}

export interface ReadOptions {
  /** UTF-8, at most MAX_PASSPHRASE_BYTES; the caller overwrites it. `null` when none was given. */
  passphrase: Uint8Array | null;
  /** Which key of a file with several: its number, name or short fingerprint. */
  entry: string | null;
  /** Accepts odd RSA exponents from 3 to 65535. */
  allowSmallExponent: boolean;
  /** Takes ten times the key derivation that is usual; `false` when left out. */
  allowLongWork?: boolean;
  /** By which the certificate is chosen that serves best now; the one that ends last when left out. */
  now?: Date;
}

export interface KeyFromFile {
  /** The caller disposes of it. */
  key: PrivateKey;
  /** RFC 7638 SHA-256 thumbprint, base64url. */
  thumbprint: string;
  /** What was read, in words, e.g. `PKCS#8 PEM`. */
  source: FileFormat;
  /** What a JWK calls itself, exactly; `null` for files that name no kid. */
  kid: string | null;
  /** DER certificate of this very key that lay beside it in the file; `null` without one. */
  certificate: Uint8Array | null;
  /** DER; the issuers of the certificate, nearest first, as far as the file has them. */
  chain: Uint8Array[];
  /** What was undone or mended on the way, as inspection says it. */
  mended: FoundWarning[];
}

/** The certificate of a key of ours, from the reply of an authority. */
export interface ReplyCertificate {
  /** DER. */
  certificate: Uint8Array;
  /** DER; its issuers, nearest first, as far as the file has them. */
  chain: Uint8Array[];
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
