// The keys of others that a set holds or would hold, and what is decided about each. Pure.
import type { PublishAct } from './finding.ts';
import type { Field } from '../../problems/fields.ts';
import type { InputProblem } from '../../problems/input.ts';
import { CustodianError } from '../../errors.ts';
import type { ForeignDecision, ForeignKey, KeepForeign, KeptForeign } from './foreign.ts';
import type { RemoteKey } from './publication.ts';
import { materialOf, nameOf } from '../key-ring/same-key.ts';

/** What an officer decides with a push, by the names of the keys. */
export interface ForeignWishes {
  removeForeign: readonly string[];
  keepForeign: readonly KeepForeign[];
}

/** What the officer wants to do to the set. */
export interface Intent extends ForeignWishes {
  act: PublishAct;
  /** The set that a rollback restores; empty for every other act. */
  former: readonly Readonly<Record<string, unknown>>[];
}

/** `foreign` are there now, `returning` would come back. */
export function foreignKeysOf(
  {
    foreign,
    returning,
    kept,
  }: { foreign: readonly RemoteKey[]; returning: readonly RemoteKey[]; kept: readonly KeptForeign[] },
  wishes: ForeignWishes,
): ForeignKey[] {
  assertNamed(wishes, [...foreign, ...returning].map(nameOf));
  const shown =
    (isThere: boolean) =>
    (key: RemoteKey): ForeignKey => ({
      name: nameOf(key),
      material: materialOf(key),
      isThere,
      decision: decisionOn(key, wishes, kept),
    });
  return [...foreign.map(shown(true)), ...returning.map(shown(false))];
}

/** The decision to keep this very key; `null` when nobody made one. */
export const keptAs = (key: RemoteKey, kept: readonly KeptForeign[]): KeptForeign | null =>
  kept.find(({ name, material }) => name === nameOf(key) && material === materialOf(key)) ?? null;

function decisionOn(
  key: RemoteKey,
  { removeForeign, keepForeign }: ForeignWishes,
  kept: readonly KeptForeign[],
): ForeignDecision | null {
  const name = nameOf(key);
  if (removeForeign.includes(name)) {
    return { kind: 'remove' };
  }
  const keep = keepForeign.find((one) => one.name === name);
  if (keep !== undefined) {
    return { kind: 'keep', reason: keep.reason };
  }
  const before = keptAs(key, kept);
  return before === null ? null : { kind: 'kept', reason: before.reason, at: before.at, by: before.by };
}

/** A name that fits nothing is a mistake, or another officer was faster; both need a fresh look. */
function assertNamed({ removeForeign, keepForeign }: ForeignWishes, names: readonly string[]): void {
  const kept = keepForeign.map(({ name }) => name);
  const both = kept.find((name) => removeForeign.includes(name));
  if (both !== undefined) {
    throw refusal('keepForeign', { code: 'kept-and-removed', key: both });
  }
  for (const [field, named] of [
    ['removeForeign', removeForeign],
    ['keepForeign', kept],
  ] as const) {
    const unknown = named.find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw refusal(field, { code: 'no-such-foreign', key: unknown });
    }
  }
}

const refusal = (field: Field, problem: InputProblem): CustodianError =>
  new CustodianError('INPUT_INVALID', { field, problem });
