// Production wants the same order to have been run on the linked development tenant. What is missing, where to do it,
// and the quieter way around it: why somebody takes it is asked for outside this page.
import { Button } from '@mantine/core';
import type { ErrorFacts } from '../../../shared/errors.ts';
import { hrefOf } from '../../state/route.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';

interface RehearsalNoticeProps {
  facts: ErrorFacts['PLAN_REHEARSAL_MISSING'];
  busy: boolean;
  onGoAhead: () => void;
}

export function RehearsalNotice({ facts: { tenant, rehearsal, days }, busy, onGoAhead }: RehearsalNoticeProps) {
  return (
    <Notice tone="caution" role="alert" title={words.rehearsal.missing.title(tenant, days)}>
      <p>
        {rehearsal === null
          ? say(
              words.rehearsal.missing.link((text) => (
                <a className="link" href={hrefOf({ screen: 'tenant-settings', tenant })}>
                  {text}
                </a>
              )),
            )
          : say(
              words.rehearsal.missing.goTo(rehearsal, (text) => (
                <a className="link" href={hrefOf({ screen: 'keys', tenant: rehearsal })}>
                  {text}
                </a>
              )),
            )}
      </p>
      <Button variant="subtle" color="gray" size="compact-xs" loading={busy} onClick={onGoAhead}>
        {words.rehearsal.goAhead}
      </Button>
    </Notice>
  );
}
