// What a production tenant's key signs.
import type { DialogWords } from '../../../shared/words/words.ts';
import type { Fact } from '../question.ts';
import { keyFacts, keyInRing, tenantFacts } from './facts.ts';
import { inProduction } from './in-production.ts';
import { proposed, type Rule } from './proposal.ts';
import { keyLines, shortened, MOST_NAMES } from './key-lines.ts';

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

function expiry({ confirmation: said }: DialogWords, exp: unknown, ttl: number): string {
  const at = typeof exp === 'number' ? new Date(exp * 1000) : null;
  if (exp === undefined) {
    return said.secondsFromNow(ttl);
  }
  return at === null || Number.isNaN(at.getTime()) ? shortened(JSON.stringify(exp)) : said.instant(at.toISOString());
}
