// Finds the certificate for a key of ours in what an authority sent: PEM with any number of certificates, DER, or PKCS#7
// in either form, with the chain in any order.
import { X509Certificate } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import { asDer } from './ber.ts';
import { keyIdentifier } from './certify.ts';
import { derBytes, derChildren, type DerElement, derElements, derOid, derSequence, TAG } from './der.ts';
import { OID } from './object-identifiers.ts';
import { canonicalSpki } from './open-shape.ts';
import { decodeBase64, fileText, pemBlocks } from './pem-blocks.ts';

const OID_KEY_IDENTIFIER = '2.5.29.14';

/** DER. Throws KEY_CERTIFICATE_MISMATCH or INPUT_INVALID. */
export function certificateFor(spki: Uint8Array, file: Uint8Array): Uint8Array {
  const certificates = structuresIn(file).flatMap(certificatesIn);
  const [first] = certificates;
  if (first === undefined) {
    throw invalid('holds no certificate');
  }
  const own = certificates.find((certificate) => isFor(certificate, spki));
  if (own === undefined) {
    throw new CustodianError('KEY_CERTIFICATE_MISMATCH', { subject: first.subject.split('\n').join(', ') });
  }
  requireKeyIdentifier(own, spki);
  return Uint8Array.from(own.raw);
}

function structuresIn(file: Uint8Array): Uint8Array[] {
  const der = asDer(file);
  if (der !== null) {
    return [der];
  }
  const text = fileText(file);
  const { blocks } = pemBlocks(text);
  if (blocks.some(({ label }) => label.includes('PRIVATE'))) {
    throw invalid('holds a private key too; keep only the certificate');
  }
  const found = blocks.length > 0 ? blocks.map((block) => block.der) : [decodeBase64(text)];
  return found.flatMap((bytes) => (bytes === null ? [] : (asDer(bytes) ?? [])));
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

function isFor(certificate: X509Certificate, spki: Uint8Array): boolean {
  try {
    return canonicalSpki(certificate.publicKey).equals(spki);
  } catch {
    return false; // a kind of key that is not ours
  }
}

/** Chains are built by this identifier; another one than ours would make two certificates of one key look unrelated. */
function requireKeyIdentifier(certificate: X509Certificate, spki: Uint8Array): void {
  const tbs = derChildren(derSequence(certificate.raw)?.[0]);
  const extensions = derChildren(
    derChildren(
      tbs.find(({ tag }) => tag === 0xa3),
      0xa3,
    )[0],
  );
  const identifier = extensions
    .map((extension) => derChildren(extension))
    .find(([oid]) => derOid(oid) === OID_KEY_IDENTIFIER);
  const inner = derElements(identifier?.at(-1)?.contents ?? new Uint8Array())?.[0];
  if (identifier !== undefined && hexOf(inner) !== keyIdentifier(spki)) {
    throw invalid('names the key by another subject key identifier than its own certificate does');
  }
}

const hexOf = (element: DerElement | undefined): string => Buffer.from(element?.contents ?? []).toString('hex');

const invalid = (problem: string): CustodianError<'INPUT_INVALID'> =>
  new CustodianError('INPUT_INVALID', { field: 'file', problem });
