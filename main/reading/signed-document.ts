// A document that proves which device made it: a JWS in flattened JSON form (RFC 7515 §7.2.2) whose header carries the
// device's public key. That key proves nothing by itself: whoever reads the document compares its fingerprint.
import { flattenedVerify, importJWK } from 'jose';
import { z } from 'zod';
import type { CourierFlaw } from '../../shared/problems/courier.ts';
import { jsonOf } from '../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { OpenedDocument } from '../ports/reading.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** Nothing but these members: no `crit`, no unencoded payload, no key from elsewhere. */
const fileSchema = z.strictObject({ protected: base64url, payload: base64url, signature: base64url });
const headerSchema = z.strictObject({
  alg: z.literal('Ed25519'),
  typ: z.string(),
  jwk: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: base64url.length(43) }),
});

/** RFC 8410 §4: what stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Throws COURIER_FILE_REFUSED. The algorithm is fixed, whatever the document says of itself. */
export async function openDocument(text: string, type: string, file: 'bundle' | 'receipt'): Promise<OpenedDocument> {
  const refuse = (problem: CourierFlaw): CustodianError =>
    new CustodianError('COURIER_FILE_REFUSED', { file, problem });
  const jws = fileSchema.safeParse(jsonOf(text));
  const header = headerSchema.safeParse(jws.success ? jsonOf(decoded(jws.data.protected)) : null);
  if (!jws.success || !header.success) {
    throw refuse({ code: 'not-signed-document' });
  }
  const { jwk, typ } = header.data;
  if (typ !== type) {
    throw refuse({ code: file === 'bundle' ? 'no-bundle' : 'no-receipt' });
  }
  try {
    await flattenedVerify(jws.data, await importJWK(jwk, 'Ed25519'), { algorithms: ['Ed25519'] });
  } catch {
    throw refuse({ code: 'signature-wrong' });
  }
  const spki = Buffer.concat([SPKI_PREFIX, Buffer.from(jwk.x, 'base64url')]);
  return { content: decoded(jws.data.payload), deviceKey: spki.toString('base64') };
}

const decoded = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');
