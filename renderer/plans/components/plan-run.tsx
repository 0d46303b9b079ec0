// What the plan asks for now, in one sentence and one button.
import { Button, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { PlanView, StepKind } from '../../../shared/domain/plan/plan.ts';
import { useState } from 'react';
import { isReason } from '../../keys/state/time-gate.ts';
import { shortKid } from '../../text/hex.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { FootBar } from '../../parts/foot-bar.tsx';
import { Failure } from '../../parts/failure.tsx';
import { SecondOfficerAhead } from '../../parts/second-officer-ahead.tsx';
import { Notice } from '../../parts/notice.tsx';
import { When } from '../../parts/when.tsx';
import { Working } from '../../parts/working.tsx';
import { useNowNear } from '../../state/now.ts';
import { hrefOf } from '../../state/route.ts';
import { exactTimeInZone } from '../../text/dates.ts';
import { countdown } from '../../text/durations.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import type { PlanFlow } from '../state/plan-flow.ts';
import { nextOf, type PlanNext, progressOf } from '../state/plan.ts';
import { RehearsalNotice } from './rehearsal-notice.tsx';
import './plan-run.css';

interface PlanRunProps {
  tenant: Tenant;
  flow: PlanFlow;
  view: PlanView;
  /** For a production tenant: itself, and the tenant on which its plans are rehearsed, if any. */
  rehearsal: { tenant: string; on: string | null } | null;
}

export function PlanRun({ tenant, flow, view, rehearsal }: PlanRunProps) {
  const { run, rehearsalMissing, runError, start } = flow;
  const [reason, setReason] = useState('');
  const next = nextOf(view);
  // What cannot be taken back is named on the button, and wants a reason; in production the main process asks for it.
  const revokes = next.what === 'run' && next.due[0] === 'revoke';
  const asksReason = revokes && rehearsal === null;
  const { settled, all } = progressOf(view);
  if (next.what === 'complete') {
    return <Finished view={view} onNext={run.reset} />;
  }
  const rotated = view.steps.some(({ kind, state }) => kind === 'rotate' && state === 'done');
  return (
    <>
      {asksReason && (
        <TextInput
          className="panel plan-run-reason"
          label={words.plan.run.reason}
          description={words.common.reasonGoesIntoAudit}
          withAsterisk
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {rehearsal !== null && !rotated && rehearsalMissing === null && <RehearsalHint {...rehearsal} />}
      {rehearsalMissing !== null && (
        <RehearsalNotice facts={rehearsalMissing} busy={run.busy} onGoAhead={() => void start({ overriding: true })} />
      )}
      {runError === null && <SecondOfficerAhead tenant={tenant.name} act="plan.run" />}
      <ComeIntoView news={runError !== null}>
        <Failure error={runError} />
      </ComeIntoView>
      <FootBar
        title={words.plan.run.settled(settled, all)}
        tenant={tenant}
        action={
          <>
            <Working
              channel="plan.run"
              busy={run.busy}
              label={words.plan.run.working}
              wordFor={stepWord}
              cancel={{ command: run, what: words.plan.run.theRun }}
            />
            <Button
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={run.busy}
              disabled={next.what !== 'run' || (asksReason && !isReason(reason))}
              {...(revokes ? { color: 'danger' } : {})}
              onClick={() => void start(asksReason ? { reason: reason.trim() } : {})}
            >
              {revokes
                ? words.plan.run.revoke(shortKid(view.plan.from))
                : next.what === 'run'
                  ? words.plan.run.due
                  : words.plan.run.nothingDue}
            </Button>
          </>
        }
      >
        <NextSentence next={next} />
      </FootBar>
    </>
  );
}

function NextSentence({ next }: { next: PlanNext }) {
  const { run } = words.plan;
  const { planStep } = words.shared;
  const until = next.what === 'wait' ? next.until : null;
  const now = useNowNear(until);
  switch (next.what) {
    case 'complete':
      return null;
    case 'run':
      return <p className="plan-run-word">{run.next(next.due.map((kind) => planStep[kind]))}</p>;
    case 'person':
      return <p className="plan-run-word">{run.person(planStep[next.step])}</p>;
    case 'wait':
      return (
        <p className="plan-run-word numbers">
          {until === null
            ? run.wait(planStep[next.step])
            : run.waitUntil(planStep[next.step], exactTimeInZone(until), countdown(Date.parse(until) - now))}
        </p>
      );
  }
}

function RehearsalHint({ tenant, on }: { tenant: string; on: string | null }) {
  return (
    <p className="panel small quiet plan-run-hint">
      {on === null
        ? say(
            words.rehearsal.hint.link((text) => (
              <a className="link" href={hrefOf({ screen: 'tenant-settings', tenant })}>
                {text}
              </a>
            )),
          )
        : say(
            words.rehearsal.hint.on(
              <a className="link" href={hrefOf({ screen: 'keys', tenant: on })}>
                {on}
              </a>,
            ),
          )}
    </p>
  );
}

/** The evidence is the list of steps below: each with the instant at which a fact showed it. */
function Finished({ view: { endsAt, steps }, onNext }: { view: PlanView; onNext: () => void }) {
  const { finished } = words.plan;
  const passed = steps.filter(({ state }) => state === 'passed').length;
  return (
    <Notice tone="good" role="status" title={finished.title}>
      <p>
        {endsAt !== null && <>{say(finished.ended(<When at={endsAt} precision="second" />))} </>}
        {finished.moments} {passed > 0 && `${finished.passed(passed)} `}
        {say(
          finished.rehearsal((text) => (
            <a className="link" href={hrefOf({ screen: 'audit' })}>
              {text}
            </a>
          )),
        )}
      </p>
      <Button variant="default" size="compact-sm" onClick={onNext}>
        {finished.again}
      </Button>
    </Notice>
  );
}

const { planStep } = words.shared;

const isStep = (text: string): text is StepKind => text in planStep;

/** The step that a run is at, which the main process reports by its code. */
const stepWord = (code: string): string => (isStep(code) ? planStep[code] : code);
