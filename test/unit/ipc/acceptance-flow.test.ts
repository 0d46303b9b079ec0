// A state that differs is gone on from only by an officer who saw what differs and gave a reason. That what was shown is
// still so is seen by the act itself: test/attacks/registry.test.ts.
import { beforeEach, expect, it } from 'vitest';
import { acceptRegistry } from '../../../main/ipc/acceptance-flow.ts';
import type { Question, Typed } from '../../../main/ipc/question.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import { type Finding, finding } from '../../../shared/domain/doctor/report.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

const words = dialogWords('en');
const ALTERED = finding('audit-untrusted', { problem: 'state-altered' });

const desk = deskForEach();
let asked: Question[];
/** What was accepted: the reason, and what it was good for. */
let accepted: [string, readonly Finding[] | undefined][];
beforeEach(() => {
  [asked, accepted] = [[], []];
});

const person = (answer: Typed | null) => ({
  ask: async (question: Question) => {
    asked.push(question);
    return answer;
  },
});

const differing = (found: Finding[]) => ({
  status: desk.custodian.status,
  stateFindings: async () => found,
  async acceptAudit(reason: string, seen?: readonly Finding[]) {
    accepted.push([reason, seen]);
    return 'state-altered' as const;
  },
});

it('asks nobody where nothing differs', async () => {
  expect(await acceptRegistry(differing([]), person({ reason: 'x' }), words)).toBe(false);
  expect([asked, accepted]).toEqual([[], []]);
});

it('needs a reason, and is good for what was shown', async () => {
  const found = [ALTERED];
  for (const answer of [null, {}]) {
    expect(await acceptRegistry(differing(found), person(answer), words)).toBe(false);
  }
  expect(accepted).toEqual([]);
  expect(await acceptRegistry(differing(found), person({ reason: 'I repaired it' }), words)).toBe(true);
  expect(accepted).toEqual([['I repaired it', found]]);
  expect(asked[0]).toMatchObject({ grave: true, fields: [{ name: 'reason', exactly: null }] });
});

it('is impossible where there is nothing whole to go on from', async () => {
  const status = await desk.custodian.status();
  const problem = { code: 'REGISTRY_DAMAGED', facts: { detail: { code: 'pages-damaged' } } } as const;
  const damaged = {
    ...differing([ALTERED]),
    status: async () => ({ ...status, registry: { ...status.registry, problem } }),
  };
  await expect(acceptRegistry(damaged, person({ reason: 'x' }), words)).rejects.toMatchObject(problem);
  expect(asked).toEqual([]);
});

it('shows twelve differences one by one, and how many more there are', async () => {
  const many = (count: number) => differing(Array.from({ length: count }, () => ALTERED));
  await acceptRegistry(many(12), person(null), words);
  await acceptRegistry(many(14), person(null), words);
  expect(asked.map(({ facts }) => facts[0]?.values.length)).toEqual([12, 13]);
  expect(asked[1]?.facts[0]?.values.at(-1)).toContain('2');
});
