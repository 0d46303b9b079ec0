// A form whose only rules are those of a contract schema: values as text, errors at the fields, and the parsed value
// when there are none.
import { useState } from 'react';
import type { z } from 'zod';
import { check, type Refusal } from '../../shared/problems/issue.ts';
import { words } from '../text/words.ts';
import { useUnsaved } from './unsaved.ts';

export interface SchemaForm<V, T> {
  values: V;
  set: <K extends keyof V>(field: K, value: V[K]) => void;
  /** The first problem of each field, as a sentence fragment; empty until the first attempt to submit. */
  problems: Partial<Record<keyof V & string, string>>;
  /** The parsed value, or `null` when there are problems (which are then shown). */
  parse: () => T | null;
}

/**
 * `toArgs` maps what the officer typed to what the schema expects, for example a blank text to `null`. What is typed is asked
 * about before it is left, until it was handed in; where that `failed`, again.
 */
export function useSchemaForm<V extends object, S extends z.ZodType>(
  schema: S,
  initial: V,
  toArgs: (values: V) => unknown,
  { failed = false } = {},
): SchemaForm<V, z.output<S>> {
  const [blank] = useState(initial);
  const [values, setValues] = useState(initial);
  const [handedIn, setHandedIn] = useState<V | null>(null);
  const isTyped = JSON.stringify(values) !== JSON.stringify(blank);
  const taken = useUnsaved(isTyped && (failed || values !== handedIn));
  const [attempted, setAttempted] = useState(false);
  const checked = check(schema, toArgs(values));

  return {
    values,
    set: (field, value) => setValues((before) => ({ ...before, [field]: value })),
    problems: attempted && !checked.ok ? problemsOf<V>(checked.refusals) : {},
    parse: () => {
      setAttempted(true);
      if (!checked.ok) {
        return null;
      }
      setHandedIn(values);
      taken();
      return checked.value;
    },
  };
}

function problemsOf<V>(refusals: readonly Refusal[]): Partial<Record<keyof V & string, string>> {
  const problems: Partial<Record<string, string>> = {};
  for (const { field, problem } of refusals) {
    problems[field] ??= words.shared.problem(problem);
  }
  return problems;
}
