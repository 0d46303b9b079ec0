// JSON in the one form that can be hashed and compared: RFC 8785 (JCS).
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The RFC 8785 text of a JSON value. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) {
    throw new TypeError('not a JSON value');
  }
  return text;
}

/** Lower-case hex SHA-256 of the RFC 8785 text. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
