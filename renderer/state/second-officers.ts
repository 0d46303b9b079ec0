// Whether an act needs the approval of another officer, by the same rule that the act asks.
import type { Channel } from '../../shared/channels.ts';
import { isGuardable, needsSecond } from '../../shared/domain/four-eyes/four-eyes.ts';
import { useFourEyes } from './queries.ts';

/** Who may approve; `null` where nobody has to, or it is not known yet. `said`: of the act so far. */
export function useSecondOfficers(
  tenant: string | null,
  act: Channel,
  said: Readonly<Record<string, unknown>> = {},
): string[] | null {
  const { data: found } = useFourEyes(tenant ?? '', tenant !== null && isGuardable(act, said));
  return found !== undefined && needsSecond(act, said, found.kinds)
    ? found.officers.filter(({ device }) => device !== found.own).map(({ name }) => name)
    : null;
}
