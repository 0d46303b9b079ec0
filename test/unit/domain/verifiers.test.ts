import { expect, it } from 'vitest';
import { VERIFIERS } from '../../../shared/domain/verifiers.ts';

it('verifiers keep a set for minutes to a day, or for ever', () => {
  const seconds = Object.values(VERIFIERS).flatMap((verifier) => verifier.seconds ?? []);
  expect(Object.values(VERIFIERS).filter((verifier) => verifier.seconds === null)).toEqual([VERIFIERS.pinned]);
  expect(seconds.filter((each) => each % 60 !== 0 || each < 60 || each > 86_400)).toEqual([]);
});
