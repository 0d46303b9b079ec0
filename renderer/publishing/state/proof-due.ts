// Whether a proof is what comes next: the set is as it should be, a key signs, and nothing was seen from outside since.
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { isSettled } from './publish-aim.ts';
import type { PublishFlow } from './publish-flow.ts';
import { useEvidence } from './queries.ts';

export function useProofIsDue({ tenant, rings, lastPublication }: TenantView, { preview, push }: PublishFlow): boolean {
  const { data: recorded } = useEvidence(tenant.name);
  return (
    preview.data !== undefined &&
    isSettled(preview.data) &&
    !push.busy &&
    lastPublication !== null &&
    recorded !== undefined &&
    rings.some(({ keys }) => keyIn('current', keys) !== null) &&
    !recorded.some(({ ok, at }) => ok && at >= lastPublication.at)
  );
}
