// The key workshop: everything that is done with private material. Its adapter is main/crypto.
import type { RsaBits, SigningAlgorithm } from '../../shared/domain/limits.ts';
import type { FoundFile } from '../../shared/domain/reading/inspection.ts';
import type { PublicJwk, SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type {
  CertificateProfile,
  ClientIdentity,
  ImportedMaterial,
  KeyMaterial,
  OpenedDocument,
  ProtectedFile,
  ProtectionOrder,
  ReadOptions,
  ReplyCertificate,
} from './key-material.ts';

/** Operations on key material (node:crypto, @peculiar/x509, jose). */
export interface KeyWorkshop {
  generate(alg: SigningAlgorithm, bits: RsaBits | null): Promise<KeyMaterial>;
  /**
   * Reads a private key file. Throws KEY_UNREADABLE, KEY_ENCRYPTED, KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED,
   * KEY_UNSUPPORTED, KEY_WEAK, KEY_RING_MISMATCH, KEY_CHOICE_NEEDED, KEY_CERTIFICATE_MISMATCH, INPUT_INVALID.
   */
  read(file: Uint8Array, ring: KeyRing, options: ReadOptions): Promise<ImportedMaterial>;
  /** Says what a file of any kind is, with public facts only. Never throws for what the file holds. */
  inspect(file: Uint8Array, passphrase: Uint8Array | null, now: Date): Promise<FoundFile>;
  /** A self-signed certificate (DER) for the key. */
  certify(material: KeyMaterial, alg: SigningAlgorithm, profile: CertificateProfile): Promise<Uint8Array>;
  /** The public JWK with its certificate members. */
  publicJwk(spki: Uint8Array, certificate: Uint8Array, alg: SigningAlgorithm, kid: string): PublicJwk;
  /** DER SubjectPublicKeyInfo of the key pair, derived from its private half. Throws KEY_UNREADABLE. */
  publicHalf(pkcs8: Uint8Array): Uint8Array;
  /** Whether the key made the signature; the algorithm is pinned to the key's. Never throws for a bad token. */
  verify(compact: string, jwk: PublicJwk, alg: SigningAlgorithm): Promise<boolean>;
  /** A PKCS#10 request (DER), signed by the key, with the one common name. */
  request(material: KeyMaterial, alg: SigningAlgorithm, commonName: string): Promise<Uint8Array>;
  /**
   * The certificate of this very public key (DER SPKI) from an authority's answer: PEM, DER or PKCS#7. Throws
   * KEY_CERTIFICATE_MISMATCH when it holds only others, INPUT_INVALID when it holds none or one that cannot serve: one
   * that was altered, as far as the issuers in the file tell.
   */
  certificateFor(spki: Uint8Array, file: Uint8Array): ReplyCertificate;
  /**
   * Judges a PEM certificate and its PEM private key. Throws INPUT_INVALID, KEY_UNREADABLE, KEY_ENCRYPTED and
   * KEY_CERTIFICATE_MISMATCH. The caller overwrites both.
   */
  clientIdentity(certificate: Uint8Array, key: Uint8Array, now: Date): ClientIdentity;
  /** The private half in a protected file, proven by another reader. Throws INPUT_INVALID for a recipient or passphrase that cannot serve. */
  protect(pkcs8: Uint8Array, key: SigningKey, order: ProtectionOrder): Promise<ProtectedFile>;
  /** A JWS in compact form with `alg`, `kid` and `typ` in its header; `typ` is `JWT` when it is left out. */
  sign(
    pkcs8: Uint8Array,
    alg: SigningAlgorithm,
    kid: string,
    claims: Record<string, unknown>,
    type?: string,
  ): Promise<string>;
  /** A text signed by a device key (Ed25519): a JWS in flattened JSON form with the public key in its header. */
  signDocument(pkcs8: Uint8Array, type: string, content: string): Promise<string>;
  /** Throws COURIER_FILE_REFUSED unless the text is such a document of this type and its signature holds. */
  openDocument(text: string, type: string, file: 'bundle' | 'receipt'): Promise<OpenedDocument>;
}
