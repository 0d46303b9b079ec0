// The fields of an X.509 certificate (RFC 5280 §4.1) that our own reader takes out of it: both crypto libraries read
// certificates, but they do not agree on which ones, and neither says whether the two signature algorithms are the same.
import { derBits, derBytes, derChildren, type DerElement, derElements, derOid, derSequence, TAG } from './der.ts';
import { canonicalSpki } from './public-parts.ts';

export interface CertificateStructure {
  /** DER of the names and of the key, byte for byte as they stand there. */
  issuer: Buffer;
  subject: Buffer;
  spki: Buffer;
  /** The algorithm of the signature; `null` when the signed part and the signature name two different ones. */
  algorithm: string | null;
  extensions: Extension[];
}

interface Extension {
  oid: string;
  critical: boolean;
  value: Uint8Array;
}

const TAG_BOOLEAN = 0x01;
const TAG_EXTENSIONS = 0xa3;
/** Two unique identifiers [1] and [2], which nobody uses, and the extensions. */
const BEHIND_THE_KEY = new Set([0x81, 0x82, TAG_EXTENSIONS]);

/** `null` when the DER is no certificate. */
export function certificateStructure(der: Uint8Array): CertificateStructure | null {
  const [tbs, outer, signature, ...more] = derSequence(der) ?? [];
  const fields = derChildren(tbs);
  const [serial, inner, issuer, validity, subject, spki, ...behind] =
    fields[0]?.tag === TAG.context0 ? fields.slice(1) : fields;
  const structured = [outer, inner, issuer, validity, subject, spki].filter((field) => field?.tag === TAG.sequence);
  if (structured.length < 6 || serial?.tag !== TAG.integer || derBits(signature) === null || more.length > 0) {
    return null;
  }
  const extensions = extensionsIn(behind.find(({ tag }) => tag === TAG_EXTENSIONS));
  if (!issuer || !subject || !spki || !inner || !outer || extensions === null) {
    return null;
  }
  const [innerOid, outerOid] = [inner, outer].map((algorithm) => derOid(derChildren(algorithm)[0]));
  if (!innerOid || !outerOid || behind.some(({ tag }) => !BEHIND_THE_KEY.has(tag))) {
    return null;
  }
  return {
    issuer: derBytes(issuer),
    subject: derBytes(subject),
    spki: derBytes(spki),
    algorithm: derBytes(inner).equals(derBytes(outer)) ? innerOid : null,
    extensions,
  };
}

function extensionsIn(field: DerElement | undefined): Extension[] | null {
  if (field === undefined) {
    return [];
  }
  const [list, ...more] = derElements(field.contents) ?? [];
  const found = derChildren(list)
    .map(extension)
    .filter((each) => each !== null);
  return more.length === 0 && found.length === derChildren(list).length ? found : null;
}

function extension(element: DerElement): Extension | null {
  const parts = derChildren(element);
  const [identifier, value] = [parts[0], parts.at(-1)];
  const [oid, flag] = [derOid(identifier), parts.length === 3 ? parts[1] : undefined];
  if (oid === null || value?.tag !== TAG.octetString || parts.length < 2 || parts.length > 3) {
    return null;
  }
  const isFlag = flag === undefined || (flag.tag === TAG_BOOLEAN && flag.contents.length === 1);
  return isFlag
    ? { oid, critical: flag?.contents[0] !== undefined && flag.contents[0] !== 0, value: value.contents }
    : null;
}

/** The value of the one extension of this kind. */
export const extensionOf = ({ extensions }: CertificateStructure, oid: string): Uint8Array | null =>
  extensions.find((each) => each.oid === oid)?.value ?? null;

export const OID_KEY_IDENTIFIER = '2.5.29.14';
const OID_AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';
const OID_BASIC_CONSTRAINTS = '2.5.29.19';

/** RFC 5280 §4.2.1.2: the identifier of its own key, in hex. */
export function keyIdentifierIn(certificate: CertificateStructure): string | null {
  const value = extensionOf(certificate, OID_KEY_IDENTIFIER);
  const [identifier] = value === null ? [] : (derElements(value) ?? []);
  return identifier?.tag === TAG.octetString ? Buffer.from(identifier.contents).toString('hex') : null;
}

/** RFC 5280 §4.2.1.1: the identifier of the key that signed it, in hex. */
export function authorityIdentifierIn(certificate: CertificateStructure): string | null {
  const value = extensionOf(certificate, OID_AUTHORITY_KEY_IDENTIFIER);
  const [identifier] = value === null ? [] : (derSequence(value) ?? []);
  return identifier?.tag === 0x80 ? Buffer.from(identifier.contents).toString('hex') : null;
}

/** RFC 5280 §4.2.1.9; certificates of the first version do not say it. */
export function mayIssue(certificate: CertificateStructure): boolean {
  const value = extensionOf(certificate, OID_BASIC_CONSTRAINTS);
  const [isAuthority] = value === null ? [] : (derSequence(value) ?? []);
  const says = isAuthority?.tag === TAG_BOOLEAN && isAuthority.contents[0] !== 0;
  return says || certificate.extensions.length === 0;
}

/** The key that it certifies, in the one form; `null` for kinds that are not ours, and for what is no certificate. */
export function certifiedKey(der: Uint8Array): Buffer | null {
  const certificate = certificateStructure(der);
  try {
    return certificate === null ? null : canonicalSpki(certificate.spki);
  } catch {
    return null;
  }
}
