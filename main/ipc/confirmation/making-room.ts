// A key that would be missed and makes room for another.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { KeyWorth } from '../../../shared/domain/key-ring/ring.ts';
import type { DialogWords } from '../../../shared/words/words.ts';
import type { Question } from '../question.ts';
import { tenantFacts, valuedInRing } from './facts.ts';
import { type Desk, type Proposal, proposed, type Rule } from './proposal.ts';
import { keyLines } from './key-lines.ts';

/** Wherever it is: a key that an officer brought in, or that others hold, makes room only for a yes that saw its name. */
export const generate: Rule<'key.generate'> = (desk, { replace: _saidByThePage, ...args }) =>
  makingRoom(desk, args, (replace) => ({ ...args, replace }));

export const abortRotation: Rule<'key.abortRotation'> = (desk, { replace: _saidByThePage, ...args }) =>
  makingRoom(desk, args, (replace) => ({ ...args, replace }));

function makingRoom<C extends 'key.generate' | 'key.abortRotation'>(
  { custodian, words }: Desk,
  { tenant: name, ring }: { tenant: string; ring?: string | undefined },
  fill: (kid: string) => ParsedArgsOf<C>,
): Proposal<C> | null {
  const read = () => ({
    tenant: tenantFacts(custodian, name),
    next: valuedInRing(custodian, name, { ring, state: 'next' }),
  });
  const { next } = read();
  return next === null
    ? null
    : proposed(read, {
        ask: (seen) => replacingQuestion(words, seen.tenant, seen.next),
        fill: () => fill(next.kid),
      });
}

/** Also for a key that comes in from a file. */
export function replacingQuestion(
  { confirmation: said }: DialogWords,
  tenant: Question['tenant'],
  key: { kid: string; worth: KeyWorth } | null,
): Question {
  return {
    ...said.replacing,
    tenant,
    facts: [
      ...keyLines(said.label.makesRoom, key),
      ...(key === null ? [] : [{ label: said.label.why, values: [said.worth[key.worth]], mono: false }]),
    ],
    grave: true,
    fields: [],
  };
}
