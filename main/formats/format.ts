// What a public format is: bytes from a key, and a second opinion on these bytes from another implementation. Formats
// are pure; none of them does I/O and none of them can see private material.
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { PublicMembers } from '../encoding/public-parts.ts';

/** What there is of any public key. */
export interface BareKeyRecord {
  /** DER SubjectPublicKeyInfo, in the one normal form. */
  spki: Uint8Array;
  jwk: BareJwk;
}

/** A JWK that says no more of its use than is known. */
export type BareJwk = PublicMembers & {
  kid: string;
  use?: string;
  alg?: string;
  x5c?: readonly string[];
  x5t?: string;
  'x5t#S256'?: string;
};

/** A key in its certificate. */
export interface PublicKeyRecord extends BareKeyRecord {
  /** DER certificate. */
  certificate: Uint8Array;
  /** DER; its issuers, nearest first. */
  chain: readonly Uint8Array[];
}

interface Format<R extends BareKeyRecord> {
  text: boolean;
  encode: (key: R) => Uint8Array;
  /** Reads the finished file in another way than `encode` wrote it; false or an exception when the key is not in it. */
  holds: (file: Uint8Array, key: R) => boolean;
}

/** Can be written of any public key. */
export type BareFormat = Format<BareKeyRecord>;

/** Needs the certificate. */
export type KeyFormat = Format<PublicKeyRecord>;

/** A key with what an inventory says about it. */
export interface ListedKeyRecord extends PublicKeyRecord {
  key: SigningKey;
  ring: string;
}

interface SetFormatOf<R extends BareKeyRecord> {
  text: boolean;
  encodeSet: (keys: readonly R[]) => Uint8Array;
  /** As `holds`, for exactly these keys. */
  holdsSet: (file: Uint8Array, keys: readonly R[]) => boolean;
}

/** For many keys: of any kind, in their certificates, or in custody. */
export type BareSetFormat = SetFormatOf<BareKeyRecord>;
export type CertificateSetFormat = SetFormatOf<PublicKeyRecord>;
export type KeySetFormat = SetFormatOf<ListedKeyRecord>;

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export const asText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
