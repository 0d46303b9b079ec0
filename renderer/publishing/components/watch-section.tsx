// The watch over what is published: what the last look found, and a look at any time.
import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import { useCommand } from '../../state/commands.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { DriftFindings } from './drift-findings.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { Working } from '../../parts/working.tsx';

const said = words.watch;

interface WatchSectionProps {
  tenant: string;
  /** What the last look found, on the timer or by hand. */
  drift: DriftReport | null;
  /** Whether anything was ever pushed from here. */
  pushed: boolean;
}

export function WatchSection({ tenant, drift, pushed }: WatchSectionProps) {
  const look = useCommand('publish.drift', { endsWithScreen: true });
  const report = look.result ?? drift;
  return (
    <Section
      title={said.title}
      lead={said.lead}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconEye size={15} aria-hidden />}
          loading={look.busy}
          onClick={() => void look.run({ tenant })}
        >
          {said.checkNow}
        </Button>
      }
    >
      <div className="stack">
        {report === null ? (
          <p className="quiet">{pushed ? said.notChecked : said.neverPushed}</p>
        ) : (
          <Report report={report} />
        )}
        <Working
          channel="publish.drift"
          busy={look.busy}
          label={said.working}
          cancel={{ command: look, what: said.theCheck }}
        />
        <Failure error={look.error} onRetry={() => void look.run({ tenant })} />
      </div>
    </Section>
  );
}

function Report({ report: { state, at, findings, unreadable, unseen, clock } }: { report: DriftReport }) {
  return (
    <>
      {state === 'in-step' && <Notice tone="good" role="status" title={said.inStep} />}
      {state === 'never-published' && <Notice tone="info" role="status" title={said.neverPushed} />}
      {clock !== undefined && (
        <Notice tone="danger" role="alert" title={said.clockIsWrong}>
          <p>{words.shared.error({ code: 'CLOCK_DISAGREES', facts: clock }).message}</p>
          <p>{words.shared.error({ code: 'CLOCK_DISAGREES', facts: clock }).advice}</p>
        </Notice>
      )}
      {unreadable !== null && (
        <Notice tone="caution" role="status" title={said.unreadable}>
          <p>{words.shared.error(unreadable).message}</p>
          {findings.length > 0 && <p>{said.shownEarlier}</p>}
        </Notice>
      )}
      {unseen !== null && JSON.stringify(unseen) !== JSON.stringify(unreadable) && (
        <Notice tone="caution" role="status" title={said.unseen}>
          <p>{said.unseenMeans(words.shared.error(unseen).message)}</p>
        </Notice>
      )}
      <DriftFindings findings={findings} />
      <p className="small quiet">{say(said.looked(<When at={at} precision="second" />))}</p>
    </>
  );
}
