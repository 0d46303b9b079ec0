// How pressing something is, as sign and word.
import { IconAlarm, IconAlertTriangle, IconCalendarEvent } from '@tabler/icons-react';
import type { Severity } from '../../../shared/domain/timing/due.ts';
import { SEVERITY } from '../state/due-words.ts';
import { Badge, type BadgeTone } from '../../parts/badge.tsx';

const SIGN: Record<Severity, { Icon: typeof IconAlarm; tone: BadgeTone }> = {
  overdue: { Icon: IconAlertTriangle, tone: 'danger' },
  soon: { Icon: IconAlarm, tone: 'caution' },
  later: { Icon: IconCalendarEvent, tone: 'neutral' },
};

interface SeverityBadgeProps {
  severity: Severity;
  /** Other words than the severity's own. */
  children?: string;
}

export function SeverityBadge({ severity, children }: SeverityBadgeProps) {
  const { Icon, tone } = SIGN[severity];
  return (
    <Badge tone={tone} icon={<Icon size={13} aria-hidden />}>
      {children ?? SEVERITY[severity].word}
    </Badge>
  );
}
