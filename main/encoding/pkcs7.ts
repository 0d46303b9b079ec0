// A degenerate PKCS#7 SignedData (RFC 2315 §9.1): certificates, and neither signers nor revocation lists. Without a line end
// in between it equals `openssl crl2pkcs7 -nocrl -outform DER`.
import { TAG } from '../../shared/encoding/der.ts';
import { encodeDer, encodeOid, encodeUnsigned } from './der.ts';
import { OID } from './object-identifiers.ts';

/** Builds it around DER certificates, in the order given: DER would have the SET sorted, but openssl does not sort it. */
export function degenerateSignedData(certificates: readonly Uint8Array[]): Buffer {
  const { sequence, set, context0 } = TAG;
  const signedData = encodeDer(
    sequence,
    encodeUnsigned(Buffer.of(1)),
    encodeDer(set),
    encodeDer(sequence, encodeOid(OID.data)),
    encodeDer(context0, ...certificates),
    encodeDer(set),
  );
  return encodeDer(sequence, encodeOid(OID.signedData), encodeDer(context0, signedData));
}
