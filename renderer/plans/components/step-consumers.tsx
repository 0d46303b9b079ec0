// A step of a plan that is about consumers: each by name, with what it has done, and what a person can do about it.
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanStep, RotationPlan } from '../../../shared/domain/plan/plan.ts';
import { useConsumers } from '../../consumers/state/queries.ts';
import { words } from '../../text/words.ts';
import { ConfirmConsumersDialog } from '../../consumers/components/confirm-consumers-dialog.tsx';
import { type Asked, ConfirmConsumerDialog } from '../../consumers/components/confirm-consumer-dialog.tsx';
import { ConsumerFileButton } from '../../consumers/components/consumer-file-button.tsx';
import './step-consumers.css';
import { When } from '../../parts/when.tsx';

interface StepConsumersProps {
  tenant: string;
  plan: RotationPlan;
  step: PlanStep;
}

export function StepConsumers({ tenant, plan, step: { kind, consumers } }: StepConsumersProps) {
  const text = words.plan.consumers;
  const { data: views } = useConsumers(tenant);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [askedAll, setAskedAll] = useState(false);
  const missing = consumers.flatMap(({ name, at }) => (at === null ? [name] : []));
  const answer = kind === 'let-go' ? 'let-go' : 'has';
  const kid = kind === 'let-go' ? plan.from : plan.to;
  const knownOf = (name: string) => views?.find(({ consumer }) => consumer.name === name)?.consumer;
  return (
    <div className="step-consumers">
      <ul className="plain-list" aria-label={text.label}>
        {consumers.map(({ name, at }) => {
          const contact = knownOf(name)?.contact ?? null;
          return (
            <li key={name} data-done={at !== null}>
              {at === null ? <IconCircleDashed size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />}
              <span className="step-consumer-name">
                {name}
                {contact !== null && at === null && <span className="quiet">, {contact}</span>}
              </span>
              {at !== null && (
                <span className="quiet">
                  <When at={at} />
                </span>
              )}
              {at === null && kind === 'hand-out' && typeof knownOf(name)?.format === 'string' && (
                <ConsumerFileButton tenant={tenant} consumer={name} kid={kid} />
              )}
              {at === null && kind !== 'hand-out' && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={text.confirmOf(name)}
                  onClick={() => setAsked({ consumers: [name], kid, answer, contact })}
                >
                  {text.confirm}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {kind === 'confirm-consumers' && (
        <Button variant="default" size="xs" onClick={() => setAskedAll(true)}>
          {text.allHaveIt}
        </Button>
      )}
      {kind === 'let-go' && missing.length > 1 && (
        <Button
          variant="default"
          size="xs"
          onClick={() => setAsked({ consumers: missing, kid, answer, contact: null })}
        >
          {text.allRemovedIt}
        </Button>
      )}
      {askedAll && (
        <ConfirmConsumersDialog tenant={tenant} plan={plan} names={missing} onClose={() => setAskedAll(false)} />
      )}
      {asked !== null && <ConfirmConsumerDialog tenant={tenant} asked={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
