// The certificate that lies beside a private key in its file. It is kept when it is of this key; a file that pairs a key
// with the certificate of another is not in order and is refused.
import { X509Certificate } from 'node:crypto';
import { fittest } from '../../shared/domain/key-ring/certificate-faults.ts';
import { CustodianError } from '../../shared/errors.ts';
import { Issuers, judgeCertificate } from './certificate-signature.ts';
import { certificateLabel, certifiedKey } from './certificate-structure.ts';
import type { Entry } from './choose-key.ts';
import type { FoundCertificate } from './containers/found-key.ts';
import { unreadable } from '../encoding/unreadable.ts';

/**
 * `null` when the file has no certificate for the key. Throws KEY_CERTIFICATE_MISMATCH when the one that the file puts
 * beside the key is another's, KEY_UNREADABLE when it cannot be read or was altered.
 */
export function matchingCertificate(
  chosen: Entry,
  entries: readonly Entry[],
  found: readonly FoundCertificate[],
  now: Date,
): Uint8Array | null {
  const certificates = found.map((certificate) => ({ ...certificate, spki: certifiedKey(certificate.der) }));
  const others = entries.filter((entry) => entry !== chosen);
  const ofOther = ({ link, spki }: Certified): boolean =>
    others.some((entry) => (link !== null && entry.key.link === link) || isSame(entry.spki, spki));
  const linked = certificates.filter(({ link }) => link !== null && link === chosen.key.link);
  const beside = linked.length > 0 ? linked : certificates.filter((certificate) => !ofOther(certificate));
  // A renewed certificate lies beside the one before it, in either order.
  const match = fittest(
    beside.filter(({ spki }) => isSame(chosen.spki, spki)),
    now.toISOString(),
  );
  if (match !== undefined) {
    requireUnaltered(match, found);
    requireOpening(match.der);
    return match.der;
  }
  const [stranger] = beside;
  // Certificates of authorities may lie about in a file of several keys; beside a single key there must be its own.
  if (stranger !== undefined && (linked.length > 0 || entries.length === 1)) {
    throw new CustodianError('KEY_CERTIFICATE_MISMATCH', { subject: subjectOf(stranger.der) });
  }
  return null;
}

type Certified = FoundCertificate & { spki: Buffer | null };

/** Where its issuer lies in the file too, or it is its own, the signature must hold; elsewhere nobody can tell. */
function requireUnaltered({ der }: FoundCertificate, found: readonly FoundCertificate[]): void {
  const flaw = judgeCertificate(der, new Issuers(found.map((certificate) => certificate.der)))?.flaw;
  if (flaw) {
    throw unreadable({ code: 'certificate-flawed', flaw });
  }
}

const isSame = (a: Buffer | null, b: Buffer | null): boolean => a !== null && b !== null && a.equals(b);

function subjectOf(der: Uint8Array): string {
  const label = certificateLabel(der);
  if (label === null) {
    throw damaged();
  }
  return label;
}

/** What goes into custody must open in the library of this runtime too. */
function requireOpening(der: Uint8Array): void {
  try {
    void new X509Certificate(der);
  } catch (cause) {
    throw damaged(cause);
  }
}

const damaged = (cause?: unknown): Error => unreadable({ code: 'certificate-damaged' }, cause);
