// JSON in the one form that can be hashed and compared: RFC 8785 (JCS).
import canonicalize from 'canonicalize';
import { sha256Hex } from './sha256.ts';

/** The RFC 8785 text of a JSON value. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) {
    throw new TypeError('not a JSON value');
  }
  return text;
}

/** Lower-case hex SHA-256 of the RFC 8785 text. */
export const canonicalHash = (value: unknown): string => sha256Hex(canonicalJson(value));
