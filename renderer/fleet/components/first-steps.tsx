// The way from nothing to a proven push of one's own, in the empty window and above the first tenants. It goes by itself when all is done, and
// when the officer sends it away.
import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import { FIRST_STEPS, firstSteps } from '../state/first-steps.ts';
import { usePreference } from '../../settings/state/preferences.ts';
import { useProven } from '../../publishing/state/queries.ts';
import { hrefOf } from '../../state/route.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Section } from '../../parts/section.tsx';
import './first-steps.css';

const said = words.firstSteps;

/** Whoever has more is no newcomer. */
const UP_TO_TENANTS = 5;

export function FirstSteps({ tenants }: { tenants: readonly TenantSummary[] }) {
  const few = tenants.length <= UP_TO_TENANTS;
  const published = few ? tenants.filter(({ lastPublishedAt }) => lastPublishedAt !== null) : [];
  const proven = useProven(published.map(({ tenant }) => tenant.name));
  const wanted = usePreference('firstSteps');
  if (!few || wanted.value !== true || proven === null) {
    return null;
  }
  const steps = firstSteps(tenants, proven);
  const done = steps.filter((step) => step.done).length;
  return done === FIRST_STEPS.length ? null : (
    <Section
      title={said.title}
      lead={said.lead(done, steps.length)}
      actions={
        <Button size="xs" variant="subtle" color="gray" loading={wanted.busy} onClick={() => void wanted.choose(false)}>
          {said.hide}
        </Button>
      }
    >
      <Failure error={wanted.error} />
      <ol className="plain-list first-steps">
        {steps.map(({ step, done: isDone, to }) => (
          <li key={step} className="first-step" data-done={isDone}>
            {isDone ? (
              <IconCircleCheckFilled size={19} role="img" aria-label={said.done} />
            ) : (
              <IconCircle size={19} role="img" aria-label={said.open} />
            )}
            <span>
              {isDone ? (
                <span className="first-step-title">{said.steps[step].title}</span>
              ) : (
                <a className="link first-step-title" href={hrefOf(to)}>
                  {said.steps[step].title}
                </a>
              )}
              <span className="quiet small first-step-text">{said.steps[step].text}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
