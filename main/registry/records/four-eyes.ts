// Officers, the acts that want two of them, and the approvals that were used.
import { FOUR_EYES_KINDS, type FourEyesKind, type Officer } from '../../../shared/domain/four-eyes/four-eyes.ts';
import { oneOf, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

const OFFICERS = table<Officer>('officers', { name: text, device: text, addedAt: text });
const KINDS = table<{ kind: FourEyesKind }>('four_eyes', { kind: oneOf(FOUR_EYES_KINDS) });
const USED = table<{ id: string; at: string }>('used_approvals', { id: text, at: text });

export const fourEyes = {
  reads: (rows) => ({
    officers: (tenantId) => rows.of(OFFICERS, tenantId),
    fourEyes: (tenantId) => rows.of(KINDS, tenantId).map(({ kind }) => kind),
    usedApprovals: (tenantId) => new Set(rows.of(USED, tenantId).map(({ id }) => id)),
  }),
  changes: (rows) => ({
    addOfficer: (tenantId, officer) => rows.insert(OFFICERS, officer, { tenant_id: tenantId }),
    removeOfficer: (tenantId, device) => rows.remove(OFFICERS, { tenant_id: tenantId, device }),
    setFourEyes(tenantId, kinds) {
      rows.remove(KINDS, { tenant_id: tenantId });
      kinds.forEach((kind) => rows.insert(KINDS, { kind }, { tenant_id: tenantId }));
    },
    useApproval: (tenantId, id, at) => rows.insert(USED, { id, at }, { tenant_id: tenantId }),
  }),
} satisfies Subject;
