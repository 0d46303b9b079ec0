// Results of the use cases in lines for people.
import type { KeyRing, RingView } from '../../../domain/key-ring/ring.ts';
import type { AddedRing } from '../../../acts/tenants.ts';
import type { PlacesForecast } from '../../../domain/published-set/places.ts';
import type { SigningKey } from '../../../domain/key-ring/key.ts';
import type { Tenant, TenantView } from '../../../domain/tenant/tenant.ts';
import type { TokenReading } from '../../../domain/token/token.ts';
import { certificateFault } from '../flaws.ts';
import { TOKEN_PROBLEM_WORDS } from '../waiting.ts';
import { keptLines } from './foreign-keys.ts';
import { sinceOf } from '../../../domain/key-ring/lane.ts';
import { table } from '../../../encoding/table.ts';

export function tenantLines({ tenant, rings, lastPublication, keptForeign, certificateFaults }: TenantView): string[] {
  return [
    `${tenant.name} (${tenant.environment}, ${tenant.endpoint})`,
    `  domain         ${tenant.domain}`,
    `  custom domain  ${customDomainsOf(tenant)}`,
    ...(tenant.issuer === null ? [] : [`  issuer         ${tenant.issuer}`]),
    ...(tenant.archive === null ? [] : [`  archived       ${tenant.archive.at}: ${tenant.archive.reason}`]),
    `  published      ${lastPublication?.at ?? 'never'}`,
    ...keptLines(keptForeign).map((line) => `  ${line}`),
    ...rings.flatMap((view) => ringLines(view)).map((line) => `  ${line}`),
    ...faultLines(certificateFaults).map((line) => `  ${line}`),
  ];
}

/** What speaks against the certificates of the keys that are named, or of all. */
export const faultLines = (
  faults: TenantView['certificateFaults'],
  kids: readonly string[] = Object.keys(faults),
): string[] =>
  kids.flatMap((kid) =>
    (faults[kid] ?? []).map(
      (fault) => `The certificate of ${kid}: ${certificateFault[fault]}. Reissue it, or take another.`,
    ),
  );

const customDomainsOf = ({ customDomain, furtherDomains }: Tenant): string =>
  customDomain === null
    ? 'none: custom keys cannot be published without one'
    : [customDomain, ...furtherDomains].join(', ');

export function ringLines({ ring, keys }: RingView): string[] {
  const retired = ring.retirement === null ? '' : `, retired at ${ring.retirement.at}: ${ring.retirement.reason}`;
  return [`ring ${ring.name}: ${algorithmOf(ring)}${retired}`, ...keyTable(keys).map((line) => `  ${line}`)];
}

/** When the private key goes, and how that is taken back. */
export const erasureLines = ({ keys }: RingView, tenant: string, kid: string): string[] =>
  keys
    .filter((key) => key.kid === kid)
    .map(({ destroyAt, destroyedAt }) =>
      destroyedAt === null
        ? `The private key of ${kid} will be erased ${destroyAt ?? ''}. Until then: custodian key destroy ${tenant} ${kid} --cancel`
        : `The private key of ${kid} was erased ${destroyedAt}.`,
    );

export const addedLines = ({ places, ...view }: AddedRing): string[] => [
  ...ringLines(view),
  ...(places === null ? [] : [placesWords(places)]),
];

function placesWords({ limit, now, most }: PlacesForecast): string {
  const when =
    now > limit
      ? `${now} keys want to be published now, so ${now - limit} of them wait: previous ones first, then next ones`
      : `${now} are wanted now, but ${most} while every ring rotates; then some wait: previous ones first, then next ones`;
  return `Not enough key slots: the tenant takes ${limit} keys. ${when}. See “publish preview”, or retire a ring.`;
}

export function algorithmOf({ alg, bits, writtenAs }: KeyRing): string {
  const named = writtenAs === null || writtenAs === alg ? '' : `, written as ${writtenAs}`;
  return bits === null ? `${alg}${named}` : `${alg}, ${bits} bits`;
}

export function tokenLines({ header, claims, signedBy, accepted, problems }: TokenReading): string[] {
  return [
    accepted ? 'ACCEPTED' : `NOT ACCEPTED: ${problems.map((problem) => TOKEN_PROBLEM_WORDS[problem]).join('; ')}`,
    signedBy === null
      ? 'signed by nobody of this tenant'
      : `signed by ${signedBy.kid} (${signedBy.state}, ${signedBy.alg})`,
    `header ${JSON.stringify(header)}`,
    `claims ${JSON.stringify(claims)}`,
  ];
}

export function keyTable(keys: readonly SigningKey[]): string[] {
  return keys.length === 0 ? ['no keys'] : table([['STATE', 'KID', 'SINCE', 'PUBLISHED', 'USES'], ...keys.map(keyRow)]);
}

function keyRow(key: SigningKey): string[] {
  return [key.state, key.kid, sinceOf(key), key.publishedAt ?? 'no', String(key.uses)];
}
