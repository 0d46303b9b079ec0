// JOSE documents: JWKs and sets of them, signed tokens (decoded, never verified), encrypted ones (their header).
import { createPublicKey } from 'node:crypto';
import type { InspectedPart } from '../../../shared/model/inspected-file.ts';
import { type JoseDocument, joseDocument, jsonObject } from '../containers/jose-document.ts';
import { isPrivateJwk, type Jwk, jwkShape } from '../containers/jwk-shape.ts';
import { openJwe } from '../protection/jwe.ts';
import { clipped, type Finding, finding, type Looking, MAX_PARTS, part, reasonOf } from './finding.ts';
import { describeKey } from './private-key-finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';

export async function joseFinding(document: JoseDocument, looking: Looking): Promise<Finding> {
  switch (document.form) {
    case 'jwk':
      return keysFinding([document.jwk], 'JWK');
    case 'jwks':
      return keysFinding(document.keys, 'JWK set');
    case 'jws':
      return tokenFinding(document.header, document.payload, looking.now);
    case 'jwe':
      return encryptedFinding(document.jwe, looking);
    case 'json':
      return jsonFinding(document.value);
  }
}

async function keysFinding(
  keys: readonly Jwk[],
  format: string,
  protection: Readonly<Record<string, string>> = {},
): Promise<Finding> {
  const described = await Promise.all(keys.slice(0, MAX_PARTS).map((jwk) => describeJwk(jwk, protection)));
  const anyPrivate = keys.some(isPrivateJwk);
  const kind = format === 'JWK set' ? 'JWK set' : anyPrivate ? 'private key' : 'public key';
  const usable = described.some((key) => key.usable);
  const opened = Object.keys(protection).length > 0 ? ('with its passphrase' as const) : ('yes' as const);
  const warnings = keys.length > MAX_PARTS ? [`Only the first ${MAX_PARTS} of ${keys.length} keys are shown.`] : [];
  return finding(
    kind,
    format,
    described.map((key) => key.part),
    { importable: usable ? opened : 'no', warnings },
  );
}

async function describeJwk(
  jwk: Jwk,
  protection: Readonly<Record<string, string>>,
): Promise<{ part: InspectedPart; usable: boolean }> {
  const { part: described, usable } = isPrivateJwk(jwk)
    ? await describeKey(jwkShape(jwk), { name: null, protection })
    : { part: await publicJwkPart(jwk), usable: false };
  const { facts } = part('', {
    kid: shown(jwk['kid']),
    use: shown(jwk['use']),
    alg: shown(jwk['alg']),
    Certificates: Array.isArray(jwk['x5c']) ? jwk['x5c'].length : null,
  });
  return { part: { ...described, facts: [...facts, ...described.facts] }, usable };
}

async function publicJwkPart(jwk: Jwk): Promise<InspectedPart> {
  try {
    const spki = createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' });
    const { facts, warnings } = await publicKeyFacts(spki);
    return { what: 'public key', facts, warnings };
  } catch {
    return part('public key', { kty: shown(jwk['kty']), crv: shown(jwk['crv']) }, [
      'It is of no kind that can be read here.',
    ]);
  }
}

/** RFC 7519: instants in seconds get their date. Nothing is verified, and the answer says so. */
function tokenFinding(header: Jwk, payload: string, now: Date): Finding {
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  const claims = jsonObject(text);
  const expires = Number(claims?.['exp']) * 1000;
  const parts = [
    part('token header', membersOf(header), [
      /^none$/i.test(String(header['alg'])) ? 'It carries no signature (alg: none) and proves nothing.' : null,
    ]),
    claims === null
      ? part('token content', { Bytes: Buffer.from(payload, 'base64url').length })
      : part('token claims', membersOf(claims), [expires < now.getTime() ? 'The token has expired.' : null]),
  ];
  const warnings = [
    'Decoded only: nobody checked the signature.',
    'A token that still lives is a secret like a password.',
  ];
  return finding('signed token', claims === null ? 'JWS' : 'JWT', parts, { warnings });
}

async function encryptedFinding(
  jwe: Extract<JoseDocument, { form: 'jwe' }>['jwe'],
  looking: Looking,
): Promise<Finding> {
  const header = part('encrypted JOSE header', membersOf(jwe.header));
  const byPassphrase = String(jwe.header['alg']).startsWith('PBES2-');
  const importable = byPassphrase ? 'with its passphrase' : 'no';
  if (looking.passphrase === null || !byPassphrase) {
    return finding('encrypted JOSE', 'JWE', [header], { importable });
  }
  try {
    const plaintext = await openJwe(jwe, looking);
    const inner = joseDocument(plaintext.toString('utf8'));
    plaintext.fill(0);
    const protection = { Protection: String(jwe.header['alg']) };
    const keys = inner?.form === 'jwk' ? [inner.jwk] : inner?.form === 'jwks' ? inner.keys : [];
    const found = await keysFinding(keys, 'JWE', protection);
    const warnings = keys.length === 0 ? ['What is encrypted in it is not a JWK.'] : [];
    return { ...found, kind: 'encrypted JOSE', parts: [header, ...found.parts], warnings };
  } catch (error) {
    return finding('encrypted JOSE', 'JWE', [header], { importable, warnings: [reasonOf(error)] });
  }
}

function jsonFinding(value: Jwk): Finding {
  const isDiscovery = typeof value['jwks_uri'] === 'string' && typeof value['issuer'] === 'string';
  const facts = isDiscovery
    ? { issuer: shown(value['issuer']), jwks_uri: shown(value['jwks_uri']) }
    : { Members: clipped(Object.keys(value).join(', '), 200) };
  return finding('document', 'JSON', [part(isDiscovery ? 'OpenID configuration' : 'JSON document', facts)]);
}

function membersOf(members: Jwk): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members)
      .slice(0, MAX_PARTS)
      .map(([name, value]) => [clipped(name, 60), memberText(name, value)]),
  );
}

function memberText(name: string, value: unknown): string {
  const date = DATES.has(name) && typeof value === 'number' ? new Date(value * 1000) : null;
  if (date !== null && !Number.isNaN(date.getTime())) {
    return `${String(value)} (${date.toISOString()})`;
  }
  const text = PRIVATE.has(name) ? HIDDEN : typeof value === 'string' ? value : shownJson(value);
  return SECRET_TEXT.test(text) ? 'a private key, which is not shown' : clipped(text, 300);
}

/** A token may carry a whole key: never its private members. */
function shownJson(value: unknown): string {
  try {
    return JSON.stringify(value, (key, inner: unknown) => (PRIVATE.has(key) ? HIDDEN : inner));
  } catch {
    return 'nested too deeply to be shown';
  }
}

const DATES = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** RFC 7518 §6: what a JWK keeps to itself. */
const PRIVATE = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

const HIDDEN = '…';

/** A key as text inside a text. */
const SECRET_TEXT = /PRIVATE KEY|AGE-SECRET-KEY|"d"\s{0,8}:\s{0,8}"(?!…)/;

const shown = (value: unknown): string | null => (typeof value === 'string' ? clipped(value, 200) : null);
