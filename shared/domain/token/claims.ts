// What a token that we sign may say. Checked before any key is used: a signature cannot be taken back.
import { z } from 'zod';
import { MAX_CLAIMS_CHARACTERS, MAX_CLAIMS_DEPTH } from '../limits.ts';

type Claims = Record<string, z.core.util.JSONType>;

interface Fault {
  message: string;
  path: string[];
}

/** The claims that are times: seconds since 1970 (RFC 7519 §2). The RFC allows fractions; some verifiers do not. */
const TIMES = ['exp', 'iat', 'nbf'] as const;
/** 9999-12-31T23:59:59Z, the last second that every date library can write. */
const LAST_SECOND = 253_402_300_799;

export const claimsSchema = z
  .custom<Claims>(isPlain, 'must be one JSON object')
  .superRefine((claims, context) => {
    const fault = timeFault(claims) ?? shapeFault(claims);
    if (fault !== null) {
      context.addIssue({ code: 'custom', ...fault });
    }
  })
  .pipe(z.record(z.string(), z.json()));

function timeFault(claims: Claims): Fault | null {
  const path = TIMES.find((name) => Object.hasOwn(claims, name) && !isTime(claims[name]));
  return path === undefined
    ? null
    : { message: 'must be a whole number of seconds since 1970, before the year 10000', path: [path] };
}

const isTime = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST_SECOND;

/** Walked without recursion, and no further than the limits go: this is what bounds every later step. */
function shapeFault(claims: Claims): Fault | null {
  const waiting: { value: unknown; path: string[] }[] = [{ value: claims, path: [] }];
  let left = MAX_CLAIMS_CHARACTERS;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'number' && !isExact(value)) {
      return { message: 'must be a number that every program keeps exactly; write it in quotes', path };
    }
    const members: [string, unknown][] = Array.isArray(value) || isPlain(value) ? Object.entries(value) : [];
    left -= typeof value === 'string' ? value.length + 2 : members.length + 1;
    left -= isPlain(value) ? members.reduce((sum, [name]) => sum + name.length + 3, 0) : 0;
    if (left < 0) {
      return { message: `must be at most ${MAX_CLAIMS_CHARACTERS} characters`, path: [] };
    }
    if (members.length > 0 && path.length === MAX_CLAIMS_DEPTH) {
      return { message: `must be nested at most ${MAX_CLAIMS_DEPTH} levels deep`, path: path.slice(0, 1) };
    }
    waiting.push(...members.map(([name, inner]) => ({ value: inner, path: [...path, name] })));
  }
  return null;
}

/** RFC 8259 §6: integers above 2^53 are rounded by most programs. */
const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

function isPlain(value: unknown): value is Record<string, unknown> {
  const prototype: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === Object.prototype || prototype === null;
}
