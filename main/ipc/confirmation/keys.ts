// What becomes of a production tenant's keys, and what they sign.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { KeyWorth } from '../../../shared/domain/key-ring/ring.ts';
import { termsFor } from '../../../shared/domain/timing/terms.ts';
import type { DialogWords } from '../../../shared/words/words.ts';
import type { Fact, Question } from '../question.ts';
import { copiesOut, isProduction, keyFacts, keyInRing, tenantFacts, valuedInRing } from './facts.ts';
import { kidField, nameField, overrideField, reasonField } from './fields.ts';
import { inProduction } from './in-production.ts';
import { type Desk, type Proposal, proposed, type Rule } from './proposal.ts';

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
export const rotate: Rule<'key.rotate'> = ({ custodian, words }, { overriding, override: _saidByThePage, ...args }) => {
  const early = overriding === true || _saidByThePage !== undefined;
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

/** Wherever it is: a key that an officer brought in, or that others hold, makes room only for a yes that saw its name. */
export const generate: Rule<'key.generate'> = (desk, { replace: _saidByThePage, ...args }) =>
  makingRoom(desk, args, (replace) => ({ ...args, replace }));

export const abortRotation: Rule<'key.abortRotation'> = (desk, { replace: _saidByThePage, ...args }) =>
  makingRoom(desk, args, (replace) => ({ ...args, replace }));

function makingRoom<C extends 'key.generate' | 'key.abortRotation'>(
  { custodian, words }: Desk,
  { tenant: name, ring }: { tenant: string; ring?: string | undefined },
  fill: (kid: string) => ParsedArgsOf<C>,
): Proposal<C> | null {
  const read = () => ({
    tenant: tenantFacts(custodian, name),
    next: valuedInRing(custodian, name, { ring, state: 'next' }),
  });
  const { next } = read();
  return next === null
    ? null
    : proposed(read, {
        ask: (seen) => replacingQuestion(words, seen.tenant, seen.next),
        fill: () => fill(next.kid),
      });
}

/** Also for a key that comes in from a file. */
export function replacingQuestion(
  { confirmation: said }: DialogWords,
  tenant: Question['tenant'],
  key: { kid: string; worth: KeyWorth } | null,
): Question {
  return {
    ...said.replacing,
    tenant,
    facts: [
      ...keyLines(said.label.makesRoom, key),
      ...(key === null ? [] : [{ label: said.label.why, values: [said.worth[key.worth]], mono: false }]),
    ],
    grave: true,
    fields: [],
  };
}

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

export const sign: Rule<'token.sign'> = inProduction(({ custodian, words }, args) => {
  custodian.checkClaims(args);
  const { confirmation: said } = words;
  const { claims } = args;
  const text = (name: string): string | null => {
    const value = claims[name];
    return value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
  };
  const claim = (label: string, name: string): Fact[] => {
    const value = text(name);
    return value === null ? [] : [{ label, values: [shortened(value)], mono: true }];
  };
  const names = Object.keys(claims);
  return proposed(
    () => ({
      tenant: tenantFacts(custodian, args.tenant),
      key:
        args.kid === undefined
          ? keyInRing(custodian, args.tenant, { ring: args.ring, state: 'current' })
          : keyFacts(custodian, args.tenant, args.kid),
    }),
    {
      ask: ({ tenant, key }) => ({
        ...said.sign,
        tenant,
        facts: [
          ...keyLines(said.label.key, key),
          ...claim(said.label.subject, 'sub'),
          ...claim(said.label.audience, 'aud'),
          { label: said.label.expires, values: [expiry(words, claims['exp'], args.ttl)], mono: false },
          {
            label: said.label.claims,
            values: [
              said.claims(names.slice(0, MOST_NAMES).map(shortened), names.length - MOST_NAMES),
              said.size(Buffer.byteLength(JSON.stringify(claims))),
            ],
            mono: false,
          },
        ],
        grave: false,
        fields: [],
      }),
    },
  );
});

const MOST_NAMES = 12;
const MOST_CHARACTERS = 200;

const shortened = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;

function expiry({ confirmation: said }: DialogWords, exp: unknown, ttl: number): string {
  const at = typeof exp === 'number' ? new Date(exp * 1000) : null;
  if (exp === undefined) {
    return said.secondsFromNow(ttl);
  }
  return at === null || Number.isNaN(at.getTime()) ? shortened(JSON.stringify(exp)) : said.instant(at.toISOString());
}

export function keyLines(label: string, key: { kid: string; thumbprint?: string | null } | null): Fact[] {
  return key === null ? [] : [{ label, values: [...new Set([key.kid, key.thumbprint ?? key.kid])], mono: true }];
}

/** Who may still have a copy; nothing where nobody has. */
const holders = (
  { confirmation: said, accept }: DialogWords,
  copies: readonly { number: number; to: string }[],
): Fact[] =>
  copies.length === 0
    ? []
    : [
        {
          label: said.label.copies,
          values: [
            ...copies.slice(0, MOST_NAMES).map(({ number, to }) => said.copy(shortened(to), number)),
            ...(copies.length > MOST_NAMES ? [accept.more(copies.length - MOST_NAMES)] : []),
          ],
          mono: false,
        },
      ];

function exposed(
  { confirmation: said }: DialogWords,
  { compromised, compromisedSince }: { compromised: boolean; compromisedSince?: Instant | undefined },
): Fact {
  const value = compromised
    ? compromisedSince === undefined
      ? said.exposed
      : said.exposedSince(said.instant(compromisedSince))
    : said.routine;
  return { label: said.label.why, values: [value], mono: false };
}

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
