// Is a key that a server shows the key that was sent? Its name, its numbers and its use decide; how it is dressed does not:
// a certificate that was left out, padding, another alphabet of Base64. Such a variation is told, and is no other key.
import { fromBase64, sameOctets, significant } from '../../encoding/bytes.ts';
import type { VariationKind } from './finding.ts';
import { canonicalJson } from '../../encoding/canonical-json.ts';
import { certificateHolds, numbersOf } from '../key-ring/same-material.ts';

type Jwk = Readonly<Record<string, unknown>>;

/** Empty when every member is there as sent; `null` for another key. A server may add members. */
export function variationsOf(found: Jwk, sent: Jwk): VariationKind[] | null {
  const kinds = new Set<VariationKind>();
  for (const [name, value] of Object.entries(sent)) {
    const there = Object.hasOwn(found, name) ? found[name] : undefined;
    const kind = sameJson(there, value) ? 'as-sent' : memberVariation(name, there, value, sent);
    if (kind === null) {
      return null;
    }
    if (kind !== 'as-sent') {
      kinds.add(kind);
    }
  }
  // Many verifiers take the key from the certificate: one that was added must not bring another key.
  const added = sent['x5c'] === undefined && !isMissing(found['x5c']) && numbersOf(sent) !== null;
  return added && !certificateHolds(sent, found['x5c']) ? null : [...kinds];
}

function memberVariation(name: string, there: unknown, value: unknown, sent: Jwk): VariationKind | null {
  switch (name) {
    case 'kid':
    case 'kty':
    case 'crv':
      return null;
    case 'n':
    case 'e':
    case 'x':
    case 'y':
      return sameBytes(there, value, sent['kty'] === 'OKP') ? 'written-otherwise' : null;
    case 'x5c':
      if (isMissing(there)) {
        return 'certificate-dropped';
      }
      return certificateHolds(sent, there) ? 'certificate-other' : null;
    case 'x5t':
    case 'x5t#S256':
      if (isMissing(there)) {
        return 'certificate-dropped';
      }
      return sameBytes(there, value, true) ? 'written-otherwise' : 'certificate-other';
    case 'x5u':
      return isMissing(there) ? 'certificate-dropped' : 'certificate-other';
    default:
      // What says how the key is used may be left unsaid, but not be said otherwise.
      return isMissing(there) ? 'member-dropped' : null;
  }
}

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const sameJson = (a: unknown, b: unknown): boolean => a !== undefined && canonicalJson(a) === canonicalJson(b);

/** `exact`: leading zeros count. */
function sameBytes(a: unknown, b: unknown, exact: boolean): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') {
    return false;
  }
  const [left, right] = [a, b].map((text) => trimmed(fromBase64(text), exact));
  return left !== undefined && right !== undefined && left.length > 0 && sameOctets(left, right);
}

const trimmed = (octets: Uint8Array, exact: boolean): Uint8Array => (exact ? octets : significant(octets));
