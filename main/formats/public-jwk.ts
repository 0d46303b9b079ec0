// The public key as a JWK (RFC 7517, RFC 7518 §6, RFC 8037) with its certificate members, always in the same order.
// Members are picked one by one: whatever a key object may hold, nothing private can pass.
import { createHash, X509Certificate } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import type { PublicJwk } from '../../shared/domain/key-ring/key.ts';
import type { WrittenName } from '../../shared/domain/algorithms.ts';
import { publicMembers, spkiOf } from '../encoding/public-parts.ts';

/** `chain`: the issuers of the certificate, nearest first. */
export function publicJwk(
  spki: Uint8Array,
  certificate: Uint8Array,
  alg: WrittenName,
  kid: string,
  chain: readonly Uint8Array[] = [],
): PublicJwk {
  if (!spkiOf(new X509Certificate(certificate).publicKey).equals(spki)) {
    throw new CustodianError('INTERNAL', { reference: 'certificate of another key' });
  }
  requireChain([certificate, ...chain]);
  const usage = { use: 'sig', alg, kid } as const;
  const wrapper = certificateMembers(certificate, chain);
  const members = publicMembers(spki);
  if (members.kty === 'RSA') {
    return { kty: members.kty, ...usage, n: members.n, e: members.e, ...wrapper };
  }
  if (members.kty === 'EC') {
    return { kty: members.kty, ...usage, crv: members.crv, x: members.x, y: members.y, ...wrapper };
  }
  return { kty: members.kty, ...usage, crv: members.crv, x: members.x, ...wrapper };
}

/** Each was signed by the one behind it. */
function requireChain(chain: readonly Uint8Array[]): void {
  const opened = chain.map((der) => new X509Certificate(der));
  if (!opened.slice(1).every((issuer, at) => opened[at]?.verify(issuer.publicKey) === true)) {
    throw new CustodianError('INTERNAL', { reference: 'issuers of another certificate' });
  }
}

/** RFC 7517 §4.7–4.9: the chain in standard Base64, the thumbprints of the DER certificate in base64url. */
export function certificateMembers(
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
): Pick<PublicJwk, 'x5c' | 'x5t' | 'x5t#S256'> {
  return {
    x5c: [base64(certificate), ...chain.map(base64)],
    x5t: createHash('sha1').update(certificate).digest('base64url'),
    'x5t#S256': createHash('sha256').update(certificate).digest('base64url'),
  };
}

const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');
