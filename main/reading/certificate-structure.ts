// The fields of an X.509 certificate (RFC 5280 §4.1) that our own reader takes out of it: both crypto libraries read
// certificates, but they do not agree on which ones, and neither says whether the two signature algorithms are the same.
import { createHash } from 'node:crypto';
import { certificateName } from '../../shared/domain/key-ring/certificate-name.ts';
import { alternativeNames, nameText, timeIn } from './certificate-names.ts';
import { colons } from './colons.ts';
import { derBytes } from '../encoding/der.ts';
import {
  derBits,
  derChildren,
  type DerElement,
  derElements,
  derOid,
  derSequence,
  derUnsigned,
  TAG,
} from '../../shared/encoding/der.ts';
import { canonicalSpki } from '../encoding/public-parts.ts';

export interface CertificateStructure {
  /** Upper-case hex. */
  serial: string;
  notBefore: Date;
  notAfter: Date;
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
const BEHIND_THE_KEY = [0x81, 0x82, TAG_EXTENSIONS];

/** `null` when the DER is no certificate, or one that only one of the libraries would read. */
export function certificateStructure(der: Uint8Array): CertificateStructure | null {
  const [tbs, outer, signature, ...more] = derSequence(der) ?? [];
  const fields = derChildren(tbs);
  const version = fields[0]?.tag === TAG.context0 ? versionIn(fields[0]) : 1;
  const [serial, inner, issuer, validity, subject, spki, ...behind] =
    fields[0]?.tag === TAG.context0 ? fields.slice(1) : fields;
  if (!outer || !inner || !issuer || !validity || !subject || !spki || spki.tag !== TAG.sequence) {
    return null;
  }
  const [innerOid, outerOid] = [algorithmIn(inner), algorithmIn(outer)];
  const extensions = extensionsIn(behind.find(({ tag }) => tag === TAG_EXTENSIONS));
  const isWhole =
    isInteger(serial) && isName(issuer) && isName(subject) && isValidity(validity) && derBits(signature) !== null;
  if (!isWhole || more.length > 0 || !fits(version, behind) || innerOid === null || extensions === null) {
    return null;
  }
  const [from, to] = derChildren(validity);
  return {
    serial: serialText(serial),
    notBefore: timeIn(from),
    notAfter: timeIn(to),
    issuer: derBytes(issuer),
    subject: derBytes(subject),
    spki: derBytes(spki),
    algorithm: outerOid !== null && derBytes(inner).equals(derBytes(outer)) ? innerOid : null,
    extensions,
  };
}

/** 2 and 3 are written as 1 and 2, and 1 is left out. */
function versionIn(field: DerElement): number | null {
  const [number, ...more] = derElements(field.contents) ?? [];
  const value = more.length === 0 ? derUnsigned(number) : null;
  return value === 1n || value === 2n ? Number(value) + 1 : null;
}

/** Unique identifiers came with the second version, extensions with the third; each at most once, in this order. */
function fits(version: number | null, behind: readonly DerElement[]): boolean {
  const places = behind.map(({ tag }) => BEHIND_THE_KEY.indexOf(tag));
  const inOrder = places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)));
  const last = behind.at(-1)?.tag;
  const needs = last === undefined ? 1 : last === TAG_EXTENSIONS ? 3 : 2;
  return version !== null && inOrder && version >= needs;
}

/** AlgorithmIdentifier: an identifier and at most one parameter. */
function algorithmIn(element: DerElement): string | null {
  const parts = derChildren(element);
  return parts.length <= 2 ? derOid(parts[0]) : null;
}

/** As openssl prints it: negative numbers with a sign, and never an odd digit. */
function serialText(serial: DerElement | undefined): string {
  const octets = Buffer.from(serial?.contents ?? []);
  const digits = octets.toString('hex').toUpperCase();
  if ((octets[0] ?? 0) < 0x80) {
    return digits.replace(/^00(?=..)/, '');
  }
  const value = ((1n << BigInt(8 * octets.length)) - BigInt(`0x${digits}`)).toString(16).toUpperCase();
  return `-${value.padStart(value.length + (value.length % 2), '0')}`;
}

/** In its shortest form, of either sign: some authorities number with any octets. */
function isInteger(element: DerElement | undefined): boolean {
  const [first, second] = element?.contents ?? [];
  const isPadded = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  return element?.tag === TAG.integer && first !== undefined && !isPadded;
}

/** RFC 5280 §4.1.2.4: a list, empty perhaps, of sets of names, each with its kind. */
const isName = (element: DerElement): boolean =>
  element.tag === TAG.sequence &&
  derElements(element.contents)?.every(
    (set) =>
      derChildren(set, TAG.set).length > 0 &&
      derChildren(set, TAG.set).every((each) => {
        const [kind, value, ...more] = derChildren(each);
        return derOid(kind) !== null && value !== undefined && more.length === 0;
      }),
  ) === true;

/** RFC 5280 §4.1.2.5: UTCTime and GeneralizedTime with seconds, in UTC. */
function isValidity(element: DerElement): boolean {
  const times = derChildren(element);
  return times.length === 2 && times.every(isTime);
}

function isTime({ tag, contents }: DerElement): boolean {
  const text = Buffer.from(contents).toString('latin1');
  const isForm = tag === 0x17 ? /^\d{12}Z$/.test(text) : tag === 0x18 && /^\d{14}Z$/.test(text);
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = (text.slice(0, -1).slice(-10).match(/../g) ?? []).map(
    Number,
  );
  const year = Number(tag === 0x17 ? `20${text.slice(0, 2)}` : text.slice(0, 4));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isForm && month >= 1 && month <= 12 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60;
}

function extensionsIn(field: DerElement | undefined): Extension[] | null {
  if (field === undefined) {
    return [];
  }
  const [list, ...more] = derElements(field.contents) ?? [];
  const found = derChildren(list)
    .map(extension)
    .filter((each) => each !== null);
  return more.length === 0 && found.length > 0 && found.length === derChildren(list).length ? found : null;
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
export const OID_ALTERNATIVE_NAMES = '2.5.29.17';

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

/** RFC 5280 §4.2.1.9. */
export function isAuthority(certificate: CertificateStructure): boolean {
  const value = extensionOf(certificate, OID_BASIC_CONSTRAINTS);
  const [says] = value === null ? [] : (derSequence(value) ?? []);
  return says?.tag === TAG_BOOLEAN && says.contents[0] !== 0;
}

/** Certificates of the first version do not say whether they are authorities'. */
export const mayIssue = (certificate: CertificateStructure): boolean =>
  isAuthority(certificate) || certificate.extensions.length === 0;

/** What a certificate is called in a sentence. */
export function certificateLabel(der: Uint8Array): string | null {
  const certificate = certificateStructure(der);
  return certificate === null
    ? null
    : certificateName({
        subject: nameText(certificate.subject),
        subjectAltName: alternativeNames(extensionOf(certificate, OID_ALTERNATIVE_NAMES)),
        fingerprint256: colons(createHash('sha256').update(der).digest()),
      });
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
