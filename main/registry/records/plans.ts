// Rehearsed and completed plans as rows.
import { type CompletedPlan, PLAN_ORDERS } from '../../../shared/domain/plan/plan.ts';
import { oneOf, type Row, text } from '../columns.ts';

export const completedFrom = (row: Row): CompletedPlan => ({
  tenantId: text(row, 'tenant_id'),
  order: oneOf(row, 'plan_order', PLAN_ORDERS),
  hash: text(row, 'hash'),
  at: text(row, 'at'),
});
