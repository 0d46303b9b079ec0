// An instant: absolute where it stands; relative, and in UTC, on hover.
import { Tooltip } from '@mantine/core';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import { useNow } from '../state/now.ts';
import { dayAndTime, dayOf, exactTime, relativeTo, utcOf } from '../text/dates.ts';

interface WhenProps {
  at: Instant;
  precision?: 'day' | 'minute' | 'second';
}

const FORM = { day: dayOf, minute: dayAndTime, second: exactTime };

export function When({ at, precision = 'minute' }: WhenProps) {
  const now = useNow();
  return (
    <Tooltip label={`${relativeTo(at, now)} · ${utcOf(at)}`}>
      <time dateTime={at} className="numbers">
        {FORM[precision](at)}
      </time>
    </Tooltip>
  );
}
