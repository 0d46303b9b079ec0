// Finds the certificate for a key of ours in what an authority sent: PEM with any number of certificates, DER, or PKCS#7
// in either form, with the chain in any order.
import { X509Certificate } from 'node:crypto';
import type { InputProblem } from '../../shared/problems/input.ts';
import type { CertificateSignature } from '../../shared/domain/key-ring/certificates.ts';
import { CustodianError } from '../../shared/errors.ts';
import { certificateName } from '../../shared/domain/key-ring/certificate-name.ts';
import { fittest } from '../../shared/domain/key-ring/certificate-faults.ts';
import type { ReplyCertificate } from '../ports/reading.ts';
import { asDer } from './ber.ts';
import { Beside } from './chain.ts';
import { Issuers, judgeCertificate } from './certificate-signature.ts';
import { certifiedKey } from './certificate-structure.ts';
import { derBytes } from '../encoding/der.ts';
import { derChildren, derElements, derOid, derSequence, TAG } from '../../shared/encoding/der.ts';
import { OID } from '../encoding/object-identifiers.ts';
import { decodeBase64 } from './layers/base64.ts';
import { textOf } from './layers/text-of.ts';
import { pemBlocks } from './pem-blocks.ts';

/** Throws KEY_CERTIFICATE_MISMATCH or INPUT_INVALID. Of several for the key it takes the one that serves best. */
export function certificateFor(spki: Uint8Array, file: Uint8Array, now: Date): ReplyCertificate {
  const certificates = structuresIn(file).flatMap(certificatesIn);
  const [first] = certificates;
  if (first === undefined) {
    throw invalid({ code: 'no-certificate' });
  }
  const ours = certificates.filter(({ raw }) => certifiedKey(raw)?.equals(spki) === true);
  const own = fittest(
    ours.map((certificate) => ({ certificate, der: certificate.raw })),
    now.toISOString(),
  )?.certificate;
  if (own === undefined) {
    throw new CustodianError('KEY_CERTIFICATE_MISMATCH', { subject: certificateName(first) });
  }
  const beside = new Beside(certificates.map(({ raw }) => raw));
  const chain = beside.issuersOf(own.raw).map((der) => Uint8Array.from(der));
  return { certificate: Uint8Array.from(own.raw), chain, signature: signatureOn(own, certificates) };
}

/** Every certificate of the file is judged: a chain with an altered link is not what the authority sent. */
function signatureOn(own: X509Certificate, certificates: readonly X509Certificate[]): CertificateSignature {
  const beside = new Issuers(certificates.map(({ raw }) => raw));
  const [judged, ...others] = [own, ...certificates].map(({ raw }) => judgeCertificate(raw, beside));
  const flaw = [judged, ...others].find((each) => each?.flaw)?.flaw;
  if (flaw) {
    throw invalid({ code: 'certificate-flawed', flaw });
  }
  return judged?.signature ?? 'unverified';
}

function structuresIn(file: Uint8Array): Uint8Array[] {
  const der = asDer(file);
  if (der !== null) {
    return [der];
  }
  const text = textOf(file).text;
  const { blocks } = pemBlocks(text);
  if (blocks.some(({ label }) => label.includes('PRIVATE'))) {
    throw invalid({ code: 'private-key-too' });
  }
  const found = blocks.length > 0 ? blocks.map((block) => block.der) : [decodeBase64(text)];
  return found.flatMap((bytes) => (bytes === null ? [] : (asDer(bytes) ?? withoutNotes(bytes))));
}

/** OpenSSL's TRUSTED CERTIFICATE has notes behind the certificate. */
function withoutNotes(bytes: Uint8Array): Uint8Array[] {
  const [first, ...notes] = derElements(bytes) ?? [];
  return first === undefined || notes.length === 0 ? [] : [derBytes(first)];
}

/** The structure itself, or every certificate of a PKCS#7 SignedData. */
function certificatesIn(der: Uint8Array): X509Certificate[] {
  const [type, content] = derSequence(der) ?? [];
  const set =
    derOid(type) === OID.signedData
      ? derChildren(derChildren(content, TAG.context0)[0]).find(({ tag }) => tag === TAG.context0)
      : undefined;
  const candidates = set === undefined ? [der] : (derElements(set.contents) ?? []).map(derBytes);
  return candidates.flatMap((candidate) => {
    try {
      return [new X509Certificate(candidate)];
    } catch {
      return [];
    }
  });
}

const invalid = (problem: InputProblem): CustodianError<'INPUT_INVALID'> =>
  new CustodianError('INPUT_INVALID', { field: 'file', problem });
