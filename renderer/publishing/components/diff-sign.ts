// The sign of each kind of difference, the same in the picture and in the table.
import { IconAlertTriangle, IconEqual, IconMinus, IconPlus, IconUserQuestion } from '@tabler/icons-react';
import type { DiffKind } from '../../../shared/domain/published-set/publication.ts';
import type { BadgeTone } from '../../parts/badge.tsx';

export const DIFF_SIGN: Record<DiffKind, { Icon: typeof IconPlus; tone: BadgeTone }> = {
  added: { Icon: IconPlus, tone: 'accent' },
  kept: { Icon: IconEqual, tone: 'neutral' },
  removed: { Icon: IconMinus, tone: 'danger' },
  foreign: { Icon: IconUserQuestion, tone: 'caution' },
  altered: { Icon: IconAlertTriangle, tone: 'danger' },
};
