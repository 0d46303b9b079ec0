// Production wants the same order to have been run on the linked development tenant. What is missing, where to do it,
// and the quieter way around it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ErrorFacts } from '../../../shared/errors.ts';
import { isReason } from '../../state/override.ts';
import { hrefOf } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { Notice } from '../parts/notice.tsx';
import { OverrideReason } from '../parts/override-reason.tsx';

interface RehearsalNoticeProps {
  facts: ErrorFacts['PLAN_REHEARSAL_MISSING'];
  busy: boolean;
  onOverride: (reason: string) => void;
}

export function RehearsalNotice({ facts: { tenant, rehearsal, days }, busy, onOverride }: RehearsalNoticeProps) {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <Notice tone="caution" role="alert" title={words.rehearsal.missing.title(tenant, days)}>
      <p>
        {rehearsal === null
          ? words.rehearsal.missing.link((text) => (
              <a className="link" href={hrefOf({ screen: 'tenant-settings', tenant })}>
                {text}
              </a>
            ))
          : words.rehearsal.missing.goTo(rehearsal, (text) => (
              <a className="link" href={hrefOf({ screen: 'keys', tenant: rehearsal })}>
                {text}
              </a>
            ))}
      </p>
      {asked ? (
        <div className="rehearsal-reason">
          <OverrideReason label={words.rehearsal.why} value={reason} onChange={setReason} />
          <div className="row">
            <Button
              color="danger"
              size="xs"
              loading={busy}
              disabled={!isReason(reason)}
              onClick={() => onOverride(reason.trim())}
            >
              {words.rehearsal.run}
            </Button>
            <Button variant="subtle" color="gray" size="xs" disabled={busy} onClick={() => setAsked(false)}>
              {words.rehearsal.back}
            </Button>
          </div>
        </div>
      ) : (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAsked(true)}>
          {words.rehearsal.goAhead}
        </Button>
      )}
    </Notice>
  );
}
