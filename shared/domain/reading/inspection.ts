// The answer to “what is this file?” as it is found: codes with values, made into words by words/inspection.ts.
// Where a closed list names things, the English name is the code. Public facts only.
import type { ImportNeed, Layer, PassphraseForm, Repair } from './notes.ts';
import type { KeyState } from '../limits.ts';
import type { FileFormat, KeyKind, Scheme } from './schemes.ts';
import type { KeyFileProblem } from '../../problems/key-file.ts';
import type { WireError } from '../../errors.ts';
import type { InspectedFile, InspectedKind } from './inspected-file.ts';

/** What a part of a file can be. */
export const PART_NAMES = [
  'private key',
  'private key, encrypted',
  'public key',
  'certificate',
  'certificate signing request',
  'certificate revocation list',
  'bundle of certificates, without a signature',
  'signed message',
  'PKCS#7 with plain data',
  'PKCS#7, encrypted for the owner of a certificate',
  'PKCS#7, encrypted with a key',
  'PKCS#7 with a digest',
  'EC parameters',
  'DH parameters',
  'DSA parameters',
  'token header',
  'token content',
  'token claims',
  'encrypted JOSE header',
  'OpenID configuration',
  'settings',
  'YAML document',
  'JSON document',
  'web page',
  'SAML metadata',
  'XML document',
  'Java key store',
  'ZIP archive',
  'gzip archive',
  'PDF document',
  'PNG picture',
  'JPEG picture',
  'Linux program',
  'Windows program',
  'SQLite database',
  'file encrypted with openssl enc',
  'KeePass database',
  'Office document',
  'integrity check',
  'encrypted content',
  'content',
  'key',
  'encrypted key',
  'revocation list',
  'secret',
  'other',
  'SSH key',
  'SSH private key',
  'SSH private key, encrypted',
  'SSH public key',
  'file encrypted with age',
  'age identity',
  'age recipients',
] as const;

export type PartName = (typeof PART_NAMES)[number];

/** One PEM block that is known by its label alone. */
export interface LabelledBlock {
  code: 'pgp-block' | 'pem-block';
  label: string;
}

export const FACT_NAMES = [
  'Subject',
  'Issuer',
  'Alternative names',
  'Serial',
  'Valid from',
  'Valid to',
  'Signed with',
  'Signature',
  'Authority',
  'SHA-1',
  'SHA-256',
  'Key kind',
  'RSA exponent',
  'Thumbprint (RFC 7638)',
  'Public key SHA-256',
  'Fingerprint',
  'Name',
  'Protection',
  'Cipher',
  'Key derivation',
  'Method',
  'Encryption',
  'Curve',
  'Bits',
  'Bytes',
  'Type',
  'Types',
  'Comment',
  'Title',
  'Entity',
  'Members',
  'Entries',
  'In custody',
  'Certificates',
  'Signatures',
  'Opened by',
  'Identities',
  'Recipients',
  'Found under',
  'Used for',
  'Only for',
  'Made at',
  'Next one at',
  'Revoked certificates',
  'kid',
  'use',
  'alg',
  'kty',
  'crv',
  'issuer',
  'jwks_uri',
] as const;

export type FactName = (typeof FACT_NAMES)[number];

/** By this a key is known however it is written, and by this it is said where it is kept. */
export const THUMBPRINT_FACT = 'Thumbprint (RFC 7638)' satisfies FactName;
export const CUSTODY_FACT = 'In custody' satisfies FactName;

/** What two people compare, letter by letter. */
export const COMPARED_FACTS: ReadonlySet<FactName> = new Set<FactName>([
  'SHA-1',
  'SHA-256',
  'Public key SHA-256',
  'Thumbprint (RFC 7638)',
  'Fingerprint',
  'Serial',
  'kid',
]);

const PLAIN_VALUES = [
  'yes',
  'no',
  'unknown',
  'unreadable',
  'empty',
  'self-signed',
  'signature-verified',
  'signature-own',
  'signature-unverified',
  'passphrase',
  'by-pkcs12',
  'by-openssh',
  'by-store',
  'signing',
  'encryption',
  'signing-and-encryption',
  'own-signature',
  'hidden-key',
  'too-deep',
  'unusual-curve',
] as const;

export type PlainValue = (typeof PLAIN_VALUES)[number];

const plainValues: ReadonlySet<string> = new Set(PLAIN_VALUES);

/** Takes no values. */
export const isPlainValue = (found: Exclude<FoundValue, string>): found is { code: PlainValue } =>
  plainValues.has(found.code);

/** A text as it stands in the file, or something to be said about it. */
export type FoundValue =
  | string
  | { code: PlainValue }
  | { code: 'recipient-keys'; count: number }
  | { code: 'algorithm'; oid: string }
  /** A cipher, a derivation, perhaps with its cost. */
  | { code: 'scheme'; scheme: Scheme }
  | { code: 'key-kind'; kind: KeyKind }
  /** A key in custody; `certificate`: whether it has this very certificate, `null` where there is none to compare. */
  | { code: 'in-custody'; tenant: string; kid: string; state: KeyState; certificate: 'same' | 'other' | null }
  /** The beginning of a text that is too long to be shown. */
  | { code: 'cut'; text: string; characters: number };

export interface FoundFact {
  /** `member`: the name of a member that the file itself gives. */
  name: FactName | { member: FoundValue };
  value: FoundValue;
}

export type FoundWarning =
  | { code: PlainWarning }
  | { code: 'weak-signature'; signedWith: Scheme }
  | { code: 'weak-key'; problem: KeyFileProblem }
  | { code: 'only-first-keys'; shown: number; of: number }
  | { code: 'only-first-blocks'; shown: number }
  | { code: 'keys-tested-in-part'; tested: number; of: number }
  | { code: 'layer'; layer: Layer }
  | { code: 'repaired'; repair: Repair }
  | { code: 'passphrase-form'; form: PassphraseForm }
  | { code: 'import-needs'; need: ImportNeed }
  | { code: 'kid-repeated'; kid: string }
  | { code: 'thumbprint-hex' | 'thumbprint-unfit' | 'thumbprint-other'; member: string }
  | { code: 'cut-off'; bytes: number; of: number }
  /** It did not open, for the same reason as at an import. */
  | { code: 'refused'; error: WireError };

export const PLAIN_WARNINGS = [
  'zeros',
  'unknown-der',
  'only-block-cut-off',
  'block-cut-off',
  'not-base64',
  'damaged',
  'key-in-the-clear',
  'age-key-in-the-clear',
  'weak-protection',
  'no-mac',
  'no-ring-takes-it',
  'kind-not-readable',
  'key-too-short',
  'small-exponent',
  'certificate-expired',
  'certificate-not-yet-valid',
  'signature-broken',
  'algorithms-differ',
  'critical-unknown',
  'extension-twice',
  'request-unproven',
  'list-out-of-date',
  'token-unsigned',
  'token-expired',
  'token-decoded-only',
  'token-is-a-secret',
  'login-page',
  'x5c-other-key',
  'x5c-unreadable',
  'use-and-operations-apart',
  'store-unchecked',
  'store-read-in-part',
] as const;

export type PlainWarning = (typeof PLAIN_WARNINGS)[number];

const plainWarnings: ReadonlySet<string> = new Set(PLAIN_WARNINGS);

/** Takes no values. */
export const isPlainWarning = (found: FoundWarning): found is { code: PlainWarning } => plainWarnings.has(found.code);

/** One thing in the file: a certificate, a key, a header. */
export interface FoundPart {
  what: PartName | LabelledBlock;
  facts: FoundFact[];
  warnings: FoundWarning[];
}

/** It holds no private material, whatever the file holds. */
export interface FoundFile {
  kind: InspectedKind;
  /** How it is written. */
  format: FileFormat;
  bytes: number;
  parts: FoundPart[];
  warnings: FoundWarning[];
  importable: InspectedFile['importable'];
  /** What else import wants to be told. */
  needs: ImportNeed[];
}
