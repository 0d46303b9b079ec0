// Who may say the second yes, and for which acts one is wanted: the page can give neither alone, in no environment.
import { tenantFacts } from './facts.ts';
import { proposed, type Rule } from './proposal.ts';

export const addOfficer: Rule<'officer.add'> = ({ custodian, words }, args) => {
  const { fourEyes: said } = words.confirmation;
  return proposed(() => tenantFacts(custodian, args.tenant), {
    ask: (tenant) => ({
      ...said.add,
      tenant,
      facts: [
        { label: said.officer, values: [args.name], mono: false },
        { label: said.device, values: [args.device], mono: true },
      ],
      grave: true,
      fields: [],
    }),
  });
};

export const removeOfficer: Rule<'officer.remove'> = ({ custodian, words }, args) => {
  const { fourEyes: said } = words.confirmation;
  return proposed(() => tenantFacts(custodian, args.tenant), {
    ask: (tenant) => ({
      ...said.remove,
      tenant,
      facts: [{ label: said.officer, values: [args.name], mono: false }],
      grave: true,
      fields: [],
    }),
  });
};

export const setFourEyes: Rule<'fourEyes.set'> = ({ custodian, words }, args) => {
  const { fourEyes: said } = words.confirmation;
  return proposed(() => tenantFacts(custodian, args.tenant), {
    ask: (tenant) => ({
      ...said.set,
      tenant,
      facts: [
        {
          label: said.acts,
          values: args.kinds.length === 0 ? [said.none] : args.kinds.map((kind) => said.kinds[kind]),
          mono: false,
        },
      ],
      grave: true,
      fields: [],
    }),
  });
};
