// Production wants the same order to have been run on the linked development tenant. What is missing, where to do it,
// and the quieter way around it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ErrorFacts } from '../../shared/errors.ts';
import { isReason } from '../state/override.ts';
import { hrefOf } from '../state/route.ts';
import { Notice } from './notice.tsx';
import { OverrideReason } from './override-reason.tsx';

interface RehearsalNoticeProps {
  facts: ErrorFacts['PLAN_REHEARSAL_MISSING'];
  busy: boolean;
  onOverride: (reason: string) => void;
}

export function RehearsalNotice({ facts: { tenant, rehearsal, days }, busy, onOverride }: RehearsalNoticeProps) {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <Notice
      tone="caution"
      role="alert"
      title={`${tenant} is production, and this order was not rehearsed in the last ${days} days.`}
    >
      <p>
        Nothing was done. Run the same order to its end on a development tenant first:{' '}
        {rehearsal === null ? (
          <a className="link" href={hrefOf({ screen: 'tenant-settings', tenant })}>
            link one in the settings
          </a>
        ) : (
          <a className="link" href={hrefOf({ screen: 'keys', tenant: rehearsal })}>
            go to {rehearsal}
          </a>
        )}
        .
      </p>
      {asked ? (
        <div className="rehearsal-reason">
          <OverrideReason label="Why go ahead without a rehearsal?" value={reason} onChange={setReason} />
          <div className="row">
            <Button
              color="danger"
              size="xs"
              loading={busy}
              disabled={!isReason(reason)}
              onClick={() => onOverride(reason.trim())}
            >
              Run without a rehearsal
            </Button>
            <Button variant="subtle" color="gray" size="xs" disabled={busy} onClick={() => setAsked(false)}>
              Rehearse instead
            </Button>
          </div>
        </div>
      ) : (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAsked(true)}>
          Go ahead without a rehearsal…
        </Button>
      )}
    </Notice>
  );
}
