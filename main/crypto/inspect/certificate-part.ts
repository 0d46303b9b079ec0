// One X.509 certificate (RFC 5280) as a person compares it. The structure comes from our own DER reader, so that a
// certificate with a kind of key that one of the crypto libraries does not know is described all the same.
import { X509Certificate } from 'node:crypto';
import type { CertificateSignature } from '../../../shared/certificates.ts';
import type { FoundPart, FoundValue } from '../../../shared/inspection.ts';
import { subjectLine } from '../../core/certificate-name.ts';
import { judgeCertificate } from '../certificate-signature.ts';
import { certificateStructure } from '../certificate-structure.ts';
import { SIGNATURES } from '../object-identifiers.ts';
import { type Looking, part, scheme } from './finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';

/** `null` when the DER is no certificate. */
export async function certificatePart(
  der: Uint8Array,
  { now, beside }: Pick<Looking, 'now' | 'beside'>,
): Promise<FoundPart | null> {
  const [certificate, structure] = [opened(der), certificateStructure(der)];
  if (certificate === null || structure === null) {
    return null;
  }
  const { subject, issuer, subjectAltName, serialNumber, ca, fingerprint, fingerprint256 } = certificate;
  const [notBefore, notAfter] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  const { spki, algorithm } = structure;
  const key = await publicKeyFacts(spki);
  const signedWith = algorithm === null ? null : (SIGNATURES[algorithm] ?? algorithm);
  const judged = judgeCertificate(der, beside);
  const described = part(
    'certificate',
    {
      Subject: subjectLine(subject) ?? { code: 'empty' },
      Issuer: subject === issuer && subject ? { code: 'self-signed' } : (subjectLine(issuer) ?? { code: 'empty' }),
      'Alternative names': subjectAltName ?? null,
      Serial: serialNumber.toUpperCase(),
      'Valid from': iso(notBefore),
      'Valid to': iso(notAfter),
      'Signed with': signedWith === null ? { code: 'unknown' } : scheme(signedWith),
      Signature: judged === null ? null : SIGNATURE_WORDS[judged.signature],
      Authority: { code: ca ? 'yes' : 'no' },
      'SHA-1': fingerprint,
      'SHA-256': fingerprint256,
    },
    [
      notAfter < now ? 'certificate-expired' : null,
      notBefore > now ? 'certificate-not-yet-valid' : null,
      judged?.flaw ?? null,
      signedWith !== null && /MD5|SHA-1$/.test(signedWith) ? { code: 'weak-signature', signedWith } : null,
    ],
  );
  return {
    ...described,
    facts: [...described.facts, ...key.facts],
    warnings: [...described.warnings, ...key.warnings],
  };
}

function opened(der: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}

const SIGNATURE_WORDS: Readonly<Record<CertificateSignature, FoundValue>> = {
  verified: { code: 'signature-verified' },
  'self-signed': { code: 'signature-own' },
  unverified: { code: 'signature-unverified' },
};

const iso = (date: Date): FoundValue => (Number.isNaN(date.getTime()) ? { code: 'unreadable' } : date.toISOString());
