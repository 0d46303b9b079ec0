// What speaks against a certificate around a key of ours: judged here once, for every door through which one comes in, for
// the preview of a push, and for whoever looks at the key. The key itself is as good as before. Pure.
import { fromBase64, sameOctets } from '../../encoding/bytes.ts';
import { derChildren, type DerElement, derElements, derOid, derSequence, TAG } from '../../encoding/der.ts';
import type { Instant } from '../timing/instant.ts';

/** The order is that in which they weigh. */
export const CERTIFICATE_FAULTS = [
  'ended',
  'not-yet-valid',
  /** Signed with MD5: anybody can make another one that bears the same signature. */
  'signature-broken-hash',
  /** Its key usage is for something else: verifiers that look at it refuse tokens. */
  'not-for-signatures',
  /** Somebody else's authority made an authority of it: its key can certify others. */
  'authority-below',
  /** Signed with SHA-1, which verifiers give up. */
  'signature-weak-hash',
] as const;

export type CertificateFault = (typeof CERTIFICATE_FAULTS)[number];

/** With these an authority's reply is of no use and is refused; a key that comes with one is taken, and the officer told. */
export const REFUSED_IN_REPLY: readonly CertificateFault[] = ['ended', 'not-yet-valid', 'signature-broken-hash'];

const MD5 = '1.2.840.113549.1.1.4';
const SHA1 = new Set(['1.2.840.113549.1.1.5', '1.2.840.10045.4.1']);
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
const TAG_BOOLEAN = 0x01;
const TAG_UTC_TIME = 0x17;
const TAG_EXTENSIONS = 0xa3;
/** digitalSignature, nonRepudiation and keyCertSign (RFC 5280 §4.2.1.3). */
const SIGNS = 0x80 | 0x40 | 0x04;

/** Nothing is said of what is no certificate: whoever takes it in refuses it for that. */
export function certificateFaults(der: Uint8Array, now: Instant): CertificateFault[] {
  const read = read5280(der);
  if (read === null) {
    return [];
  }
  const { notBefore, notAfter, signedWith, isSelfIssued, extensions } = read;
  const usage = bitsOf(extensions.get(KEY_USAGE));
  const found: Record<CertificateFault, boolean> = {
    ended: notAfter <= now,
    'not-yet-valid': notBefore > now,
    'signature-broken-hash': signedWith === MD5,
    'not-for-signatures': usage !== null && (usage & SIGNS) === 0,
    'authority-below': !isSelfIssued && isAuthority(extensions.get(BASIC_CONSTRAINTS)),
    'signature-weak-hash': SHA1.has(signedWith ?? ''),
  };
  return CERTIFICATE_FAULTS.filter((fault) => found[fault]);
}

/** Of the certificate that a key is published with. */
export const faultsAround = ({ certificate }: { certificate: string }, now: Instant): CertificateFault[] =>
  certificateFaults(fromBase64(certificate), now);

/** Which of several certificates of one key serves best: the one with the least against it, then the one that ends last. */
export function fittest<C extends { der: Uint8Array }>(certificates: readonly C[], now: Instant): C | undefined {
  const weight = ({ der }: C): number =>
    Math.min(
      CERTIFICATE_FAULTS.length,
      ...certificateFaults(der, now).map((fault) => CERTIFICATE_FAULTS.indexOf(fault)),
    );
  const end = ({ der }: C): string => read5280(der)?.notAfter ?? '';
  return certificates.toSorted((a, b) => weight(b) - weight(a) || end(b).localeCompare(end(a)))[0];
}

interface Read5280 {
  notBefore: Instant;
  notAfter: Instant;
  /** `null` for an algorithm without a name. */
  signedWith: string | null;
  isSelfIssued: boolean;
  extensions: ReadonlyMap<string, Uint8Array>;
}

/** RFC 5280 §4.1: as much as is asked about. */
function read5280(der: Uint8Array): Read5280 | null {
  const [tbs, algorithm] = derSequence(der) ?? [];
  const fields = derChildren(tbs);
  const [, , issuer, validity, subject, , ...behind] = fields[0]?.tag === TAG.context0 ? fields.slice(1) : fields;
  const [notBefore, notAfter] = derChildren(validity).map(instantIn);
  if (!issuer || !subject || typeof notBefore !== 'string' || typeof notAfter !== 'string') {
    return null;
  }
  const extensions = derChildren(
    derChildren(
      behind.find(({ tag }) => tag === TAG_EXTENSIONS),
      TAG_EXTENSIONS,
    )[0],
  );
  return {
    notBefore,
    notAfter,
    signedWith: derOid(derChildren(algorithm)[0]),
    isSelfIssued: sameOctets(issuer.contents, subject.contents),
    extensions: new Map(extensions.flatMap(extensionIn)),
  };
}

function extensionIn(element: DerElement): [string, Uint8Array][] {
  const [oid, ...rest] = derChildren(element);
  const name = derOid(oid);
  const value = rest.at(-1);
  return name === null || value?.tag !== TAG.octetString ? [] : [[name, value.contents]];
}

/** UTCTime or GeneralizedTime with seconds and Z; `null` for anything else. */
function instantIn(element: DerElement): Instant | null {
  const digits = String.fromCharCode(...element.contents);
  const century = element.tag !== TAG_UTC_TIME ? '' : Number(digits.slice(0, 2)) >= 50 ? '19' : '20';
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(century + digits);
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = parts ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return parts === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The first octet of a BIT STRING; `null` when there is none. */
function bitsOf(value: Uint8Array | undefined): number | null {
  const [bits] = value === undefined ? [] : (derElements(value) ?? []);
  return bits?.tag === TAG.bitString ? (bits.contents[1] ?? 0) : null;
}

function isAuthority(value: Uint8Array | undefined): boolean {
  const [says] = value === undefined ? [] : (derSequence(value) ?? []);
  return says?.tag === TAG_BOOLEAN && says.contents[0] !== 0;
}
