// Whether a proof is what comes next on the publish screen.
import { isProofDue } from '../../../shared/domain/tenant/next-due.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { isSettled } from './publish-aim.ts';
import type { PublishFlow } from './publish-flow.ts';
import { useProvenAt } from './queries.ts';

export function useProofIsDue(view: TenantView, { preview, push }: PublishFlow): boolean {
  const provenAt = useProvenAt(view.tenant.name);
  return (
    preview.data !== undefined &&
    isSettled(preview.data) &&
    !push.busy &&
    provenAt !== undefined &&
    isProofDue(view, provenAt)
  );
}
