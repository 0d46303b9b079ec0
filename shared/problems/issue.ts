// What a schema says of a value that it refuses, as a code with its limits. Schemas name a code where they know better
// (`because`); the rest follows from the kind of the issue, so that no words of a library reach a person.
import type { z } from 'zod';
import type { FieldPath } from './fields.ts';
import { type InputProblem, SCHEMA_PROBLEMS, type SchemaProblem, type Unit } from './input.ts';

export interface Refusal {
  /** `null` for the whole. */
  path: FieldPath | null;
  /** The innermost name of that path: the fields of a nested object stand side by side in a form. */
  field: string;
  problem: InputProblem;
}

export type Checked<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; refusals: readonly Refusal[] };

/** A value against a schema; what is refused first is told first. */
export function check<S extends z.ZodType>(schema: S, value: unknown): Checked<z.output<S>> {
  const result = schema.safeParse(value, { error: ({ input }) => (input === undefined ? 'missing' : 'unfit') });
  if (result.success) {
    return { ok: true, value: result.data };
  }
  const refusals = result.error.issues.map(refusalOf);
  return { ok: false, refusal: refusals[0] ?? { path: null, field: '', problem: { code: 'unfit' } }, refusals };
}

type Issue = z.core.$ZodIssue;

const refusalOf = (issue: Issue): Refusal => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the path of a member
  path: issue.path.length === 0 ? null : (issue.path.join('.') as FieldPath),
  field: issue.path.findLast((step) => typeof step === 'string') ?? '',
  problem: problemOf(issue),
});

const CODES: ReadonlySet<string> = new Set(SCHEMA_PROBLEMS);
const UNITS: ReadonlySet<string> = new Set(['seconds', 'days']);

function problemOf(issue: Issue): InputProblem {
  const { message } = issue;
  if (issue.code === 'custom' && issue.params?.['problem'] !== undefined) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only schemas of ours give one, and say its type
    return issue.params['problem'] as InputProblem;
  }
  if (isSaid(message)) {
    return { code: message };
  }
  if (issue.code === 'too_small') {
    return tooSmall(issue);
  }
  if (issue.code === 'too_big') {
    return tooBig(issue);
  }
  if (issue.code === 'invalid_value' && message !== 'missing') {
    return { code: 'one-of', values: issue.values.map(String) };
  }
  if (issue.code === 'unrecognized_keys') {
    return { code: 'unknown-members', names: issue.keys };
  }
  if (issue.code === 'invalid_type' && issue.expected === 'int' && message !== 'missing') {
    return { code: 'whole-number' };
  }
  return { code: message === 'missing' ? 'missing' : 'unfit' };
}

function tooSmall({ origin, minimum, message }: Extract<Issue, { code: 'too_small' }>): InputProblem {
  const least = Number(minimum);
  if (origin === 'string') {
    return least === 1 ? { code: 'empty' } : { code: 'too-short', least };
  }
  return origin === 'array' ? { code: 'too-few', least } : { code: 'too-small', least, unit: unitOf(message) };
}

function tooBig({ origin, maximum, message }: Extract<Issue, { code: 'too_big' }>): InputProblem {
  const most = Number(maximum);
  if (origin === 'string') {
    return { code: 'too-long', most };
  }
  return origin === 'array'
    ? { code: message === 'keys' ? 'too-many-keys' : 'too-many', most }
    : { code: 'too-large', most, unit: unitOf(message) };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is one of them
const unitOf = (message: string): Unit => (UNITS.has(message) ? (message as Unit) : null);

/** By the schema itself: a code that `check` gives is none. */
const isSaid = (message: string): message is SchemaProblem =>
  CODES.has(message) && message !== 'unfit' && message !== 'missing';
