// What a newcomer has done so far, read from the facts: nothing is ticked by hand.
import { isHere } from '../../../shared/domain/endpoints.ts';
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import type { Route } from '../../../shared/screens.ts';

export const FIRST_STEPS = ['rehearse', 'add', 'generate', 'publish', 'prove'] as const;
type FirstStep = (typeof FIRST_STEPS)[number];

interface StepState {
  step: FirstStep;
  done: boolean;
  /** Where it is done. */
  to: Route;
}

const isOut = ({ lastPublishedAt }: TenantSummary): boolean => lastPublishedAt !== null;

/** `proven`: names of the tenants of which a proof is on record. */
export function firstSteps(tenants: readonly TenantSummary[], proven: ReadonlySet<string>): StepState[] {
  const sandbox = tenants.filter(({ tenant }) => isHere(tenant.endpoint));
  const own = tenants.filter(({ tenant }) => !isHere(tenant.endpoint));
  const isProven = ({ tenant }: TenantSummary) => proven.has(tenant.name);
  const add: Route = { screen: 'add-tenant' };
  const at = (screen: 'publish' | 'keys', found: TenantSummary | undefined): Route =>
    found === undefined ? add : { screen, tenant: found.tenant.name };
  const [first] = own;
  return [
    { step: 'rehearse', done: sandbox.some((one) => isOut(one) && isProven(one)), to: at('publish', sandbox[0]) },
    { step: 'add', done: own.length > 0, to: add },
    {
      step: 'generate',
      done: own.some(({ keys }) => keys.current > 0 && keys.next > 0),
      to: at('keys', first),
    },
    { step: 'publish', done: own.some(isOut), to: at('publish', first) },
    { step: 'prove', done: own.some(isProven), to: at('publish', first) },
  ];
}
