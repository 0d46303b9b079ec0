// What a plan does now to a production tenant's keys.
import { CustodianError } from '../../../shared/errors.ts';
import { tenantFacts } from './facts.ts';
import { overrideField, reasonField } from './fields.ts';
import { inProduction } from './in-production.ts';
import { proposed, type Rule } from './proposal.ts';

/** Which of a plan's steps would be done now. */
export const plan: Rule<'plan.run'> = inProduction(({ custodian, words }, args) => {
  const overriding = args.overriding === true || args.override !== undefined;
  const { confirmation: said } = words;
  const read = () => {
    const { tenant, ring } = args;
    const found = (['apps-first', 'rotate-first'] as const)
      .map((order) => custodian.showPlan({ tenant, ring, order }))
      .find(({ hash }) => hash === args.hash);
    if (found === undefined) {
      throw new CustodianError('PLAN_CHANGED', { ring: ring ?? 'default' });
    }
    const due = found.steps.filter(({ state }) => state === 'due').map(({ kind }) => kind);
    return { tenant: tenantFacts(custodian, tenant), ...found.plan, due };
  };
  if (!overriding) {
    // Nobody is asked for what is refused afterwards.
    custodian.requireRehearsal({ tenant: args.tenant, ring: args.ring, order: read().order });
  }
  return proposed(read, {
    ask: ({ tenant, order, from, to, due }) => ({
      ...said.plan,
      tenant,
      facts: [
        { label: said.label.order, values: [said.order[order]], mono: false },
        { label: said.label.replaced, values: [from], mono: true },
        { label: said.label.takesOver, values: [to], mono: true },
        { label: said.label.due, values: due.map((kind) => said.step[kind]), mono: false },
      ],
      grave: due.includes('revoke'),
      fields: [
        ...(overriding ? [overrideField(words, said.field.unrehearsed)] : []),
        ...(due.includes('revoke') ? [reasonField(words)] : []),
      ],
    }),
    // Without a reason nothing is revoked.
    fill: ({ override, reason }) => ({ ...args, override, reason }),
  });
});
