// Acts that are asked about at production tenants alone.
import type { Channel } from '../../../shared/channels.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { isProduction, tenantFacts } from './facts.ts';
import type { Rule } from './proposal.ts';

type TenantChannel = { [C in Channel]: ParsedArgsOf<C> extends { tenant: string } ? C : never }[Channel];

export const inProduction =
  <C extends TenantChannel>(ask: Rule<C>): Rule<C> =>
  (desk, args) =>
    isProduction(tenantFacts(desk.custodian, args.tenant)) ? ask(desk, args) : null;
