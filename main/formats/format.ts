// What a public format is: bytes from a key, and a second opinion on these bytes from another implementation. Formats
// are pure; none of them does I/O and none of them can see private material.
import type { PublicJwk, SigningKey } from '../../shared/domain/key-ring/key.ts';

/** The public facts of one key that formats are made from. */
export interface PublicKeyRecord {
  /** DER certificate. */
  certificate: Uint8Array;
  /** DER; its issuers, nearest first. */
  chain: readonly Uint8Array[];
  jwk: PublicJwk;
}

export interface KeyFormat {
  text: boolean;
  encode(key: PublicKeyRecord): Uint8Array;
  /** Reads the finished file in another way than `encode` wrote it; false or an exception when the key is not in it. */
  holds(file: Uint8Array, key: PublicKeyRecord): boolean;
}

/** A key with what an inventory says about it. */
export interface ListedKeyRecord extends PublicKeyRecord {
  key: SigningKey;
  ring: string;
}

/** A format for many keys. */
export interface KeySetFormat {
  text: boolean;
  encodeSet(keys: readonly ListedKeyRecord[]): Uint8Array;
  /** As `holds`, for exactly these keys. */
  holdsSet(file: Uint8Array, keys: readonly ListedKeyRecord[]): boolean;
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export const asText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
