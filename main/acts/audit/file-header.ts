// The first line of an exported audit chain: what the file is, when it was made, and what it holds, all under the signature
// of the device. It is canonical JSON, and so is what is signed: this line without the signature, with its purpose.
import { z } from 'zod';
import { jsonOf } from '../../../shared/encoding/bounded-json.ts';
import { instantSchema } from '../../../shared/fields.ts';
import { chainHeadSchema, isSignedBy } from './seal.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';

export const AUDIT_FORMAT = 'key-custodian/audit';

/** The `typ` of the signature, and the purpose in what is signed. */
export const AUDIT_FILE_PURPOSE = 'key-custodian/audit-file';

const anchorSchema = z.strictObject({ deviceKey: z.string(), seal: z.string().nullable() }).nullable();

/** From before the header was signed: only the seal vouches, for the entries up to its place. */
const firstSchema = z.strictObject({
  format: z.literal(AUDIT_FORMAT),
  version: z.literal(1),
  exportedAt: instantSchema,
  anchor: anchorSchema,
});

const secondSchema = z.strictObject({
  format: z.literal(AUDIT_FORMAT),
  version: z.literal(2),
  exportedAt: instantSchema,
  anchor: anchorSchema,
  /** How many entries follow, the last of them, and SHA-256 (hex) over their lines, each with its LF. */
  count: z.int().nonnegative(),
  head: chainHeadSchema.strict().nullable(),
  linesSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** A JWS with detached payload (RFC 7515 appendix F); `null` when the keychain was closed. */
  signature: z.strictObject({ protected: z.string(), signature: z.string() }).nullable(),
});

export type AuditFileHeader = z.output<typeof secondSchema>;
export type AnyAuditFileHeader = AuditFileHeader | z.output<typeof firstSchema>;

/** The text that the device signs. */
export const signedContent = ({ signature: _signature, ...facts }: AuditFileHeader): string =>
  canonicalJson({ purpose: AUDIT_FILE_PURPOSE, ...facts });

/** `null` for what is no such line, or is spelt in another way than it was written. */
export function readHeader(line: string): AnyAuditFileHeader | null {
  const value = jsonOf(line);
  const second = secondSchema.safeParse(value);
  if (second.success) {
    return canonicalJson(second.data) === line ? second.data : null;
  }
  const first = firstSchema.safeParse(value);
  return first.success && JSON.stringify(value) === line ? first.data : null;
}

const protectedSchema = z.strictObject({
  alg: z.literal('Ed25519'),
  typ: z.literal(AUDIT_FILE_PURPOSE),
  jwk: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
});

/** Whether the device key that the header names signed this very header, as an audit file. */
export function isHeaderSigned(header: AuditFileHeader): boolean {
  const { signature, anchor } = header;
  if (signature === null || anchor === null) {
    return false;
  }
  const type = protectedSchema.safeParse(jsonOf(Buffer.from(signature.protected, 'base64url').toString('utf8')));
  const payload = Buffer.from(signedContent(header), 'utf8').toString('base64url');
  return type.success && isSignedBy(anchor.deviceKey, { ...signature, payload });
}
