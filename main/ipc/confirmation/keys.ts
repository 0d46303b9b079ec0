// What becomes of a production tenant's keys.
import { termsFor } from '../../../shared/domain/timing/terms.ts';
import { copiesOut, isProduction, keyFacts, keyInRing, tenantFacts } from './facts.ts';
import { kidField, nameField, overrideField, reasonField } from './fields.ts';
import { inProduction } from './in-production.ts';
import { proposed, type Rule } from './proposal.ts';
import { keyLines, holders, exposed } from './key-lines.ts';

type Looking = Parameters<typeof keyFacts>[0] & Parameters<typeof copiesOut>[0];

const bothIn = (custodian: Looking, { tenant, ring }: { tenant: string; ring?: string | undefined }) => ({
  tenant: tenantFacts(custodian, tenant),
  current: keyInRing(custodian, tenant, { ring, state: 'current' }),
  next: keyInRing(custodian, tenant, { ring, state: 'next' }),
});

/** With the copies of the key that stops counting. */
const endingIn = (custodian: Looking, named: { tenant: string; ring?: string | undefined }) => {
  const both = bothIn(custodian, named);
  return { ...both, copies: both.current === null ? [] : copiesOut(custodian, named.tenant, both.current.kid) };
};

const oneOf = (custodian: Looking, { tenant, kid }: { tenant: string; kid: string }) => ({
  tenant: tenantFacts(custodian, tenant),
  key: keyFacts(custodian, tenant, kid),
  copies: copiesOut(custodian, tenant, kid),
});

/** Only early: a rotation in its time is routine. */
export const rotate: Rule<'key.rotate'> = ({ custodian, words }, { overriding, override: saidByThePage, ...args }) => {
  const early = overriding === true || saidByThePage !== undefined;
  if (!early || !isProduction(tenantFacts(custodian, args.tenant))) {
    return null;
  }
  const { confirmation: said } = words;
  return proposed(() => bothIn(custodian, args), {
    ask: ({ tenant, current, next }) => ({
      ...said.rotateEarly,
      tenant,
      facts: [...keyLines(said.label.signsFromNow, next), ...keyLines(said.label.signedSoFar, current)],
      grave: true,
      fields: [overrideField(words)],
    }),
    fill: ({ override }) => ({ ...args, override }),
  });
};

export const revoke: Rule<'key.revoke'> = inProduction(({ custodian, words }, args) => {
  const early = args.overriding === true || args.override !== undefined;
  const { confirmation: said } = words;
  return proposed(() => oneOf(custodian, args), {
    ask: ({ tenant, key, copies }) => ({
      ...said.revoke,
      tenant,
      facts: [...keyLines(said.label.key, key), exposed(words, args), ...holders(words, copies)],
      grave: true,
      fields: [reasonField(words), ...(early ? [overrideField(words)] : []), nameField(words, tenant.name)],
    }),
    fill: ({ reason, override }) => ({ ...args, reason, override }),
  });
});

export const withdraw: Rule<'key.withdraw'> = inProduction(({ custodian, words }, args) => {
  const { confirmation: said } = words;
  return proposed(() => oneOf(custodian, args), {
    ask: ({ tenant, key, copies }) => ({
      ...said.withdraw,
      tenant,
      facts: [...keyLines(said.label.key, key), exposed(words, args), ...holders(words, copies)],
      grave: true,
      fields: [reasonField(words), nameField(words, tenant.name)],
    }),
    fill: ({ reason }) => ({ ...args, reason }),
  });
});

export const rotateAndRevoke: Rule<'key.rotateAndRevoke'> = inProduction(({ custodian, words }, args) => {
  const { confirmation: said } = words;
  return proposed(() => endingIn(custodian, args), {
    ask: ({ tenant, current, next, copies }) => ({
      ...said.rotateAndRevoke,
      tenant,
      facts: [
        ...keyLines(said.label.revokedNow, current),
        ...keyLines(args.nextToo === true ? said.label.revokedToo : said.label.signsFromNow, next),
        ...(args.nextToo === true ? [{ label: said.label.signsFromNow, values: [said.freshKey], mono: false }] : []),
        exposed(words, args),
        ...holders(words, copies),
      ],
      grave: true,
      fields: [reasonField(words), nameField(words, tenant.name)],
    }),
    fill: ({ reason }) => ({ ...args, reason }),
  });
});

export const retireRing: Rule<'ring.retire'> = inProduction(({ custodian, words }, args) => {
  const { confirmation: said } = words;
  return proposed(() => bothIn(custodian, args), {
    ask: ({ tenant, current, next }) => ({
      ...said.retireRing,
      tenant,
      facts: [
        { label: said.label.ring, values: [args.ring], mono: false },
        ...keyLines(said.label.signedSoFar, current),
        ...keyLines(said.label.revokedNow, next),
      ],
      grave: true,
      fields: [reasonField(words), nameField(words, tenant.name)],
    }),
    fill: ({ reason }) => ({ ...args, reason }),
  });
});

export const destroy: Rule<'key.destroy'> = ({ custodian, words }, args) => {
  const { tenant, policy } = custodian.showTenant({ tenant: args.tenant });
  if (!isProduction(tenant)) {
    return null;
  }
  const { confirmation: said } = words;
  const days = termsFor(tenant.environment, policy).destroyAfterDays;
  return proposed(() => ({ ...oneOf(custodian, args), days }), {
    ask: (seen) => ({
      ...said.destroy(seen.days),
      tenant: seen.tenant,
      facts: keyLines(said.label.key, seen.key),
      grave: true,
      fields: [kidField(words, seen.key.kid)],
    }),
    fill: ({ name }) => ({ ...args, confirm: name }),
  });
};
