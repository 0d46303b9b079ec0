// The state of a plan's step as shape and word; no two look alike.
import {
  IconCircleCheckFilled,
  IconCircleMinus,
  IconLock,
  IconPlayerPlayFilled,
  IconPlayerSkipForward,
  IconUserExclamation,
} from '@tabler/icons-react';
import type { StepState } from '../../../shared/domain/plan/plan.ts';
import { words } from '../../text/words.ts';
import { Badge, type BadgeTone } from '../../parts/badge.tsx';
import { ClockShape } from '../../keys/components/clock-shape.tsx';

const TONE: Partial<Record<StepState, BadgeTone>> = {
  due: 'accent',
  waiting: 'caution',
  person: 'caution',
};

interface StepBadgeProps {
  state: StepState;
  /** How much of a wait is over, from 0 to 1. */
  share: number;
}

export function StepBadge({ state, share }: StepBadgeProps) {
  return (
    <Badge tone={TONE[state] ?? 'neutral'} icon={<StepShape state={state} share={share} />}>
      <span title={words.plan.state[state].means}>{words.plan.state[state].word}</span>
    </Badge>
  );
}

const ICON = { size: 13, 'aria-hidden': true } as const;

function StepShape({ state, share }: StepBadgeProps) {
  switch (state) {
    case 'done':
      return <IconCircleCheckFilled {...ICON} />;
    case 'passed':
      return <IconPlayerSkipForward {...ICON} />;
    case 'not-needed':
      return <IconCircleMinus {...ICON} />;
    case 'due':
      return <IconPlayerPlayFilled {...ICON} />;
    case 'waiting':
      return <ClockShape phase="waiting" share={share} size={13} />;
    case 'person':
      return <IconUserExclamation {...ICON} />;
    case 'blocked':
      return <IconLock {...ICON} />;
  }
}
