// What can be done when the tenant cannot be reached from here: let the push wait, send it by courier, take the receipt.
import { Button } from '@mantine/core';
import { IconClockPause, IconFileImport, IconPackageExport } from '@tabler/icons-react';
import type { Decisions } from '../../publishing/state/foreign-decisions.ts';
import { useAirGap } from '../state/air-gap.ts';
import { hrefOf } from '../../state/route.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { BundlePlan } from './bundle-plan.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReceiptTaken } from './receipt-taken.tsx';
import { Section } from '../../parts/section.tsx';
import { Working } from '../../parts/working.tsx';

const said = words.outbox.without;

interface WithoutNetworkProps {
  tenant: string;
  /** What the preview or the push came to; `null` when it went well. */
  error: unknown;
  decisions: Decisions;
}

export function WithoutNetwork({ tenant, error, decisions }: WithoutNetworkProps) {
  const gap = useAirGap(tenant, error, decisions);
  if (!gap.needed) {
    return null;
  }
  return (
    <Section title={said.title} lead={said.lead}>
      <div className="stack">
        <Waiting waits={gap.waits} queued={gap.queue.result !== undefined} />
        <div className="row row-wrap">
          {gap.unreachable && !gap.waits && (
            <Button
              variant="default"
              leftSection={<IconClockPause size={16} aria-hidden />}
              loading={gap.queue.busy}
              onClick={() => void gap.letWait()}
            >
              {said.letWait}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconPackageExport size={16} aria-hidden />}
            disabled={gap.planning}
            onClick={gap.showPlan}
          >
            {said.planBundle}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            loading={gap.receipt.busy}
            onClick={() => void gap.takeReceipt()}
          >
            {said.takeReceipt}
          </Button>
          <Working
            channel="outbox.add"
            busy={gap.queue.busy}
            label={words.controls.cancel.waitingFor(tenant)}
            cancel={{ command: gap.queue, what: words.controls.cancel.reading }}
          />
        </div>
        <Failure error={gap.queue.error} />
        <Failure error={gap.receipt.error} />
        <ReceiptTaken result={gap.receipt.result} />
        {gap.planning && <BundlePlan tenant={tenant} gap={gap} />}
      </div>
    </Section>
  );
}

function Waiting({ waits, queued }: { waits: boolean; queued: boolean }) {
  return waits ? (
    <Notice tone="info" title={said.waiting} {...(queued ? { role: 'status' } : {})}>
      <p>
        {say(
          said.waitingMeans((text) => (
            <a className="link" href={hrefOf({ screen: 'due' })}>
              {text}
            </a>
          )),
        )}
      </p>
    </Notice>
  ) : null;
}
