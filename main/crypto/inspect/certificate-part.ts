// One X.509 certificate (RFC 5280) as a person compares it. The structure comes from our own DER reader, so that a
// certificate with a kind of key that one of the crypto libraries does not know is described all the same.
import { X509Certificate } from 'node:crypto';
import type { FoundPart, FoundValue } from '../../../shared/inspection.ts';
import { derBytes, derChildren, type DerElement, derOid, derSequence, TAG } from '../der.ts';
import { SIGNATURES } from '../object-identifiers.ts';
import { factsOf, part, scheme } from './finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';

/** `null` when the DER is no certificate. */
export async function certificatePart(der: Uint8Array, now: Date): Promise<FoundPart | null> {
  const certificate = opened(der);
  if (certificate === null) {
    return null;
  }
  const { subject, issuer, subjectAltName, serialNumber, ca, fingerprint, fingerprint256 } = certificate;
  const [notBefore, notAfter] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  const { spki, signature } = structure(der);
  const key = spki === null ? null : await publicKeyFacts(spki);
  const signedWith = signature === null ? null : (SIGNATURES[signature] ?? signature);
  const described = part(
    'certificate',
    {
      Subject: oneLine(subject),
      Issuer: subject === issuer ? { code: 'self-signed' } : oneLine(issuer),
      'Alternative names': subjectAltName ?? null,
      Serial: serialNumber.toUpperCase(),
      'Valid from': iso(notBefore),
      'Valid to': iso(notAfter),
      'Signed with': signedWith === null ? { code: 'unknown' } : scheme(signedWith),
      Authority: { code: ca ? 'yes' : 'no' },
      'SHA-1': fingerprint,
      'SHA-256': fingerprint256,
    },
    [
      notAfter < now ? 'certificate-expired' : null,
      notBefore > now ? 'certificate-not-yet-valid' : null,
      signedWith !== null && /MD5|SHA-1$/.test(signedWith) ? { code: 'weak-signature', signedWith } : null,
    ],
  );
  return {
    ...described,
    facts: [...described.facts, ...(key?.facts ?? factsOf({ 'Key kind': { code: 'unknown' } }))],
    warnings: [...described.warnings, ...(key?.warnings ?? [])],
  };
}

function opened(der: Uint8Array): X509Certificate | null {
  try {
    return derSequence(der) === null ? null : new X509Certificate(der);
  } catch {
    return null;
  }
}

/** RFC 5280 §4.1: tbsCertificate with [0] version, serial, algorithm, issuer, validity, subject, key; then algorithm. */
function structure(der: Uint8Array): { spki: Buffer | null; signature: string | null } {
  const [tbs, algorithm] = derSequence(der) ?? [];
  const fields = derChildren(tbs).filter(({ tag }) => tag !== TAG.context0);
  const spki: DerElement | undefined = fields[5];
  return { spki: spki === undefined ? null : derBytes(spki), signature: derOid(derChildren(algorithm)[0]) };
}

const oneLine = (name: string): string => name.split('\n').join(', ');

const iso = (date: Date): FoundValue => (Number.isNaN(date.getTime()) ? { code: 'unreadable' } : date.toISOString());
