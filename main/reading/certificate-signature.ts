// Whether the signature on a certificate holds, as far as the file tells: under its own key, or under the key of an issuer
// that lies beside it. Where the issuer is not there, nothing is known of the signature, and that is said.
import type { CertificateFlaw } from '../../shared/domain/key-ring/flaws.ts';
import { X509Certificate } from 'node:crypto';
import type { Scheme } from '../../shared/domain/reading/schemes.ts';
import type { CertificateSignature } from '../../shared/domain/key-ring/certificates.ts';
import { KeyTests } from './key-tests.ts';
import {
  authorityIdentifierIn,
  type CertificateStructure,
  certificateStructure,
  keyIdentifierIn,
  mayIssue,
} from './certificate-structure.ts';
import { SIGNATURES } from '../encoding/object-identifiers.ts';
import { publicKeyFrom } from './open-shape.ts';
import { canonicalSpki, type PublicMembers, publicMembers } from '../encoding/public-parts.ts';

/** Extensions whose meaning a verifier of tokens can know (RFC 5280 §4.2); any other must not be critical. */
const KNOWN = new Set(['14', '15', '17', '18', '19', '30', '31', '32', '33', '35', '36', '37', '46', '54']);
const isKnown = (oid: string): boolean => oid.startsWith('2.5.29.') && KNOWN.has(oid.slice('2.5.29.'.length));

export interface JudgedCertificate {
  signature: CertificateSignature;
  flaw: CertificateFlaw | null;
}

/** The certificates of a file by whom they are about, each read once. */
export class Issuers {
  readonly #bySubject = new Map<string, CertificateStructure[]>();

  constructor(certificates: Iterable<Uint8Array>) {
    for (const der of certificates) {
      const structure = certificateStructure(der);
      if (structure !== null && mayIssue(structure)) {
        const subject = structure.subject.toString('latin1');
        const named = this.#bySubject.get(subject) ?? [];
        named.push(structure);
        this.#bySubject.set(subject, named);
      }
    }
  }

  /** Who may have signed it. */
  of(certificate: CertificateStructure): CertificateStructure[] {
    const named = this.#bySubject.get(certificate.issuer.toString('latin1')) ?? [];
    return named.filter((issuer) => isIssuerOf(issuer, certificate)).slice(0, MAX_ISSUERS);
  }
}

/** An authority has a few keys of one name; a file with more of them would be slow to judge. */
const MAX_ISSUERS = 20;

/** `beside` are all certificates of the file, this one perhaps among them. `null` when it is no certificate. */
export function judgeCertificate(
  der: Uint8Array,
  beside: Issuers,
  tests: KeyTests = new KeyTests(),
): JudgedCertificate | null {
  const certificate = certificateStructure(der);
  if (certificate === null) {
    return null;
  }
  const flaw = structureFlaw(certificate);
  if (flaw !== null) {
    return { signature: 'unverified', flaw };
  }
  const isOwn = isIssuerOf(certificate, certificate);
  const candidates = isOwn ? [certificate] : beside.of(certificate);
  const answers = new Set(candidates.map((issuer) => holds(der, certificate, issuer, tests)));
  if (answers.has(true)) {
    return { signature: isOwn ? 'self-signed' : 'verified', flaw: null };
  }
  return { signature: 'unverified', flaw: answers.has(false) ? 'signature-broken' : null };
}

/** Whether this one signed the certificate: known by name, and proven. */
export function issues(issuer: CertificateStructure, der: Uint8Array, tests: KeyTests): boolean {
  const certificate = certificateStructure(der);
  return (
    certificate !== null &&
    mayIssue(issuer) &&
    isIssuerOf(issuer, certificate) &&
    holds(der, certificate, issuer, tests) === true
  );
}

function structureFlaw({ algorithm, extensions }: CertificateStructure): CertificateFlaw | null {
  if (algorithm === null) {
    return 'algorithms-differ';
  }
  if (new Set(extensions.map(({ oid }) => oid)).size < extensions.length) {
    return 'extension-twice';
  }
  return extensions.some(({ oid, critical }) => critical && !isKnown(oid)) ? 'critical-unknown' : null;
}

/** By name, and by the identifier of the key where both say it: an authority may have several keys. */
function isIssuerOf(issuer: CertificateStructure, certificate: CertificateStructure): boolean {
  const [wanted, own] = [authorityIdentifierIn(certificate), keyIdentifierIn(issuer)];
  return issuer.subject.equals(certificate.issuer) && (wanted === null || own === null || wanted === own);
}

/** Of what kind the key must be; `null` for a scheme that proves nothing, or that not every runtime knows. */
function signerOf(scheme: Scheme | undefined): PublicMembers['kty'] | null {
  if (scheme?.code === 'named') {
    return scheme.name === 'Ed25519' ? 'OKP' : null;
  }
  return scheme?.code === 'signature' && scheme.hash !== 'MD5' ? (scheme.key === 'RSA' ? 'RSA' : 'EC') : null;
}

/** `null` when it cannot be told: an algorithm or a kind of key that not every runtime knows. */
function holds(
  der: Uint8Array,
  { algorithm }: CertificateStructure,
  issuer: CertificateStructure,
  tests: KeyTests,
): boolean | null {
  const kty = signerOf(SIGNATURES[algorithm ?? '']);
  if (kty === null) {
    return null;
  }
  try {
    const members = publicMembers(issuer.spki);
    const isLarge = members.kty === 'RSA' && Buffer.from(members.e, 'base64url').length > 4;
    if (isLarge || tests.flaws(members).length > 0) {
      return null; // anybody could sign with such a key, or only one library reads it
    }
    return members.kty === kty ? new X509Certificate(der).verify(publicKeyFrom(canonicalSpki(issuer.spki))) : false;
  } catch {
    return null;
  }
}
