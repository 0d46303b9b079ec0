// How a change ended whose answer was lost: what may still have had an effect, and how often it is looked after.
import { expect, it } from 'vitest';
import { asError, isOpenEnd, readBack } from '../../../../main/acts/publishing/outcome.ts';
import { CustodianError, type ErrorCode } from '../../../../shared/errors.ts';
import { failureOf } from '../../../support/outcome.ts';

const failure = (code: ErrorCode): CustodianError =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the code alone matters here
  new CustodianError(code as 'REMOTE_TIMEOUT', { host: 'id.acme.example', seconds: 4 });

/** Answers each look in turn with one of these. */
function endpoint(...answers: (Error | [])[]) {
  let looks = 0;
  return {
    looks: () => looks,
    beside: () => ({ members: {}, inexact: [] }),
    replace: async () => undefined,
    read: async () => {
      const answer = answers[looks];
      looks += 1;
      if (answer instanceof Error) {
        throw answer;
      }
      return answer ?? [];
    },
  };
}

it.each<[ErrorCode, boolean]>([
  ['REMOTE_UNREACHABLE', true],
  ['REMOTE_TIMEOUT', true],
  ['REMOTE_FAILED', true],
  ['REMOTE_MALFORMED', true],
  ['REMOTE_REFUSED', false],
  ['REMOTE_CHANGED', false],
  ['REMOTE_RATE_LIMITED', false],
  ['REMOTE_TLS', false],
])('%s leaves open whether there was an effect: %s', (code, open) => {
  expect(isOpenEnd(failure(code))).toBe(open);
});

it('an error that is none of ours leaves nothing open', () => {
  expect(isOpenEnd(new Error('REMOTE_TIMEOUT'))).toBe(false);
});

it('an error stays what it is, and whatever else was thrown is told by its type', () => {
  const error = new Error('as it came');
  expect(asError(error)).toBe(error);
  expect(asError('text')).toEqual(new TypeError('string'));
});

const acme = { name: 'Acme' };

it.each([1, 2, 3])('a set that is readable at look %i is read with so many', async (look) => {
  const there = endpoint(...Array.from({ length: look - 1 }, () => failure('REMOTE_TIMEOUT')), []);
  expect(await readBack(acme, there, null)).toEqual([]);
  expect(there.looks()).toBe(look);
});

it('three disturbed looks leave the outcome unknown, by the last of them', async () => {
  const last = failure('REMOTE_FAILED');
  const there = endpoint(failure('REMOTE_TIMEOUT'), failure('REMOTE_TIMEOUT'), last, []);
  expect(await failureOf(readBack(acme, there, null))).toMatchObject({
    code: 'REMOTE_OUTCOME_UNKNOWN',
    facts: { tenant: 'Acme', action: 'publication' },
    cause: last,
  });
  expect(there.looks()).toBe(3);
});

it('a look that is refused is not repeated, and what came instead of the answer is the cause', async () => {
  const there = endpoint(failure('REMOTE_REFUSED'), []);
  const lost = failure('REMOTE_TIMEOUT');
  expect(await failureOf(readBack(acme, there, lost))).toMatchObject({ code: 'REMOTE_OUTCOME_UNKNOWN', cause: lost });
  expect(there.looks()).toBe(1);
});
