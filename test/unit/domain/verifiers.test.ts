import { expect, it } from 'vitest';
import { VERIFIER_IDS, VERIFIERS } from '../../../shared/domain/verifiers.ts';

it('verifiers keep a set for minutes to a day, or for ever', () => {
  const seconds = Object.values(VERIFIERS).flatMap((verifier) => verifier.seconds ?? []);
  expect(Object.values(VERIFIERS).filter((verifier) => verifier.seconds === null)).toEqual([VERIFIERS.pinned]);
  expect(seconds.filter((each) => each % 60 !== 0 || each < 60 || each > 86_400)).toEqual([]);
});

it('an unknown kid makes the quick ones look again, and a person where keys are held by hand', () => {
  const after = (refetch: string) =>
    VERIFIER_IDS.filter((id) => VERIFIERS[id].refetch === refetch).map((id) => [id, VERIFIERS[id].seconds]);
  expect(after('yes')).toEqual([
    ['entra-guidance', 86_400],
    ['aws-api-gateway', 3600],
    ['ping-gateway', 240],
    ['airlock-iam', 1200],
    ['tibco-ems', 86_400],
  ]);
  expect(after('paused')).toEqual([
    ['dotnet', 43_200],
    ['jose', 600],
    ['auth0-advice', 600],
  ]);
  expect(after('no')).toEqual([
    ['istio', 1200],
    ['tyk', 240],
  ]);
  expect(after('never')).toEqual([['pinned', null]]);
  expect(after('unknown')).toEqual([
    ['apigee', 300],
    ['hcl-domino', 900],
    ['other', 86_400],
  ]);
});

it('of what is not known the longest is assumed', () => {
  const longest = Math.max(...VERIFIER_IDS.map((id) => VERIFIERS[id].seconds ?? 0));
  expect(VERIFIERS.other.seconds).toBe(longest);
  expect(VERIFIER_IDS.filter((id) => VERIFIERS[id].assumed === true)).toEqual(['other']);
});
