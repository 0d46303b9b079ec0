// One X.509 certificate (RFC 5280) as a person compares it. The structure comes from our own DER reader, so that a
// certificate with a kind of key that one of the crypto libraries does not know is described all the same.
import { createHash } from 'node:crypto';
import type { Scheme } from '../../../shared/domain/reading/schemes.ts';
import type { CertificateSignature } from '../../../shared/domain/key-ring/certificates.ts';
import type { FoundPart, FoundValue } from '../../../shared/domain/reading/inspection.ts';
import { judgeCertificate } from '../certificate-signature.ts';
import { alternativeNames, nameText } from '../certificate-names.ts';
import { certificateStructure, extensionOf, isAuthority, OID_ALTERNATIVE_NAMES } from '../certificate-structure.ts';
import { colons } from '../colons.ts';
import { SIGNATURES } from '../../encoding/object-identifiers.ts';
import { type Looking, part, scheme } from './finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';

/** `null` when the DER is no certificate. */
export function certificatePart(der: Uint8Array, { now, beside, tests }: Looking): FoundPart | null {
  const certificate = certificateStructure(der);
  if (certificate === null) {
    return null;
  }
  const { serial, notBefore, notAfter, subject, issuer, spki, algorithm } = certificate;
  const key = publicKeyFacts(spki, tests);
  const signedWith: Scheme | null =
    algorithm === null ? null : (SIGNATURES[algorithm] ?? { code: 'named', name: algorithm });
  const judged = judgeCertificate(der, beside, tests);
  const described = part(
    'certificate',
    {
      Subject: nameText(subject) || { code: 'empty' },
      Issuer:
        nameText(issuer) === ''
          ? { code: 'empty' }
          : subject.equals(issuer)
            ? { code: 'self-signed' }
            : nameText(issuer),
      'Alternative names': alternativeNames(extensionOf(certificate, OID_ALTERNATIVE_NAMES)),
      Serial: serial,
      'Valid from': notBefore.toISOString(),
      'Valid to': notAfter.toISOString(),
      'Signed with': signedWith === null ? { code: 'unknown' } : scheme(signedWith),
      Signature: judged?.flaw === null ? SIGNATURE_WORDS[judged.signature] : null,
      Authority: { code: isAuthority(certificate) ? 'yes' : 'no' },
      'SHA-1': colons(createHash('sha1').update(der).digest()),
      'SHA-256': colons(createHash('sha256').update(der).digest()),
    },
    [
      notAfter < now ? 'certificate-expired' : null,
      notBefore > now ? 'certificate-not-yet-valid' : null,
      judged?.flaw ?? null,
      signedWith !== null && isBroken(signedWith) ? { code: 'weak-signature', signedWith } : null,
    ],
  );
  return {
    ...described,
    facts: [...described.facts, ...key.facts],
    warnings: [...described.warnings, ...key.warnings],
  };
}

const isBroken = (signed: Scheme): boolean => signed.code === 'signature' && ['MD5', 'SHA-1'].includes(signed.hash);

const SIGNATURE_WORDS: Readonly<Record<CertificateSignature, FoundValue>> = {
  verified: { code: 'signature-verified' },
  'self-signed': { code: 'signature-own' },
  unverified: { code: 'signature-unverified' },
};
