// Where private keys are. A key is made or taken in under a name, signs there, and is destroyed there: whoever asks gives the
// name and the octets to sign, and gets a signature. Its adapters are main/key-store.
import type { KeychainDetail } from '../../shared/problems/keychain.ts';
import type { VaultCondition } from '../../shared/app-info.ts';
import type { CertificatePurpose, CertificateUsage } from '../../shared/domain/key-ring/certificates.ts';
import type { BackupPart, BackupProtection, PartTold, SealedBackup } from './backup.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { Flavour, PrivateFormat } from '../../shared/domain/exports/hand-over.ts';
import type { RsaBits, SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { FileProtection } from '../../shared/domain/exports/protections.ts';

/**
 * One kind of key store. Every call settles within the deadline; failures are the VAULT_* codes. Names are those of
 * secret-name.ts. Throws VAULT_SECRET_MISSING where the open store has no such key, VAULT_SECRET_DAMAGED where it is not whole.
 */
export interface KeyStore {
  /** Says how the store is, without changing it. Never throws. */
  condition(): Promise<{ condition: VaultCondition; detail: KeychainDetail }>;
  /**
   * A new key pair. It counts as kept only when the store gives back what it was given; when this fails, parts of it may be
   * there under the name.
   */
  create(name: string, order: KeyOrder): Promise<KeptKey>;
  /** Takes in a key from a file, or the same one again, under the same promise. The caller disposes of `key`. */
  import(name: string, key: PrivateKey, order: KeyOrder): Promise<KeptKey>;
  /** DER SubjectPublicKeyInfo, proven by a signature. Throws KEY_UNREADABLE or KEY_UNSUPPORTED for what is no key of ours. */
  publicKey(name: string): Promise<Uint8Array>;
  /** The signature as JWS wants it (RFC 7518 §3, RFC 8037). */
  sign(name: string, alg: SigningAlgorithm, message: Uint8Array): Promise<Uint8Array>;
  /** A self-signed certificate (DER). */
  certify(name: string, alg: SigningAlgorithm, profile: CertificateProfile): Promise<Uint8Array>;
  /** A PKCS#10 request (DER) with the one common name. */
  request(name: string, alg: SigningAlgorithm, commonName: string): Promise<Uint8Array>;
  /**
   * The private key in a protected file, proven by another reader. Only stores that can give a key out have it. Throws
   * INPUT_INVALID for a recipient or passphrase that cannot serve.
   */
  exportPrivate?(name: string, key: SigningKey, order: ProtectionOrder): Promise<ProtectedFile>;
  /**
   * Keys and what belongs to them in one protected stream. Only stores that can give keys out have it. Throws INPUT_INVALID;
   * what goes wrong later comes out of the stream.
   */
  sealBackup?(
    parts: AsyncIterable<BackupPart>,
    protection: BackupProtection,
    writing: { told: PartTold; at: Date },
  ): Promise<SealedBackup>;
  /** Removes every part. Removing what is not there is no error. */
  destroy(name: string): Promise<void>;
  /** Removes parts that belong to no whole key, as a broken-off write leaves them; answers how many there were. */
  tidy(name: string): Promise<number>;
}

export interface KeyOrder {
  alg: SigningAlgorithm;
  /** For RSA that is made here; `null` for other keys. */
  bits: RsaBits | null;
  /** Of the certificate that is made with the key; `null` for none. */
  profile: CertificateProfile | null;
}

export interface KeptKey {
  /** DER SubjectPublicKeyInfo. */
  spki: Uint8Array;
  /** RFC 7638 SHA-256 thumbprint, base64url. */
  thumbprint: string;
  /** DER; `null` when none was ordered. */
  certificate: Uint8Array | null;
}

/** A private key that was read from a file, on its way into a store. There is nothing to be had from it but its public key. */
export interface PrivateKey extends Disposable {
  /** DER SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
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
  /** Cipher and cost. */
  protection: FileProtection;
  /** RFC 7638 thumbprint, age recipient or SSH fingerprint; `null` under a passphrase. */
  recipient: string | null;
}
