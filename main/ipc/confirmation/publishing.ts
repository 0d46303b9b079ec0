// Changing a production tenant's published set: the keys as this process previewed them, bound to the hash of the preview.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { nameField, overrideField, phraseField } from './fields.ts';
import { addressOf, isProduction, type TenantFacts, tenantFacts } from './facts.ts';
import { inProduction } from './in-production.ts';
import type { SeenPreview } from './previews.ts';
import { type Desk, proposed, type Rule } from './proposal.ts';
import type { Fact, Question } from '../question.ts';

interface Seen {
  tenant: TenantFacts;
  address: string | null;
  preview: SeenPreview;
}

/** Also a rollback and a clearing. What was agreed to among many is not asked for again. */
export const push: Rule<'publish.push'> = async (desk, args) => {
  const { custodian, words, previews, agreements, provenBefore, signal } = desk;
  const tenant = tenantFacts(custodian, args.tenant);
  const agreed = isProduction(tenant) ? agreements.take(args, tenant) : null;
  if (!isProduction(tenant) || agreed !== null) {
    provenBefore(agreed?.proof ?? null);
    return null;
  }
  const { override: _saidByThePage, ...intent } = args;
  const preview = await previews.see(intent, signal);
  return proposed(
    () => ({ tenant: tenantFacts(custodian, args.tenant), address: addressOf(custodian, args.tenant), preview }),
    {
      ask: (seen) => ({ ...aboutSet(desk, seen), ...words.confirmation.publish[preview.act] }),
      fill: ({ override }) => ({ ...intent, ...(override === undefined ? {} : { override }) }),
    },
  );
};

/** A courier pushes it where we cannot see it, so it is a push. */
export const bundle: Rule<'bundle.save'> = inProduction(async (desk, args) => {
  const { custodian, words, previews } = desk;
  const { override: _saidByThePage, hash, as: _as, days: _days, ...intent } = args;
  const preview = await previews.offline(intent);
  if (preview.hash !== hash) {
    throw new CustodianError('PUBLISH_CHANGED', { tenant: args.tenant });
  }
  return proposed(
    () => ({ tenant: tenantFacts(custodian, args.tenant), address: addressOf(custodian, args.tenant), preview }),
    {
      ask: (seen) => ({ ...aboutSet(desk, seen), ...words.confirmation.publish.courier(args.days) }),
      fill: ({ override }) => ({ ...args, override }),
    },
  );
});

function aboutSet({ words }: Desk, { tenant, address, preview }: Seen): Omit<Question, 'title' | 'means' | 'yes'> {
  const { label, afterwards, onThisMachine } = words.confirmation;
  const { kids, changes, waits, othersStay, jwksUrl, revokedBack, act, deletes } = preview;
  const named = (...kinds: string[]): string[] =>
    changes.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  return {
    tenant,
    facts: [
      { label: label.sentTo, values: [address ?? onThisMachine], mono: true },
      { label: label.publicAt, values: [jwksUrl], mono: true },
      ...list(label.added, named('added')),
      ...list(label.altered, named('altered')),
      ...list(label.takenDown, named('removed')),
      ...list(
        label.othersStay,
        othersStay.map(({ name, reason }) => `${name}: ${reason}`),
      ),
      ...list(label.waits, waits),
      { label: label.afterwards, values: [afterwards(kids.length)], mono: false },
    ],
    grave: deletes || act === 'clear',
    fields: [
      ...(revokedBack.length > 0 ? [overrideField(words, words.confirmation.whyRevokedBack(revokedBack))] : []),
      ...(act === 'clear' ? [nameField(words, tenant.name)] : []),
    ],
  };
}

const list = (label: string, values: string[]): Fact[] => (values.length === 0 ? [] : [{ label, values, mono: true }]);

/** One question for many pushes, bound to each of their hashes. */
export const many: Rule<'publish.agree'> = ({ custodian, words, previews }, { pushes }) => {
  const { label, many: said } = words.confirmation;
  const read = () =>
    pushes.map(({ tenant, hash }) => {
      const preview = previews.seen(tenant, hash);
      if (preview === null) {
        throw new CustodianError('PUBLISH_CHANGED', { tenant });
      }
      return { tenant: tenantFacts(custodian, tenant), address: addressOf(custodian, tenant), preview };
    });
  const production = read().filter(({ tenant }) => isProduction(tenant));
  if (production.length === 0) {
    return null;
  }
  return proposed(() => read().filter(({ tenant }) => isProduction(tenant)), {
    ask: (seen) => ({
      title: said.title(seen.length),
      tenant: null,
      facts: [
        { label: label.production, values: seen.map((one) => said.line(one.tenant.name, counts(one))), mono: false },
      ],
      means: said.means,
      yes: said.yes(seen.length),
      grave: seen.some(({ preview }) => preview.deletes),
      fields: [phraseField(words, said.phrase(seen.length))],
    }),
  });
};

const counts = ({ preview: { kids, changes } }: Seen): { after: number; added: number; removed: number } => ({
  after: kids.length,
  added: changes.filter(({ kind }) => kind === 'added').length,
  removed: changes.filter(({ kind }) => kind === 'removed').length,
});

export const plainPush = ({ tenant, hash }: { tenant: string; hash: string }): ParsedArgsOf<'publish.push'> => ({
  tenant,
  hash,
});
