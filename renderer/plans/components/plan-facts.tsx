// What a plan is bound to and where it leads: the two keys, its end, and when the former key is refused everywhere.
import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { PlanView } from '../../../shared/domain/plan/plan.ts';
import { dayAndTimeInZone } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Kid } from '../../parts/kid.tsx';
import './plan-facts.css';

export function PlanFacts({ view: { plan, hash, steps, complete, endsAt, bites } }: { view: PlanView }) {
  const { facts } = words.plan;
  const worst = bites.worst.at;
  const isRevoked = steps.some(({ kind, state }) => kind === 'revoke' && state === 'done');
  return (
    <dl className="plan-facts">
      <div>
        <dt>{facts.change}</dt>
        <dd className="row">
          <Kid kid={plan.from} copyable={false} />
          <IconArrowNarrowRight size={16} aria-label={facts.replacedBy} />
          <Kid kid={plan.to} copyable={false} />
        </dd>
      </div>
      <div>
        <dt>{complete ? facts.ended : facts.endsEarliest}</dt>
        <dd className="numbers">{endsAt === null ? facts.notKnownYet : dayAndTimeInZone(endsAt)}</dd>
      </div>
      <div>
        <dt>{facts.rejectedEverywhere}</dt>
        <dd className="numbers">
          {bites.at === null ? facts.notKnownYet : dayAndTimeInZone(bites.at)}
          {bites.at !== null && worst !== null && worst > bites.at && (
            <span className="quiet"> {say(words.clocks.worstAt(dayAndTimeInZone(worst)))}</span>
          )}
          {isRevoked && bites.waitsFor.length > 0 && <span className="quiet">{facts.butFor(bites.waitsFor)}</span>}
        </dd>
      </div>
      <div>
        <dt>{facts.boundTo}</dt>
        <dd className="row plan-hash">
          <span className="mono">{hash.slice(0, 12)}</span>
          <CopyButton value={hash} what={facts.hash} />
        </dd>
      </div>
    </dl>
  );
}
