// The whole key as a JWK, private members and all. It exists as bytes on its way into an encryption, and nowhere else.
import { createPrivateKey } from 'node:crypto';
import type { PublicJwk } from '../../../../shared/domain/key-ring/key.ts';

/** UTF-8 JSON; the caller overwrites it. The public members come from the record, so that kid and certificate go along. */
export function privateJwk(pkcs8: Uint8Array, publicJwk: PublicJwk): Buffer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const { d, p, q, dp, dq, qi } = key.export({ format: 'jwk' });
  return Buffer.from(JSON.stringify({ ...publicJwk, d, p, q, dp, dq, qi }));
}
