// The certificate of a key on record, after making sure that it is the one of this very key.
import { createHash } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { certificateSpki } from './spki.ts';

/** Both DER. */
export function recordedHalf(key: SigningKey): { certificate: Buffer; spki: Buffer } {
  const certificate = Buffer.from(key.certificate, 'base64');
  const spki = certificateSpki(certificate);
  const spkiSha256 = createHash('sha256').update(spki).digest('hex');
  if (spkiSha256 !== key.spkiSha256 || key.jwk.x5c[0] !== key.certificate || key.jwk.kid !== key.kid) {
    throw new CustodianError('INTERNAL', { reference: 'export of an inconsistent key record' });
  }
  return { certificate, spki };
}
