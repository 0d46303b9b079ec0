// JOSE documents: JWKs and sets of them, signed tokens (decoded, never verified), encrypted ones (their header).
import type { FoundFact, FoundPart, FoundValue, PartName } from '../../../shared/domain/reading/inspection.ts';
import { type JoseDocument, joseDocument, jsonObject } from '../containers/jose-document.ts';
import { isPrivateJwk, type Jwk, jwkShape } from '../containers/jwk-shape.ts';
import { spkiOfJwk } from '../../encoding/public-parts.ts';
import { openJwe } from '../protection/jwe.ts';
import {
  clipped,
  type Facts,
  factsOf,
  type Finding,
  finding,
  type Looking,
  MAX_PARTS,
  part,
  reasonOf,
  scheme,
  type Warned,
  warningsOf,
} from './finding.ts';
import { describeKey } from './private-key-finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';
import { erasing } from '../../ports/secret.ts';

export async function joseFinding(document: JoseDocument, looking: Looking): Promise<Finding> {
  switch (document.form) {
    case 'jwk':
      return keysFinding([document.jwk], 'JWK', looking);
    case 'jwks':
      return keysFinding(document.keys, 'JWK set', looking);
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
  looking: Looking,
  protection: Facts = {},
): Promise<Finding> {
  const described = await Promise.all(keys.slice(0, MAX_PARTS).map((jwk) => describeJwk(jwk, looking, protection)));
  const anyPrivate = keys.some(isPrivateJwk);
  const kind = format === 'JWK set' ? 'JWK set' : anyPrivate ? 'private key' : 'public key';
  const usable = described.some((key) => key.usable);
  const opened = Object.keys(protection).length > 0 ? ('with its passphrase' as const) : ('yes' as const);
  const shown = { code: 'only-first-keys' as const, shown: MAX_PARTS, of: keys.length };
  const warnings = keys.length > MAX_PARTS ? [shown] : [];
  return finding(
    kind,
    format,
    described.map((key) => key.part),
    { importable: usable ? opened : 'no', warnings },
  );
}

async function describeJwk(
  jwk: Jwk,
  looking: Looking,
  protection: Facts,
): Promise<{ part: FoundPart; usable: boolean }> {
  const { part: described, usable } = isPrivateJwk(jwk)
    ? await describeKey(jwkShape(jwk), { name: null, protection, looking })
    : { part: publicJwkPart(jwk), usable: false };
  const facts = factsOf({
    kid: shown(jwk['kid']),
    use: shown(jwk['use']),
    alg: shown(jwk['alg']),
    Certificates: Array.isArray(jwk['x5c']) ? jwk['x5c'].length : null,
  });
  return { part: { ...described, facts: [...facts, ...described.facts] }, usable };
}

function publicJwkPart(jwk: Jwk): FoundPart {
  const spki = spkiOfJwk(jwk);
  if (spki === null) {
    return part('public key', { kty: shown(jwk['kty']), crv: shown(jwk['crv']) }, ['kind-not-readable']);
  }
  const { facts, warnings } = publicKeyFacts(spki);
  return { what: 'public key', facts, warnings };
}

/** RFC 7519: instants in seconds get their date. Nothing is verified, and the answer says so. */
function tokenFinding(header: Jwk, payload: string, now: Date): Finding {
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  const claims = jsonObject(text);
  const expires = Number(claims?.['exp']) * 1000;
  const parts = [
    membersPart('token header', header, [/^none$/i.test(String(header['alg'])) ? 'token-unsigned' : null]),
    claims === null
      ? part('token content', { Bytes: Buffer.from(payload, 'base64url').length })
      : membersPart('token claims', claims, [expires < now.getTime() ? 'token-expired' : null]),
  ];
  const warnings = ['token-decoded-only', 'token-is-a-secret'] as const;
  return finding('signed token', claims === null ? 'JWS' : 'JWT', parts, { warnings });
}

async function encryptedFinding(
  jwe: Extract<JoseDocument, { form: 'jwe' }>['jwe'],
  looking: Looking,
): Promise<Finding> {
  const header = membersPart('encrypted JOSE header', jwe.header);
  const byPassphrase = String(jwe.header['alg']).startsWith('PBES2-');
  const importable = byPassphrase ? 'with its passphrase' : 'no';
  if (looking.passphrase === null || !byPassphrase) {
    return finding('encrypted JOSE', 'JWE', [header], { importable });
  }
  try {
    using plaintext = erasing(await openJwe(jwe, looking));
    const inner = joseDocument(plaintext.toString('utf8'));
    const protection = { Protection: scheme(String(jwe.header['alg'])) };
    const keys = inner?.form === 'jwk' ? [inner.jwk] : inner?.form === 'jwks' ? inner.keys : [];
    const found = await keysFinding(keys, 'JWE', looking, protection);
    const warnings = warningsOf([keys.length === 0 ? 'no-jwk-inside' : null]);
    return { ...found, kind: 'encrypted JOSE', parts: [header, ...found.parts], warnings };
  } catch (error) {
    return finding('encrypted JOSE', 'JWE', [header], { importable, warnings: [reasonOf(error)] });
  }
}

function jsonFinding(value: Jwk): Finding {
  const isDiscovery = typeof value['jwks_uri'] === 'string' && typeof value['issuer'] === 'string';
  const facts: Facts = isDiscovery
    ? { issuer: shown(value['issuer']), jwks_uri: shown(value['jwks_uri']) }
    : { Members: clipped(Object.keys(value).join(', '), 200) };
  return finding('document', 'JSON', [part(isDiscovery ? 'OpenID configuration' : 'JSON document', facts)]);
}

function membersPart(what: PartName, members: Jwk, warnings: readonly Warned[] = []): FoundPart {
  const facts = Object.entries(members)
    .slice(0, MAX_PARTS)
    .map(([name, value]): FoundFact => ({ name: { member: clipped(name, 60) }, value: memberText(name, value) }))
    .filter(({ value }) => value !== '');
  return { what, facts, warnings: warningsOf(warnings) };
}

function memberText(name: string, value: unknown): FoundValue {
  const date = DATES.has(name) && typeof value === 'number' ? new Date(value * 1000) : null;
  if (date !== null && !Number.isNaN(date.getTime())) {
    return `${String(value)} (${date.toISOString()})`;
  }
  const text = PRIVATE.has(name) ? HIDDEN : typeof value === 'string' ? value : shownJson(value);
  if (text === null) {
    return { code: 'too-deep' };
  }
  return SECRET_TEXT.test(text) ? { code: 'hidden-key' } : clipped(text, 300);
}

/** A token may carry a whole key: never its private members. `null`: nested too deeply. */
function shownJson(value: unknown): string | null {
  try {
    return JSON.stringify(value, (key, inner: unknown) => (PRIVATE.has(key) ? HIDDEN : inner));
  } catch {
    return null;
  }
}

const DATES = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** RFC 7518 §6: what a JWK keeps to itself. */
const PRIVATE = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

const HIDDEN = '…';

/** A key as text inside a text. */
const SECRET_TEXT = /PRIVATE KEY|AGE-SECRET-KEY|"d"\s{0,8}:\s{0,8}"(?!…)/;

const shown = (value: unknown): FoundValue | null => (typeof value === 'string' ? clipped(value, 200) : null);
