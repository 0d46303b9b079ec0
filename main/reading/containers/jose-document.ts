// Tells the documents of JOSE apart, in their JSON and compact forms. It decodes and never verifies.
import { jsonOf } from '../../../shared/encoding/bounded-json.ts';
import type { Jwe } from '../protection/jwe.ts';
import { isThere, type Jwk } from './jwk-members.ts';

export type JoseDocument =
  | { form: 'jwk'; jwk: Jwk }
  | { form: 'jwks'; keys: Jwk[] }
  | { form: 'jwe'; jwe: Jwe }
  | { form: 'jws'; header: Jwk; payload: string }
  | { form: 'json'; value: Jwk };

/** `null` when the text is neither a JSON object nor a compact JOSE document. */
export function joseDocument(text: string): JoseDocument | null {
  const trimmed = text.trim().replace(/^\uFEFF/, '');
  return trimmed.startsWith('{') ? jsonDocument(trimmed) : compactDocument(trimmed);
}

function jsonDocument(text: string): JoseDocument | null {
  const value = jsonObject(text);
  if (value === null) {
    return null;
  }
  if (Array.isArray(value['keys'])) {
    return { form: 'jwks', keys: value['keys'].filter(isObject) };
  }
  if (isJwk(value)) {
    return { form: 'jwk', jwk: value };
  }
  if (typeof value['ciphertext'] === 'string') {
    return jweDocument(value);
  }
  const [signature] = Array.isArray(value['signatures']) ? value['signatures'].filter(isObject) : [value];
  if (typeof value['payload'] === 'string' && typeof signature?.['signature'] === 'string') {
    return { form: 'jws', header: headerOf(signature), payload: value['payload'] };
  }
  return { form: 'json', value };
}

/** RFC 7516 §7.2, with one recipient (flattened) or several, of which one that a passphrase opens is taken. */
function jweDocument(value: Jwk): JoseDocument {
  const listed = Array.isArray(value['recipients']) ? value['recipients'].filter(isObject) : [];
  const recipients = (listed.length > 0 ? listed : [value]).map((recipient) => ({
    header: { ...headerOf(value), ...(isObject(recipient['header']) ? recipient['header'] : {}) },
    encryptedKey: text(recipient['encrypted_key']),
  }));
  const chosen = recipients.find(({ header }) => String(header['alg']).startsWith('PBES2')) ?? recipients[0];
  const jwe: Jwe = {
    header: chosen?.header ?? {},
    protectedHeader: text(value['protected']),
    encryptedKey: chosen?.encryptedKey ?? '',
    iv: text(value['iv']),
    ciphertext: text(value['ciphertext']),
    tag: text(value['tag']),
    aad: typeof value['aad'] === 'string' ? value['aad'] : null,
  };
  return { form: 'jwe', jwe };
}

/** RFC 7515 §7.1 has three parts, RFC 7516 §7.1 five. A token that was copied with its scheme is taken too. */
function compactDocument(trimmed: string): JoseDocument | null {
  const compact = trimmed.replace(/^Bearer\s+/i, '').replaceAll(/\s+/g, '');
  if (!/^[\w-]+(?:\.[\w-]*){2}(?:(?:\.[\w-]*){2})?$/.test(compact)) {
    return null;
  }
  const [protectedHeader = '', second = '', third = '', fourth = '', fifth] = compact.split('.');
  const header = jsonObject(Buffer.from(protectedHeader, 'base64url').toString());
  if (header === null) {
    return null;
  }
  if (fifth === undefined) {
    return { form: 'jws', header, payload: second };
  }
  const parts = { encryptedKey: second, iv: third, ciphertext: fourth, tag: fifth };
  return { form: 'jwe', jwe: { header, protectedHeader, ...parts, aad: null } };
}

/** Protected and unprotected header of a JSON form. */
function headerOf(value: Jwk): Jwk {
  const decoded = jsonObject(Buffer.from(text(value['protected']), 'base64url').toString());
  const shared = isObject(value['unprotected']) ? value['unprotected'] : {};
  const own = isObject(value['header']) ? value['header'] : {};
  return { ...shared, ...own, ...decoded };
}

/** With its type, or a private key that lacks it. */
export const isJwk = (value: Jwk): boolean =>
  typeof value['kty'] === 'string' || (isThere(value['d']) && (isThere(value['n']) || isThere(value['x'])));

export function jsonObject(json: string): Jwk | null {
  const value = jsonOf(json);
  return isObject(value) ? value : null;
}

export const isObject = (value: unknown): value is Jwk =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
