// The structure of a PKCS#12 file (RFC 7292): a MAC, and safes that hold bags. Says what is there; opening is
// open-pkcs12.ts. pkijs and node-forge know this structure too, but refuse a whole file for one bag that they cannot use.
import { CustodianError } from '../../../shared/errors.ts';
import { asDer } from '../ber.ts';
import {
  derChildren,
  type DerElement,
  derElements,
  derOid,
  derSequence,
  derUnsigned,
  TAG,
} from '../../../shared/encoding/der.ts';
import { OID } from '../../encoding/object-identifiers.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { printableName } from './found-key.ts';

export interface Pkcs12 {
  /** MacData; `null` when the file has none. */
  mac: DerElement | null;
  /** The octets that the MAC covers. */
  authenticated: Uint8Array;
  safes: Safe[];
}

export interface Safe {
  /** AlgorithmIdentifier; `null` when the content is not encrypted. */
  algorithm: DerElement | null;
  /** DER SafeContents, or what hides it. */
  content: Uint8Array;
}

export interface Bag {
  kind: 'key' | 'encrypted key' | 'certificate' | 'revocation list' | 'secret' | 'other';
  value: DerElement;
  name: string | null;
  /** localKeyId in hex: the same for a key and its certificate. */
  link: string | null;
}

const BAGS: Readonly<Record<string, Bag['kind']>> = {
  '1.2.840.113549.1.12.10.1.1': 'key',
  '1.2.840.113549.1.12.10.1.2': 'encrypted key',
  '1.2.840.113549.1.12.10.1.3': 'certificate',
  '1.2.840.113549.1.12.10.1.4': 'revocation list',
  '1.2.840.113549.1.12.10.1.5': 'secret',
};
const OID_NESTED_SAFE = '1.2.840.113549.1.12.10.1.6';
const OID_X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const OID_FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const OID_LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const TAG_BMP_STRING = 0x1e;
const MAX_NESTING = 4;

/** `der` is one SEQUENCE. Throws KEY_UNREADABLE or KEY_CIPHER_UNSUPPORTED. */
export function readPkcs12(der: Uint8Array): Pkcs12 {
  const [version, authSafe, mac, ...more] = derSequence(der) ?? [];
  // What lies beside the parts that the MAC covers would be read by one program and not by another.
  if (derUnsigned(version) !== 3n || more.length > 0 || (mac !== undefined && mac.tag !== TAG.sequence)) {
    throw unreadable(DAMAGED);
  }
  const authenticated = octets(contentOf(authSafe, OID.data));
  const safes = (derSequence(requireDer(authenticated)) ?? []).map(safeOf);
  return { mac: mac ?? null, authenticated, safes };
}

/** ContentInfo: data, or EncryptedData (RFC 5652 §8): version, {type, algorithm, [0] content}. */
function safeOf(info: DerElement): Safe {
  const type = derOid(derChildren(info)[0]);
  if (type === OID.data) {
    return { algorithm: null, content: requireDer(octets(contentOf(info, OID.data))) };
  }
  const [, encrypted] = derChildren(contentOf(info, OID.encryptedData));
  const [, algorithm, hidden] = derChildren(encrypted);
  if (algorithm === undefined || hidden === undefined) {
    throw unreadable(DAMAGED);
  }
  // [0] IMPLICIT OCTET STRING, in BER perhaps in pieces.
  const pieces = hidden.tag === TAG.context0 ? (derElements(hidden.contents) ?? []) : [hidden];
  return { algorithm, content: Buffer.concat(pieces.map(({ contents }) => contents)) };
}

function contentOf(info: DerElement | undefined, wanted: string): DerElement | undefined {
  const [type, content, ...more] = derChildren(info);
  const found = derOid(type);
  if (found === OID.signedData || found === OID.envelopedData) {
    const cipher = 'PKCS#12 for the owner of a certificate, without a passphrase';
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher });
  }
  return found === wanted && more.length === 0 ? onlyChild(content) : undefined;
}

function requireElements({ contents }: DerElement): DerElement[] {
  const elements = derElements(contents);
  if (elements === null) {
    throw unreadable(DAMAGED);
  }
  return elements;
}

/** What stands in [0], and nothing else. */
function onlyChild(wrapped: DerElement | undefined): DerElement | undefined {
  const [child, ...more] = derChildren(wrapped, TAG.context0);
  return more.length === 0 ? child : undefined;
}

function octets(element: DerElement | undefined): Uint8Array {
  if (element?.tag !== TAG.octetString) {
    throw unreadable(DAMAGED);
  }
  return element.contents;
}

function requireDer(bytes: Uint8Array): Uint8Array {
  const der = asDer(bytes);
  if (der === null) {
    throw unreadable(DAMAGED);
  }
  return der;
}

/** The bags of a DER SafeContents, also of safes inside it. */
export function bagsOf(safeContents: Uint8Array): Bag[] {
  const children = derSequence(safeContents);
  if (children === null) {
    throw unreadable(DAMAGED);
  }
  return bagsIn(children, 0);
}

function bagsIn(children: readonly DerElement[], nesting: number): Bag[] {
  if (nesting > MAX_NESTING) {
    throw unreadable(DAMAGED);
  }
  return children.flatMap((child) => {
    const [type, wrapped, attributes, ...more] = derChildren(child);
    const value = onlyChild(wrapped);
    const oid = derOid(type);
    if (oid === null || value === undefined || more.length > 0) {
      throw unreadable(DAMAGED);
    }
    if (oid === OID_NESTED_SAFE) {
      return bagsIn(value.tag === TAG.sequence ? requireElements(value) : [], nesting + 1);
    }
    return [{ kind: BAGS[oid] ?? ('other' as const), value, ...attributesOf(attributes) }];
  });
}

function attributesOf(attributes: DerElement | undefined): Pick<Bag, 'name' | 'link'> {
  const found: Pick<Bag, 'name' | 'link'> = { name: null, link: null };
  if (attributes !== undefined && attributes.tag !== TAG.set) {
    throw unreadable(DAMAGED);
  }
  for (const attribute of attributes === undefined ? [] : requireElements(attributes)) {
    const [type, values, ...more] = derChildren(attribute);
    if (derOid(type) === null || values?.tag !== TAG.set || more.length > 0) {
      throw unreadable(DAMAGED);
    }
    const [value] = requireElements(values);
    if (value?.tag === TAG_BMP_STRING && derOid(type) === OID_FRIENDLY_NAME) {
      found.name = printableName(new TextDecoder('utf-16be').decode(value.contents));
    } else if (value?.tag === TAG.octetString && derOid(type) === OID_LOCAL_KEY_ID) {
      found.link = Buffer.from(value.contents).toString('hex');
    }
  }
  return found;
}

/** The DER certificate in a bag; `null` for certificates of other kinds. Throws KEY_UNREADABLE for one that is none. */
export function certificateIn({ value }: Bag): Uint8Array | null {
  const [type, wrapped] = derChildren(value);
  const certificate = onlyChild(wrapped);
  const kind = derOid(type);
  if (kind === null || certificate === undefined) {
    throw unreadable(DAMAGED);
  }
  if (kind !== OID_X509_CERTIFICATE) {
    return null;
  }
  const der = octets(certificate);
  if (derSequence(der)?.length !== 3) {
    throw unreadable(DAMAGED);
  }
  return der;
}
