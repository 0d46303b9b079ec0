// Where this program speaks to: whom an officer says yes to before anything goes there. And the keys with which a production
// tenant itself signs.
import { isHere } from '../../../shared/domain/endpoints.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { isCompromised } from '../../../shared/domain/published-set/drift-report.ts';
import type { Fact, Question } from '../question.ts';
import { addressOf, isProduction, type TenantFacts, tenantFacts } from './facts.ts';
import { nameField, reasonField } from './fields.ts';
import { type GuardedSetting, GUARDED_SETTINGS } from './guarded-settings.ts';
import { inProduction } from './in-production.ts';
import { type Desk, proposed, type Rule } from './proposal.ts';

/** A rehearsal on this machine speaks to nobody, whatever it is called. */
export const add: Rule<'tenant.add'> = ({ words }, args) => {
  const {
    name,
    environment,
    endpoint,
    domain,
    customDomain,
    furtherDomains = [],
    issuer = null,
    apiBaseUrl,
    jwksUrl,
  } = args;
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
        ...line(said.label.furtherDomains, furtherDomains.join(', ') || null),
        ...line(said.label.issuer, issuer),
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
    const free = freeAt(tenant, args);
    return GUARDED_SETTINGS.flatMap((setting) => {
      const wanted = guarded[setting];
      const [from, to] = [textOf(tenant[setting]), textOf(wanted ?? null)];
      return wanted === undefined || from === to || free.has(setting) ? [] : [{ setting, from, to }];
    });
  };
  if (changes().length === 0) {
    return null;
  }
  const { confirmation: said, shared } = words;
  const read = () => ({
    tenant: tenantFacts(custodian, name),
    changes: changes(),
    brings: custodian.previewEdit(args),
  });
  return proposed(read, {
    ask: ({ tenant, changes: shown, brings }) => ({
      ...said.editTenant,
      tenant,
      facts: [
        ...shown.map(({ setting, from, to }) => ({
          label: said.label[setting],
          values: [said.from(from ?? said.nothing), said.to(to ?? said.nothing)],
          mono: true,
        })),
        ...(brings.length === 0
          ? []
          : [{ label: said.label.brings, values: brings.map(shared.consequence), mono: false }]),
      ],
      grave: leavesProduction(tenant, args),
      fields: leavesProduction(tenant, args) ? [nameField(words, tenant.name)] : [],
    }),
  });
};

/** Then nothing is asked any more. */
const leavesProduction = (tenant: TenantFacts, { environment }: ParsedArgsOf<'tenant.edit'>): boolean =>
  isProduction(tenant) && environment !== undefined && environment !== 'production';

/** Nothing is sent to what a rehearsal on this machine names, before and after, unless it is called production. */
function freeAt(tenant: TenantFacts, { endpoint = tenant.endpoint, environment }: ParsedArgsOf<'tenant.edit'>) {
  const isRehearsal = isHere(tenant.endpoint) && isHere(endpoint);
  const names: GuardedSetting[] = isRehearsal ? ['domain', 'customDomain', 'furtherDomains', 'issuer'] : [];
  const isCareful = isProduction(tenant) || environment === 'production';
  return new Set<GuardedSetting>(isRehearsal && !isCareful ? [...names, 'environment'] : names);
}

const textOf = (value: string | readonly string[] | null): string | null =>
  value === null || typeof value === 'string' ? value : value.join(', ') || null;

/** Whoever renames could have an officer take one tenant for another. */
export const rename: Rule<'tenant.rename'> = inProduction(({ custodian, words }, args) => {
  const { confirmation: said } = words;
  return proposed(() => tenantFacts(custodian, args.tenant), {
    ask: (tenant) => ({
      ...said.renameTenant,
      tenant,
      facts: [{ label: said.label.newName, values: [args.to], mono: false }],
      grave: false,
      fields: [nameField(words, tenant.name)],
    }),
  });
});

export const archive: Rule<'tenant.archive'> = ({ custodian, words }, args) => {
  const { confirmation: said } = words;
  const read = () => {
    const { drift } = custodian.showTenant({ tenant: args.tenant });
    const compromised = drift?.findings.filter(isCompromised).map(({ kid }) => kid) ?? [];
    return { tenant: tenantFacts(custodian, args.tenant), compromised };
  };
  return proposed(read, {
    ask: ({ tenant, compromised }) => ({
      ...said.archiveTenant,
      tenant,
      facts: compromised.length === 0 ? [] : [{ label: said.label.compromised, values: compromised, mono: true }],
      grave: isProduction(tenant) || compromised.length > 0,
      fields: [reasonField(words), ...(isProduction(tenant) ? [nameField(words, tenant.name)] : [])],
    }),
    fill: ({ reason = '' }) => ({ ...args, reason }),
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
