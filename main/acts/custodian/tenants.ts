// Tenants, their rings and the policies they live by.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { FleetRing } from '../../../shared/contract/fleet.ts';
import type { PolicyPreview, PolicyView } from '../../../shared/contract/policies.ts';
import type { AddedRing, RetireRingArgs, TenantSummary } from '../../../shared/contract/tenants.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { Ports } from '../../ports/ports.ts';
import { dueCalendar, dueEvents } from '../plans/forecasts.ts';
import { editTenant, listPolicies, previewPolicy, setPolicy } from '../plans/policies.ts';
import { addRing, listRings, retireRing } from '../keys/rings.ts';
import { addTenant, listTenants, removeTenant, showTenant } from '../tenants/tenants.ts';
import type { Turns } from './turn.ts';

export interface TenantActs {
  listTenants(): TenantSummary[];
  showTenant(args: ParsedArgsOf<'tenant.show'>): TenantView;
  addTenant(args: ParsedArgsOf<'tenant.add'>): Promise<TenantView>;
  editTenant(args: ParsedArgsOf<'tenant.edit'>): Promise<TenantView>;
  removeTenant(args: ParsedArgsOf<'tenant.remove'>): Promise<null>;
  addRing(args: ParsedArgsOf<'ring.add'>): Promise<AddedRing>;
  retireRing(args: RetireRingArgs): Promise<RingView>;
  /** Every ring of every tenant, with the kids of its keys. */
  listRings(): FleetRing[];
  listPolicies(): PolicyView[];
  setPolicy(args: ParsedArgsOf<'policy.set'>): Promise<PolicyView>;
  previewPolicy(args: ParsedArgsOf<'policy.preview'>): PolicyPreview;
  dueEvents(args: ParsedArgsOf<'fleet.due'>): ForecastEvent[];
  dueCalendar(args: ParsedArgsOf<'fleet.due'>): string;
}

export function tenantActs(ports: Ports, { inTurn }: Turns): TenantActs {
  return {
    listTenants: () => listTenants(ports),
    showTenant: (args) => showTenant(ports, args),
    addTenant: (args) => inTurn((acting) => addTenant(acting, args)),
    editTenant: (args) => inTurn((acting) => editTenant(acting, args)),
    removeTenant: (args) => inTurn((acting) => removeTenant(acting, args)),
    // oxlint-disable-next-line typescript/require-await -- it refuses as all acts do, by a promise
    retireRing: (args) => inTurn(async (acting) => retireRing(acting, args)),
    addRing: (args) => inTurn((acting) => addRing(acting, args)),
    listRings: () => listRings(ports),
    listPolicies: () => listPolicies(ports),
    setPolicy: (args) => inTurn((acting) => setPolicy(acting, args)),
    previewPolicy: (args) => previewPolicy(ports, args),
    dueEvents: (args) => dueEvents(ports, args),
    dueCalendar: (args) => dueCalendar(ports, args),
  };
}
