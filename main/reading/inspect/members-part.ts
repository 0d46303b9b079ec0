// The members of a JSON document as they are shown: dates with their day, private members never.
import type { FoundFact, FoundPart, FoundValue, PartName } from '../../../shared/domain/reading/inspection.ts';
import { PRIVATE_MEMBERS } from '../containers/jwk-members.ts';
import { clipped, MAX_PARTS, type Warned, warningsOf } from './finding.ts';

type Members = Readonly<Record<string, unknown>>;

export function membersPart(what: PartName, members: Members, warnings: readonly Warned[] = []): FoundPart {
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

const PRIVATE: ReadonlySet<string> = new Set(PRIVATE_MEMBERS);

const HIDDEN = '…';

/** A key as text inside a text. */
const SECRET_TEXT = /PRIVATE KEY|AGE-SECRET-KEY|"d"\s{0,8}:\s{0,8}"(?!…)/;

export const shown = (value: unknown): FoundValue | null => (typeof value === 'string' ? clipped(value, 200) : null);
