// The numbers of a policy in words.
import type { PolicyTerms } from '../../../shared/domain/timing/policy.ts';
import { durationOf } from '../../text/durations.ts';
import { words } from '../../text/words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';

const NUMBERS = words.policy.numbers;

export function PolicyNumbers({ terms }: { terms: PolicyTerms }) {
  const verifiers = terms.verifiers.map((id) => words.shared.verifier[id].name);
  const cache = terms.verifierCacheSeconds;
  return (
    <Facts>
      <Fact name={NUMBERS.rhythm}>
        {NUMBERS.inRhythm(terms.rotateEveryDays, terms.announceDays, terms.keepDays, terms.destroyAfterDays)}
      </Fact>
      <Fact name={NUMBERS.verifiers}>{verifiers.length === 0 ? NUMBERS.notNamed : verifiers.join(', ')}</Fact>
      <Fact name={NUMBERS.waits}>
        {NUMBERS.inWaits(
          cache === null ? null : durationOf(cache),
          durationOf(terms.tokenLifetimeSeconds),
          durationOf(terms.clockSkewSeconds),
          durationOf(terms.safetySeconds),
        )}
      </Fact>
      <Fact name={NUMBERS.backup}>{NUMBERS.inBackup(terms.backupFirst, terms.drillEveryDays)}</Fact>
      <Fact name={NUMBERS.people}>{NUMBERS.inPeople(terms.confirmConsumers, terms.rehearsalDays)}</Fact>
    </Facts>
  );
}
