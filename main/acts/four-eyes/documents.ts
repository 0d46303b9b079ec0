// Requests and answers as signed documents: a JWS in flattened JSON form, as bundles are, with the device's public key in its
// header. Who signed is told; whether that device may is for the caller to decide.
import { z } from 'zod';
import {
  ANSWER_PURPOSE,
  answerDocument,
  REQUEST_PURPOSE,
  requestDocument,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import { MAX_APPROVAL_BYTES } from '../../../shared/domain/limits.ts';
import { jsonOf } from '../../../shared/encoding/bounded-json.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { deviceKeyFingerprint, isSignedBy } from '../audit/seal.ts';

const jwsSchema = z.strictObject({ protected: z.string(), payload: z.string(), signature: z.string() });
const headerSchema = z.strictObject({
  alg: z.literal('Ed25519'),
  typ: z.string(),
  jwk: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
});

/** RFC 8410 §4: what stands before the 32 octets of an Ed25519 public key in its SubjectPublicKeyInfo. */
const SPKI_START = Buffer.from('302a300506032b6570032100', 'hex');

/** `null` for what is no such document, is not in canonical form, or whose signature does not hold. */
export function openDocument<S extends z.ZodType>(
  text: string,
  type: string,
  schema: S,
): { value: z.output<S>; signer: string } | null {
  const jws = jwsSchema.safeParse(text.length > MAX_APPROVAL_BYTES ? null : jsonOf(text.trim()));
  const header = headerSchema.safeParse(jws.success ? jsonOf(decoded(jws.data.protected)) : null);
  if (!jws.success || !header.success || header.data.typ !== type) {
    return null;
  }
  const deviceKey = Buffer.concat([SPKI_START, Buffer.from(header.data.jwk.x, 'base64url')]).toString('base64');
  const content = decoded(jws.data.payload);
  const value = schema.safeParse(jsonOf(content));
  const holds = value.success && isSignedBy(deviceKey, jws.data) && canonicalJson(value.data) === content;
  return holds ? { value: value.data, signer: deviceKeyFingerprint(deviceKey) } : null;
}

/** What such a document is; `null` for what is none, or was changed. */
export function documentIn(text: string): 'request' | 'answer' | null {
  if (openDocument(text, REQUEST_PURPOSE, requestDocument) !== null) {
    return 'request';
  }
  return openDocument(text, ANSWER_PURPOSE, answerDocument) === null ? null : 'answer';
}

const decoded = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');
