// The names in a certificate as text (RFC 5280 §4.1.2.4 and §4.2.1.6), from our own reader: the libraries print some of
// them differently, and each refuses some that the other prints.
import { z } from 'zod';
import { derChildren, type DerElement, derOid, derSequence, TAG } from '../../shared/encoding/der.ts';

/** As openssl abbreviates them; others are called by their identifier. */
const KINDS: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** `C=DE, O=Acme, CN=acme.example`; empty for a name without parts. `name` is the whole DER SEQUENCE. */
export const nameText = (name: Uint8Array): string =>
  (derSequence(name) ?? [])
    .flatMap((set) => derChildren(set, TAG.set))
    .map((each) => {
      const [kind, value] = derChildren(each);
      const oid = derOid(kind) ?? '';
      return `${KINDS[oid] ?? oid}=${stringText(value)}`;
    })
    .join(', ');

/** `DNS:acme.example, IP Address:10.0.0.1`; `null` when there are none. `value` is that of the extension. */
export function alternativeNames(value: Uint8Array | null): string | null {
  const names = value === null ? null : derSequence(value);
  return names === null || names.length === 0 ? null : names.map(generalName).join(', ');
}

function generalName({ tag, contents }: DerElement): string {
  switch (tag) {
    case 0x81:
      return `email:${latin(contents)}`;
    case 0x82:
      return `DNS:${latin(contents)}`;
    case 0x86:
      return `URI:${latin(contents)}`;
    case 0x87:
      return `IP Address:${address(contents)}`;
    case 0x88:
      return `Registered ID:${derOid({ tag: TAG.oid, contents }) ?? ''}`;
    case 0xa4:
      return `DirName:${nameText(contents)}`;
    default:
      return 'other name';
  }
}

function address(octets: Uint8Array): string {
  if (octets.length === 4) {
    return octets.join('.');
  }
  const groups = Buffer.from(octets).toString('hex').match(/.{4}/g) ?? [];
  const text = groups.map((group) => group.replace(/^0{1,3}/, '')).join(':');
  return octets.length === 16 && z.ipv6().safeParse(text).success ? text.toUpperCase() : 'none';
}

const UTF8 = 0x0c;
const BMP = 0x1e;

/** UTF-8 and UTF-16 strings as such, all others octet by octet; what is no string at all is told by its octets. */
function stringText(value: DerElement | undefined): string {
  const { tag, contents } = value ?? { tag: UTF8, contents: new Uint8Array() };
  if (tag === BMP) {
    return new TextDecoder('utf-16be').decode(contents);
  }
  return tag === UTF8 ? new TextDecoder().decode(contents) : isString(tag) ? latin(contents) : `#${hex(contents)}`;
}

/** NumericString, PrintableString, TeletexString, IA5String, VisibleString. */
const isString = (tag: number): boolean => [0x12, 0x13, 0x14, 0x16, 0x1a].includes(tag);

const latin = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');
const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');

/** UTCTime or GeneralizedTime that `certificateStructure` let pass (RFC 5280 §4.1.2.5.1: years from 50 are of 19xx). */
export function timeIn(element: DerElement | undefined): Date {
  const text = latin(element?.contents ?? new Uint8Array());
  const century = element?.tag !== 0x17 ? '' : Number(text.slice(0, 2)) >= 50 ? '19' : '20';
  const [year = '', ...rest] = `${century}${text}`.match(/^\d{4}|\d{2}/g) ?? [];
  const [month, day, hour, minute, second] = rest;
  return new Date(`${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}
