// Where this program speaks to: whom an officer says yes to before anything goes there. And the keys with which a production
// tenant itself signs.
import { isHere } from '../../../shared/domain/endpoints.ts';
import type { Fact, Question } from '../question.ts';
import { addressOf, tenantFacts } from './facts.ts';
import { nameField } from './fields.ts';
import { type GuardedSetting, GUARDED_SETTINGS } from './guarded-settings.ts';
import { inProduction } from './in-production.ts';
import { type Desk, proposed, type Rule } from './proposal.ts';

/** A rehearsal on this machine speaks to nobody, whatever it is called. */
export const add: Rule<'tenant.add'> = ({ words }, args) => {
  const { name, environment, endpoint, domain, customDomain, apiBaseUrl, jwksUrl } = args;
  if (isHere(endpoint) && apiBaseUrl === null && jwksUrl === null) {
    return null;
  }
  const { confirmation: said } = words;
  return proposed(() => null, {
    ask: () => ({
      ...said.addTenant,
      tenant: { name, environment },
      facts: [
        ...line(said.label.domain, domain),
        ...line(said.label.customDomain, customDomain),
        ...line(said.label.apiBaseUrl, apiBaseUrl),
        ...line(said.label.jwksUrl, jwksUrl),
      ],
      grave: false,
      fields: [],
    }),
  });
};

const line = (label: string, value: string | null): Fact[] =>
  value === null ? [] : [{ label, values: [value], mono: true }];

export const edit: Rule<'tenant.edit'> = ({ custodian, words }, args) => {
  const { tenant: name, policy: _policy, rehearsalTenant: _rehearsal, ...guarded } = args;
  const changes = () => {
    const tenant = tenantFacts(custodian, name);
    // Nothing is sent to the custom domain of a rehearsal.
    const free: ReadonlySet<GuardedSetting> = new Set(isHere(tenant.endpoint) ? ['customDomain'] : []);
    return GUARDED_SETTINGS.flatMap((setting) => {
      const wanted = guarded[setting];
      return wanted === undefined || wanted === tenant[setting] || free.has(setting)
        ? []
        : [{ setting, from: tenant[setting], to: wanted }];
    });
  };
  if (changes().length === 0) {
    return null;
  }
  const { confirmation: said } = words;
  return proposed(() => ({ tenant: tenantFacts(custodian, name), changes: changes() }), {
    ask: ({ tenant, changes: shown }) => ({
      ...said.editTenant,
      tenant,
      facts: shown.map(({ setting, from, to }) => ({
        label: said.label[setting],
        values: [said.from(from ?? said.nothing), said.to(to ?? said.nothing)],
        mono: true,
      })),
      grave: false,
      fields: [],
    }),
  });
};

export const rotateOwn: Rule<'remote.rotate'> = inProduction((desk, args) =>
  own(desk, args.tenant, { ...desk.words.confirmation.rotateOwn, key: [] }),
);

export const revokeOwn: Rule<'remote.revoke'> = inProduction(({ custodian, words }, args) => {
  const key = [{ label: words.confirmation.label.key, values: [args.kid], mono: true }];
  return own({ custodian, words }, args.tenant, { ...words.confirmation.revokeOwn, key });
});

const own = (
  { custodian, words }: Pick<Desk, 'custodian' | 'words'>,
  name: string,
  { key, ...said }: Pick<Question, 'title' | 'means' | 'yes'> & { key: Fact[] },
) =>
  proposed(() => ({ tenant: tenantFacts(custodian, name), address: addressOf(custodian, name) }), {
    ask: ({ tenant, address }) => {
      const { label, onThisMachine } = words.confirmation;
      return {
        ...said,
        tenant,
        facts: [{ label: label.sentTo, values: [address ?? onThisMachine], mono: true }, ...key],
        grave: true,
        fields: [nameField(words, tenant.name)],
      };
    },
  });
