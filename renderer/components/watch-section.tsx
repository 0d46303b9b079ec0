// The watch over what is published: what the last look found, and a look at any time.
import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { DriftReport } from '../../shared/drift.ts';
import { sentenceFor } from '../../shared/sentences.ts';
import { useCommand } from '../state/commands.ts';
import { DriftFindings } from './drift-findings.tsx';
import { Failure } from './failure.tsx';
import { Notice } from './notice.tsx';
import { Section } from './section.tsx';
import { When } from './when.tsx';
import { Working } from './working.tsx';

interface WatchSectionProps {
  tenant: string;
  /** What the last look found, on the timer or by hand. */
  drift: DriftReport | null;
}

export function WatchSection({ tenant, drift }: WatchSectionProps) {
  const look = useCommand('publish.drift');
  const report = look.result ?? drift;
  return (
    <Section
      title="4. Watch"
      lead="Compares what is published with what was pushed from here. While the app runs it looks by itself."
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconEye size={15} aria-hidden />}
          loading={look.busy}
          onClick={() => void look.run({ tenant })}
        >
          Look now
        </Button>
      }
    >
      <div className="stack">
        {report === null ? <p className="quiet">Nobody looked since the last push.</p> : <Report report={report} />}
        <Working channel="publish.drift" busy={look.busy} label="Looking at the published set" />
        <Failure error={look.error} />
      </div>
    </Section>
  );
}

function Report({ report: { state, at, findings, unreadable, unseen } }: { report: DriftReport }) {
  return (
    <>
      {state === 'in-step' && (
        <Notice tone="good" role="status" title="In step: the tenant publishes exactly what was pushed." />
      )}
      {state === 'never-published' && (
        <Notice tone="info" role="status" title="Nothing was pushed yet, so there is nothing to watch." />
      )}
      {unreadable !== null && (
        <Notice tone="caution" role="status" title="The set at the tenant could not be read.">
          <p>{sentenceFor(unreadable).message}</p>
          {findings.length > 0 && <p>What an earlier look found is still shown here.</p>}
        </Notice>
      )}
      {unseen !== null && JSON.stringify(unseen) !== JSON.stringify(unreadable) && (
        <Notice tone="caution" role="status" title="The public key set could not be read.">
          <p>{sentenceFor(unseen).message} Verifiers that have no copy cannot check any token.</p>
        </Notice>
      )}
      <DriftFindings findings={findings} />
      <p className="small quiet">
        Looked <When at={at} precision="second" />
      </p>
    </>
  );
}
