// What a JWK says of the certificates of its key (RFC 7517 §4.6–4.9), and what of it does not hold.
import { createHash } from 'node:crypto';
import type { FoundWarning } from '../../../shared/domain/reading/inspection.ts';
import { certifiedKey } from '../certificate-structure.ts';
import { isThere, type Jwk } from './jwk-members.ts';

/** DER, the one of the key itself first. */
export const certificatesOf = ({ x5c }: Jwk): Buffer[] =>
  Array.isArray(x5c)
    ? x5c.flatMap((each: unknown) => (typeof each === 'string' ? [Buffer.from(each, 'base64')] : []))
    : [];

/** `spki`: of the key, in the one form; `null` when it is not known. */
export function certificateWarnings(jwk: Jwk, spki: Uint8Array | null): FoundWarning[] {
  const [first] = certificatesOf(jwk);
  const certified = first === undefined ? null : certifiedKey(first);
  const isOther = first !== undefined && spki !== null && certified?.equals(spki) !== true;
  return [
    ...(isOther ? [{ code: certified === null ? 'x5c-unreadable' : 'x5c-other-key' } as const] : []),
    ...thumbprintWarnings(jwk['x5t'], first, 'sha1'),
    ...thumbprintWarnings(jwk['x5t#S256'], first, 'sha256'),
  ];
}

function thumbprintWarnings(
  member: unknown,
  certificate: Uint8Array | undefined,
  hash: 'sha1' | 'sha256',
): FoundWarning[] {
  if (!isThere(member)) {
    return [];
  }
  const name = hash === 'sha1' ? 'x5t' : 'x5t#S256';
  const text = typeof member === 'string' ? member : '';
  const octets = hash === 'sha1' ? 20 : 32;
  const isHex = /^[0-9a-f:\s]+$/i.test(text) && text.replaceAll(/[:\s]/g, '').length === 2 * octets;
  const inside = Buffer.from(text, 'base64url');
  if (isHex || (inside.length === 2 * octets && /^[0-9a-f]+$/i.test(inside.toString('latin1')))) {
    return [{ code: 'thumbprint-hex', member: name }];
  }
  if (!/^[\w-]+$/.test(text) || inside.length !== octets) {
    return [{ code: 'thumbprint-unfit', member: name }];
  }
  const fits = certificate === undefined || createHash(hash).update(certificate).digest().equals(inside);
  return fits ? [] : [{ code: 'thumbprint-other', member: name }];
}
