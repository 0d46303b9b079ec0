// The ring's part of the public set around one step of a plan, in publishing order.
import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { PlanStep, RotationPlan } from '../../shared/plan.ts';
import { shortKid } from '../text/hex.ts';

interface PublishedSetProps {
  plan: RotationPlan;
  step: PlanStep;
}

export function PublishedSet({ plan, step: { kidsBefore, kidsAfter } }: PublishedSetProps) {
  const changes = JSON.stringify(kidsBefore) !== JSON.stringify(kidsAfter);
  return (
    <div className="published-set">
      <span className="published-set-word">{changes ? 'Public before' : 'Public, unchanged'}</span>
      <Kids plan={plan} kids={kidsBefore} />
      {changes && (
        <>
          <IconArrowNarrowRight size={15} aria-hidden />
          <span className="published-set-word">after</span>
          <Kids plan={plan} kids={kidsAfter} />
        </>
      )}
    </div>
  );
}

function Kids({ plan: { from, to }, kids }: { plan: RotationPlan; kids: readonly (string | null)[] }) {
  if (kids.length === 0) {
    return <span className="quiet">nothing</span>;
  }
  return (
    <ul className="plain-list published-kids">
      {kids.map((kid) => (
        <li key={kid ?? 'fresh'} data-part={kid === from ? 'from' : kid === to ? 'to' : 'other'}>
          {kid === null ? 'fresh key' : <span className="mono">{shortKid(kid)}</span>}
          {kid === from && ' (former)'}
          {kid === to && ' (new)'}
        </li>
      ))}
    </ul>
  );
}
