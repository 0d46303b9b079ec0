// Whether what failed was refused because production was not rehearsed.
import type { ErrorFacts } from '../../../shared/errors.ts';
import { wireErrorOf } from '../../bridge.ts';

export function rehearsalMissingIn(error: unknown): ErrorFacts['PLAN_REHEARSAL_MISSING'] | null {
  const refusal = error === null ? null : wireErrorOf(error);
  return refusal?.code === 'PLAN_REHEARSAL_MISSING' ? refusal.facts : null;
}
