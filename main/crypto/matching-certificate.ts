// The certificate that lies beside a private key in its file. It is kept when it is of this key; a file that pairs a key
// with the certificate of another is not in order and is refused.
import { X509Certificate } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import type { Entry } from './choose-key.ts';
import type { FoundCertificate } from './containers/found-key.ts';
import { canonicalSpki } from './open-shape.ts';
import { unreadable } from './unreadable.ts';

/**
 * `null` when the file has no certificate for the key. Throws KEY_CERTIFICATE_MISMATCH when the one that the file puts
 * beside the key is another's, KEY_UNREADABLE when it cannot be read.
 */
export function matchingCertificate(
  chosen: Entry,
  entries: readonly Entry[],
  certificates: readonly FoundCertificate[],
): Uint8Array | null {
  const { link } = chosen.key;
  const linked = certificates.filter((certificate) => link !== null && certificate.link === link);
  const beside = linked.length > 0 ? linked : certificates.filter((certificate) => !belongsToOther(certificate, entries));
  const match = beside.find(({ der }) => isFor(der, chosen.spki));
  if (match !== undefined) {
    return match.der;
  }
  const [other] = beside;
  // Certificates of authorities may lie about in a file of several keys; beside a single key there must be its own.
  if (other !== undefined && (linked.length > 0 || entries.length === 1)) {
    throw new CustodianError('KEY_CERTIFICATE_MISMATCH', { subject: subjectOf(other.der) });
  }
  return null;

  function belongsToOther({ der, link: to }: FoundCertificate, all: readonly Entry[]): boolean {
    return all.some((entry) => entry !== chosen && ((to !== null && entry.key.link === to) || isFor(der, entry.spki)));
  }
}

function isFor(der: Uint8Array, spki: Buffer | null): boolean {
  try {
    return spki !== null && canonicalSpki(new X509Certificate(der).publicKey).equals(spki);
  } catch {
    return false; // a kind of key that is not ours, or no certificate at all
  }
}

function subjectOf(der: Uint8Array): string {
  try {
    return new X509Certificate(der).subject.split('\n').join(', ');
  } catch (cause) {
    throw unreadable('the certificate beside its key is damaged', cause);
  }
}
