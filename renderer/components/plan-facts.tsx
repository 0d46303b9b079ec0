// What a plan is bound to and where it leads: the two keys, its end, and when the former key is refused everywhere.
import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { PlanView } from '../../shared/plan.ts';
import { dayAndTimeInZone } from '../text/dates.ts';
import { CopyButton } from './copy-button.tsx';
import { Kid } from './kid.tsx';
import './plan-facts.css';

export function PlanFacts({ view: { plan, hash, steps, complete, endsAt, bites } }: { view: PlanView }) {
  const worst = bites.worst.at;
  const isRevoked = steps.some(({ kind, state }) => kind === 'revoke' && state === 'done');
  return (
    <dl className="plan-facts">
      <div>
        <dt>Change of keys</dt>
        <dd className="row">
          <Kid kid={plan.from} copyable={false} />
          <IconArrowNarrowRight size={16} aria-label="is replaced by" />
          <Kid kid={plan.to} copyable={false} />
        </dd>
      </div>
      <div>
        <dt>{complete ? 'Ended' : 'Ends at the earliest'}</dt>
        <dd className="numbers">{endsAt === null ? 'not known yet' : dayAndTimeInZone(endsAt)}</dd>
      </div>
      <div>
        <dt>Former key refused everywhere</dt>
        <dd className="numbers">
          {bites.at === null ? 'not known yet' : dayAndTimeInZone(bites.at)}
          {bites.at !== null && worst !== null && worst > bites.at && (
            <span className="quiet"> (worst case {dayAndTimeInZone(worst)})</span>
          )}
          {isRevoked && bites.waitsFor.length > 0 && (
            <span className="quiet">, but for {bites.waitsFor.join(', ')}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>Bound to plan</dt>
        <dd className="row plan-hash">
          <span className="mono">{hash.slice(0, 12)}</span>
          <CopyButton value={hash} what="hash of the plan" />
        </dd>
      </div>
    </dl>
  );
}
