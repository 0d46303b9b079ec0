// What the plan asks for now, in one sentence and one button.
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { PlanView } from '../../shared/plan.ts';
import { STEP_WORDS } from '../../shared/waiting-words.ts';
import { useNowNear } from '../state/now.ts';
import { nextOf, progressOf, type PlanNext } from '../state/plan.ts';
import type { PlanFlow } from '../state/plan-flow.ts';
import { hrefOf } from '../state/route.ts';
import { exactTimeInZone } from '../text/dates.ts';
import { countdown } from '../text/durations.ts';
import { stepWord } from '../text/plan-words.ts';
import { Failure } from './failure.tsx';
import { Notice } from './notice.tsx';
import { RehearsalNotice } from './rehearsal-notice.tsx';
import { When } from './when.tsx';
import { Working } from './working.tsx';
import './plan-run.css';

interface PlanRunProps {
  flow: PlanFlow;
  view: PlanView;
  /** For a production tenant: itself, and the tenant on which its plans are rehearsed, if any. */
  rehearsal: { tenant: string; on: string | null } | null;
}

export function PlanRun({ flow, view, rehearsal }: PlanRunProps) {
  const { run, rehearsalMissing, runError, start } = flow;
  const next = nextOf(view);
  const { settled, all } = progressOf(view);
  if (next.what === 'complete') {
    return <Finished view={view} onNext={run.reset} />;
  }
  const rotated = view.steps.some(({ kind, state }) => kind === 'rotate' && state === 'done');
  return (
    <div className="panel plan-run">
      <div className="row row-wrap">
        <div className="plan-run-next">
          <p className="plan-run-count numbers">
            {settled} of {all} steps settled
          </p>
          <NextSentence next={next} />
        </div>
        <div className="row row-wrap push-end">
          <Working channel="plan.run" busy={run.busy} label="Looking at the plan" wordFor={stepWord} />
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            loading={run.busy}
            disabled={next.what !== 'run'}
            onClick={() => void start()}
          >
            {next.what === 'run' ? 'Run what is due' : 'Nothing is due'}
          </Button>
        </div>
      </div>
      {rehearsal !== null && !rotated && rehearsalMissing === null && <RehearsalHint {...rehearsal} />}
      {rehearsalMissing !== null && (
        <RehearsalNotice facts={rehearsalMissing} busy={run.busy} onOverride={(reason) => void start(reason)} />
      )}
      <Failure error={runError} />
    </div>
  );
}

function NextSentence({ next }: { next: PlanNext }) {
  const until = next.what === 'wait' ? next.until : null;
  const now = useNowNear(until);
  switch (next.what) {
    case 'complete':
      return null;
    case 'run':
      return <p className="plan-run-word">Next: {next.due.map((kind) => STEP_WORDS[kind]).join('; ')}.</p>;
    case 'person':
      return <p className="plan-run-word">It needs you: {STEP_WORDS[next.step]}.</p>;
    case 'wait':
      return (
        <p className="plan-run-word numbers">
          {STEP_WORDS[next.step]}
          {until === null ? '.' : `: ${exactTimeInZone(until)}, ${countdown(Date.parse(until) - now)} left.`}
        </p>
      );
  }
}

function RehearsalHint({ tenant, on }: { tenant: string; on: string | null }) {
  return (
    <p className="small quiet plan-run-hint">
      Production wants a rehearsal of the same order{' '}
      {on === null ? (
        <>
          on a development tenant.{' '}
          <a className="link" href={hrefOf({ screen: 'tenant-settings', tenant })}>
            Link one in the settings
          </a>
        </>
      ) : (
        <>
          on{' '}
          <a className="link" href={hrefOf({ screen: 'keys', tenant: on })}>
            {on}
          </a>
        </>
      )}
      .
    </p>
  );
}

/** The evidence is the list of steps below: each with the instant at which a fact showed it. */
function Finished({ view: { endsAt, steps }, onNext }: { view: PlanView; onNext: () => void }) {
  const passed = steps.filter(({ state }) => state === 'passed').length;
  return (
    <Notice tone="good" role="status" title="The plan is finished: the former key is gone and the new one is proven.">
      <p>
        {endsAt !== null && (
          <>
            Ended <When at={endsAt} precision="second" />.{' '}
          </>
        )}
        Each step below names the moment at which a fact showed it.
        {passed > 0 && ` ${passed} of them were passed over.`} It counts as a rehearsal of this order, and{' '}
        <a className="link" href={hrefOf({ screen: 'audit' })}>
          the audit log
        </a>{' '}
        has its hash.
      </p>
      <Button variant="default" size="compact-sm" onClick={onNext}>
        Plan the next rotation
      </Button>
    </Notice>
  );
}
