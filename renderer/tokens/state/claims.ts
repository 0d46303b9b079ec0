// Claims as an officer edits them: text that must be one JSON object, and nothing in it may lose its meaning on the way
// through this program.
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { claimsSchema } from '../../../shared/domain/token/claims.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { words } from '../../text/words.ts';
import { check, type Refusal } from '../../../shared/problems/issue.ts';

const said = words.bench;

type Json = Record<string, unknown>;
type Claims = ParsedArgsOf<'token.sign'>['claims'];

export type ClaimsText = { ok: true; claims: Claims } | { ok: false; problem: string };

export function claimsIn(text: string): ClaimsText {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    return { ok: false, problem: said.notJson(error instanceof Error ? error.message : said.unreadable) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problem: said.notObject };
  }
  const blurred = firstBlurred(value);
  if (blurred !== null) {
    return { ok: false, problem: said.tooLarge(blurred) };
  }
  const checked = check(claimsSchema, value);
  return checked.ok ? { ok: true, claims: checked.value } : { ok: false, problem: problemOf(checked.refusal) };
}

function problemOf({ path, problem }: Refusal): string {
  const refused = words.shared.problem(problem);
  return path === null ? refused : `${path}: ${refused}`;
}

/** JSON numbers above 2^53 are rounded by every JavaScript program (RFC 8259 §6), this one included. */
function firstBlurred(value: unknown, name = ''): string | null {
  if (typeof value === 'number') {
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? name : null;
  }
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  for (const [key, inner] of Object.entries(value)) {
    const found = firstBlurred(inner, key);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** Times that a new token gets anew; taken over they would make it expired from the start. */
const SET_ANEW = new Set(['iat', 'nbf', 'exp']);

/** The claims of a token as the beginning of another. */
export function claimsToEdit(claims: Json): string {
  return JSON.stringify(Object.fromEntries(Object.entries(claims).filter(([name]) => !SET_ANEW.has(name))), null, 2);
}

/** Claims that hold seconds since 1970 (NumericDate, RFC 7519 §2). */
const DATES = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** The instant that a claim means; `null` when it means none. */
export function instantOf(name: string, value: unknown): Instant | null {
  const milliseconds = typeof value === 'number' ? value * 1000 : Number.NaN;
  return DATES.has(name) && Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : null;
}
