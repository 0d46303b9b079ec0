// One X.509 certificate (RFC 5280) as a person compares it. The structure comes from our own DER reader, so that a
// certificate with a kind of key that one of the crypto libraries does not know is described all the same.
import { X509Certificate } from 'node:crypto';
import type { InspectedPart } from '../../../shared/model/inspected-file.ts';
import { derBytes, derChildren, type DerElement, derOid, derSequence, TAG } from '../der.ts';
import { SIGNATURES } from '../object-identifiers.ts';
import { factsOf, part } from './finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';

/** `null` when the DER is no certificate. */
export async function certificatePart(der: Uint8Array, now: Date): Promise<InspectedPart | null> {
  const certificate = opened(der);
  if (certificate === null) {
    return null;
  }
  const { subject, issuer, subjectAltName, serialNumber, ca, fingerprint, fingerprint256 } = certificate;
  const [notBefore, notAfter] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  const { spki, signature } = structure(der);
  const key = spki === null ? null : await publicKeyFacts(spki);
  const signedWith = signature === null ? 'unknown' : (SIGNATURES[signature] ?? signature);
  const described = part(
    'certificate',
    {
      Subject: oneLine(subject),
      Issuer: subject === issuer ? 'the same (self-signed)' : oneLine(issuer),
      'Alternative names': subjectAltName ?? null,
      Serial: serialNumber.toUpperCase(),
      'Valid from': iso(notBefore),
      'Valid to': iso(notAfter),
      'Signed with': signedWith,
      Authority: ca ? 'yes' : 'no',
      'SHA-1': fingerprint,
      'SHA-256': fingerprint256,
    },
    [
      notAfter < now ? 'The certificate has expired.' : null,
      notBefore > now ? 'The certificate is not yet valid.' : null,
      /MD5|SHA-1$/.test(signedWith) ? `Its signature (${signedWith}) no longer proves anything.` : null,
    ],
  );
  return {
    ...described,
    facts: [...described.facts, ...(key?.facts ?? factsOf({ 'Key kind': 'unknown' }))],
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

const iso = (date: Date): string => (Number.isNaN(date.getTime()) ? 'unreadable' : date.toISOString());
