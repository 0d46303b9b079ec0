// The whole way of a plan, from the first push to the last proof, with dates before anything is done.
import type { ReactNode } from 'react';
import type { PlanStep, PlanView } from '../../../shared/domain/plan/plan.ts';
import { useNowNear } from '../../state/now.ts';
import { shareOf } from '../../keys/state/clocks.ts';
import { isSettled } from '../../../shared/domain/plan/plan.ts';
import { dayAndTimeInZone, exactTimeInZone } from '../../text/dates.ts';
import { countdown } from '../../text/durations.ts';
import { words } from '../../text/words.ts';
import { ClockSum } from '../../keys/components/clock-sum.tsx';
import { PublishedSet } from './published-set.tsx';
import { StepBadge } from './step-badge.tsx';
import './plan-steps.css';

interface PlanStepsProps {
  view: PlanView;
  /** Whether the published set is shown at each step. */
  sets: boolean;
  /** What a person can do at a step; drawn only where the step needs one. */
  renderHelp: (step: PlanStep) => ReactNode;
}

export function PlanSteps({ view, sets, renderHelp }: PlanStepsProps) {
  return (
    <ol className="plain-list plan-steps" aria-label={words.plan.steps.label}>
      {view.steps.map((step) => (
        <StepRow key={step.kind} view={view} step={step} sets={sets} renderHelp={renderHelp} />
      ))}
    </ol>
  );
}

function StepRow({ view, step, sets, renderHelp }: PlanStepsProps & { step: PlanStep }) {
  const { kind, state, at, until, parts } = step;
  const now = useNowNear(until);
  const since = until === null ? null : startOf(until, parts);
  const clock = words.clocks.kind[kind === 'wait-safe' ? 'safe' : 'ready'];
  return (
    <li className="plan-step" data-state={state}>
      <div className="plan-step-state">
        <StepBadge state={state} share={shareOf({ since, at: until }, now)} />
      </div>
      <div className="plan-step-body">
        <p className="plan-step-word">{words.shared.planStep[kind]}</p>
        <StepNotes step={step} />
        {until !== null && <ClockSum since={clock.since} reading={{ since, at: until, parts }} result={clock.name} />}
        {state === 'person' && <div className="row row-wrap plan-step-help">{renderHelp(step)}</div>}
        {sets && <PublishedSet plan={view.plan} step={step} />}
      </div>
      <p className="plan-step-at numbers">{at === null ? '' : <StepInstant step={step} at={at} now={now} />}</p>
    </li>
  );
}

/** A wait is given with its end and its sum; the fact it starts from follows. */
function startOf(until: string, parts: PlanStep['parts']): string {
  const total = parts.reduce((sum, { seconds }) => sum + seconds, 0);
  return new Date(Date.parse(until) - total * 1000).toISOString();
}

function StepInstant({ step, at, now }: { step: PlanStep; at: string; now: number }) {
  if (step.until !== null && Date.parse(step.until) > now) {
    return (
      <>
        <time dateTime={step.until}>{exactTimeInZone(step.until)}</time>
        <span className="plan-step-left">{words.plan.steps.left(countdown(Date.parse(step.until) - now))}</span>
      </>
    );
  }
  return (
    <>
      <span className="plan-step-when">{isSettled(step.state) ? '' : `${words.plan.steps.earliest} `}</span>
      <time dateTime={at}>{dayAndTimeInZone(at)}</time>
    </>
  );
}

function StepNotes({ step: { blockedBy, problem, sent, advisedAt } }: { step: PlanStep }) {
  const notes = [
    ...(problem === null || problem.code === 'wants-reason'
      ? []
      : [words.plan.steps.problem(words.shared.stepProblem(problem))]),
    ...(blockedBy === null ? [] : [words.plan.steps.after(words.shared.planStep[blockedBy])]),
    ...(sent && problem === null ? [words.plan.steps.sent] : []),
    ...(advisedAt === null ? [] : [words.plan.steps.advised(dayAndTimeInZone(advisedAt))]),
  ];
  return notes.length === 0 ? null : <p className="plan-step-note">{notes.join(' ')}</p>;
}
