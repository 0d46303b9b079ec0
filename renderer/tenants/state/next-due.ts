// What a tenant needs next, as far as the window knows; what it reads besides is `undefined` until it is known.
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { type NextDue, nextDue } from '../../../shared/domain/tenant/next-due.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { useDue } from '../../fleet/state/queries.ts';
import { useProvenAt } from '../../publishing/state/queries.ts';
import { useNow } from '../../state/now.ts';

interface TenantDue {
  /** `null`: nothing. */
  due: NextDue | null;
  /** What is coming. */
  events: readonly ForecastEvent[];
}

export function useNextDue(view: TenantView): TenantDue | undefined {
  const { name } = view.tenant;
  const now = useNow();
  const { data } = useDue();
  const provenAt = useProvenAt(name);
  if (data === undefined || provenAt === undefined) {
    return undefined;
  }
  const events = data.filter(({ tenant }) => tenant === name);
  return { due: nextDue(view, { events, provenAt, now: new Date(now).toISOString() }), events };
}
