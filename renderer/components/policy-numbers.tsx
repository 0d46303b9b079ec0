// The numbers of a policy in words.
import type { PolicyTerms } from '../../shared/policy.ts';
import { VERIFIERS } from '../../shared/verifier-catalogue.ts';
import { durationOf } from '../text/durations.ts';
import { count } from '../text/hex.ts';
import { Fact, Facts } from './facts.tsx';

export function PolicyNumbers({ terms }: { terms: PolicyTerms }) {
  const verifiers = terms.verifiers.map((id) => VERIFIERS[id].name);
  return (
    <Facts>
      <Fact name="Rhythm">
        Rotate every {count(terms.rotateEveryDays, 'day')}, announce {count(terms.announceDays, 'day')} ahead, keep
        previous keys {count(terms.keepDays, 'day')}, destroy {count(terms.destroyAfterDays, 'day')} after revocation
      </Fact>
      <Fact name="Verifiers">{verifiers.length === 0 ? 'not named' : verifiers.join(', ')}</Fact>
      <Fact name="Waits">
        {terms.verifierCacheSeconds === null
          ? 'Caches as the verifiers need'
          : `Caches ${durationOf(terms.verifierCacheSeconds)}`}
        , tokens {durationOf(terms.tokenLifetimeSeconds)}, clocks {durationOf(terms.clockSkewSeconds)}, safety{' '}
        {durationOf(terms.safetySeconds)}
      </Fact>
      <Fact name="People">
        {terms.confirmConsumers ? 'Consumers are confirmed by a person' : 'No confirmation by a person'}; a rehearsal is
        valid for {count(terms.rehearsalDays, 'day')}
      </Fact>
    </Facts>
  );
}
