// The ring's part of the public set around one step of a plan, in publishing order.
import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { PlanStep, RotationPlan } from '../../../shared/domain/plan/plan.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';

const said = words.preview.around;

interface PublishedSetProps {
  plan: RotationPlan;
  step: PlanStep;
}

export function PublishedSet({ plan, step: { kidsBefore, kidsAfter } }: PublishedSetProps) {
  const changes = JSON.stringify(kidsBefore) !== JSON.stringify(kidsAfter);
  return (
    <div className="published-set">
      <span className="published-set-word">{changes ? said.before : said.unchanged}</span>
      <Kids plan={plan} kids={kidsBefore} />
      {changes && (
        <>
          <IconArrowNarrowRight size={15} aria-hidden />
          <span className="published-set-word">{said.after}</span>
          <Kids plan={plan} kids={kidsAfter} />
        </>
      )}
    </div>
  );
}

function Kids({ plan: { from, to }, kids }: { plan: RotationPlan; kids: readonly (string | null)[] }) {
  if (kids.length === 0) {
    return <span className="quiet">{said.nothing}</span>;
  }
  return (
    <ul className="plain-list published-kids">
      {kids.map((kid) => {
        const part = kid === from ? 'from' : kid === to ? 'to' : 'other';
        const name = kid === null ? said.fresh : <span className="mono">{shortKid(kid)}</span>;
        return (
          <li key={kid ?? 'fresh'} data-part={part}>
            {part === 'other' ? name : say(said[part](name))}
          </li>
        );
      })}
    </ul>
  );
}
