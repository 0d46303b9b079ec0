// Whether the signature on a certificate holds, as far as the file tells: under its own key, or under the key of an issuer
// that lies beside it. Where the issuer is not there, nothing is known of the signature, and that is said.
import { X509Certificate } from 'node:crypto';
import type { CertificateSignature } from '../../shared/domain/key-ring/certificates.ts';
import { publicKeyFlaws } from '../../shared/domain/key-ring/strength.ts';
import {
  authorityIdentifierIn,
  type CertificateStructure,
  certificateStructure,
  keyIdentifierIn,
  mayIssue,
} from './certificate-structure.ts';
import { SIGNATURES } from '../encoding/object-identifiers.ts';
import { publicKeyFrom } from './open-shape.ts';
import { canonicalSpki, publicMembers } from '../encoding/public-parts.ts';

/** What a certificate must not have, whoever signed it. */
export type CertificateFlaw = 'algorithms-differ' | 'critical-unknown' | 'extension-twice' | 'signature-broken';

/** In words that complete “no private key that can be read: …” and “file: …”. */
export const CERTIFICATE_FLAWS: Readonly<Record<CertificateFlaw, string>> = {
  'algorithms-differ': 'a certificate in it names two different algorithms for its signature',
  'critical-unknown': 'a certificate in it has a critical extension that is not known here',
  'extension-twice': 'a certificate in it has the same extension twice',
  'signature-broken': 'the signature on a certificate in it does not hold, so it was altered',
};

/** Extensions whose meaning a verifier of tokens can know (RFC 5280 §4.2); any other must not be critical. */
const KNOWN = new Set(['14', '15', '17', '18', '19', '30', '31', '32', '33', '35', '36', '37', '46', '54']);
const isKnown = (oid: string): boolean => oid.startsWith('2.5.29.') && KNOWN.has(oid.slice('2.5.29.'.length));

export interface JudgedCertificate {
  signature: CertificateSignature;
  flaw: CertificateFlaw | null;
}

/** `beside` are all certificates of the file, this one perhaps among them. `null` when it is no certificate. */
export function judgeCertificate(der: Uint8Array, beside: readonly Uint8Array[]): JudgedCertificate | null {
  const certificate = certificateStructure(der);
  if (certificate === null) {
    return null;
  }
  const flaw = structureFlaw(certificate);
  if (flaw !== null) {
    return { signature: 'unverified', flaw };
  }
  const isOwn = isIssuerOf(certificate, certificate);
  const issuers = beside.flatMap((other) => {
    const issuer = certificateStructure(other);
    return issuer !== null && mayIssue(issuer) && isIssuerOf(issuer, certificate) ? [issuer] : [];
  });
  const candidates = isOwn ? [certificate] : issuers;
  const answers = new Set(candidates.map((issuer) => holds(der, certificate, issuer)));
  if (answers.has(true)) {
    return { signature: isOwn ? 'self-signed' : 'verified', flaw: null };
  }
  return { signature: 'unverified', flaw: answers.has(false) ? 'signature-broken' : null };
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

/** `null` when it cannot be told: an algorithm or a kind of key that not every runtime knows. */
function holds(der: Uint8Array, { algorithm }: CertificateStructure, issuer: CertificateStructure): boolean | null {
  const scheme = SIGNATURES[algorithm ?? ''] ?? '';
  if (!/^(RSA with SHA-|ECDSA with SHA-|Ed25519$)/.test(scheme)) {
    return null;
  }
  try {
    const members = publicMembers(issuer.spki);
    const { kty } = members;
    const isOfKind = { RSA: /^RSA/, EC: /^ECDSA/, OKP: /^Ed/ }[kty].test(scheme);
    const isLarge = members.kty === 'RSA' && Buffer.from(members.e, 'base64url').length > 4;
    if (isLarge || publicKeyFlaws(members).length > 0) {
      return null; // anybody could sign with such a key, or only one library reads it
    }
    return isOfKind ? new X509Certificate(der).verify(publicKeyFrom(canonicalSpki(issuer.spki))) : false;
  } catch {
    return null;
  }
}
