// The hash that stands for what an officer saw and approves. It names its purpose, the tenant and the place, so that one
// that was approved for a thing can never be used for another thing, another tenant or another address.
import type { ApprovalPlace } from './approval.ts';
import { canonicalHash } from '../encoding/canonical-json.ts';

export type ApprovalPurpose = 'publication' | 'publication-bundle' | 'rotation-plan' | 'four-eyes';

/** Lower-case hex SHA-256. */
export const approvalHash = (purpose: ApprovalPurpose, place: ApprovalPlace, facts: Record<string, unknown>): string =>
  canonicalHash({ purpose: `key-custodian/approval/${purpose}`, place, facts });
