// How one secret lies in keychain entries. The head entry holds a header and the first part of the secret; what does
// not fit follows in numbered chunks of the same generation. Text only (a NUL would cut a value on Linux) and never
// longer than Windows takes, so RSA-2048 and RSA-3072 keys and all EC keys are one entry, RSA-4096 is two.
//
//   head     kc1:<generation>:<parts>:<digest>:<base64 text, first part>
//   digest   base64url SHA-256 over account, header fields and the whole base64 text: any change of any part shows
import { createHash } from 'node:crypto';

export type Generation = 'a' | 'b';

export interface Head {
  generation: Generation;
  /** Entries of the value, the head included. */
  parts: number;
  digest: string;
  text: string;
}

export interface EncodedSecret {
  head: string;
  /** Parts 1, 2, … in order; part 0 is in the head. */
  chunks: string[];
}

/** Characters in one entry. Windows takes 2,560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE); the rest is a margin. */
export const ENTRY_CHARS = 2_520;

/** Bytes in one secret: far above any key, far below what makes a keyring slow. */
export const MAX_SECRET_BYTES = 64 * 1024;

const HEADER_CHARS = 'kc1:a:00:'.length + 43 + ':'.length;
const HEAD = /^kc1:([ab]):([1-9]\d?):([A-Za-z0-9_-]{43}):([A-Za-z0-9+/=]*)$/;

/** Throws RangeError above MAX_SECRET_BYTES. */
export function encodeSecret(account: string, generation: Generation, secret: Uint8Array): EncodedSecret {
  if (secret.length > MAX_SECRET_BYTES) {
    throw new RangeError('secret above MAX_SECRET_BYTES');
  }
  const text = Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength).toString('base64');
  const inline = text.slice(0, ENTRY_CHARS - HEADER_CHARS);
  const chunks: string[] = [];
  for (let at = inline.length; at < text.length; at += ENTRY_CHARS) {
    chunks.push(text.slice(at, at + ENTRY_CHARS));
  }
  const parts = chunks.length + 1;
  const digest = digestOf(account, generation, parts, text);
  return { head: `kc1:${generation}:${parts}:${digest}:${inline}`, chunks };
}

/** `null` when the entry is no head of this form. */
export function parseHead(entry: string): Head | null {
  const [, generation, parts, digest, text] = HEAD.exec(entry) ?? [];
  if (generation === undefined || parts === undefined || digest === undefined || text === undefined) {
    return null;
  }
  return { generation: generation === 'a' ? 'a' : 'b', parts: Number(parts), digest, text };
}

/** The secret in bytes of its own, or `null` when anything differs from what was encoded for this account. */
export function decodeSecret(account: string, head: Head, chunks: readonly string[]): Uint8Array | null {
  const text = head.text + chunks.join('');
  if (digestOf(account, head.generation, head.parts, text) !== head.digest) {
    return null;
  }
  const secret = new Uint8Array(Buffer.byteLength(text, 'base64'));
  Buffer.from(secret.buffer).write(text, 'base64');
  return secret;
}

function digestOf(account: string, generation: Generation, parts: number, text: string): string {
  return createHash('sha256').update(`kc1:${generation}:${parts}:${account}:`).update(text).digest('base64url');
}
