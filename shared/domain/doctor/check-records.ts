// Looks over the public records for what can never be right, whoever changed them: pure functions over facts. The
// database refuses most of it by itself; a file that was edited by hand, or restored in parts, did not ask the database.
import { isLiving } from '../limits.ts';
import { type Finding, finding, type RingRule } from './report.ts';
import type { KeyRing } from '../key-ring/ring.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { CLOCK_TOLERANCE_SECONDS } from '../timing/clocks.ts';
import { plusSeconds } from '../timing/instants.ts';

export interface RecordedTenant {
  tenant: Tenant;
  rings: readonly KeyRing[];
  keys: readonly SigningKey[];
}

export function checkRecords(tenants: readonly RecordedTenant[]): Finding[] {
  return [
    ...tenants.flatMap((recorded) => [...brokenRules(recorded), ...disorderedTimes(recorded)]),
    ...sharedMaterial(tenants),
  ];
}

/** What a single key must fulfil. */
const KEY_RULES: readonly (readonly [RingRule, (key: SigningKey) => boolean])[] = [
  ['revoked-with-reason', (key) => key.state !== 'revoked' || (key.revokedAt !== null && key.revocation !== null)],
  ['destroyed-is-revoked', (key) => key.destroyedAt === null || !isLiving(key.state)],
  ['state-has-time', stateHasTime],
];

function brokenRules({ tenant, rings, keys }: RecordedTenant): Finding[] {
  const ringOf = new Map(rings.map((ring) => [ring.id, ring]));
  const broken = (ring: string, rule: RingRule, wrong: readonly SigningKey[]): Finding[] =>
    wrong.length === 0 ? [] : [finding('rule-broken', { tenant: tenant.name, ring, rule, kids: kidsOf(wrong) })];
  const strays = keys.filter((key) => key.tenantId !== tenant.id || ringOf.get(key.ringId)?.alg !== key.alg);
  return [
    ...broken('', 'ring-of-tenant', strays),
    ...rings.flatMap((ring) => {
      const own = keys.filter((key) => key.ringId === ring.id);
      const inState = (state: SigningKey['state']) => own.filter((key) => key.state === state);
      return [
        ...broken(ring.name, 'one-next', beyondOne(inState('next'))),
        ...broken(ring.name, 'one-current', beyondOne(inState('current'))),
        ...KEY_RULES.flatMap(([rule, holds]) =>
          broken(
            ring.name,
            rule,
            own.filter((key) => !holds(key)),
          ),
        ),
      ];
    }),
  ];
}

function stateHasTime({ state, currentAt, previousAt, revokedAt, replacedAt }: SigningKey): boolean {
  switch (state) {
    case 'next':
      return currentAt === null && previousAt === null && revokedAt === null;
    case 'current':
      return currentAt !== null && previousAt === null && revokedAt === null;
    case 'previous':
      return previousAt !== null && revokedAt === null;
    case 'revoked':
      return revokedAt !== null && replacedAt === null;
    case 'replaced':
      return replacedAt !== null && revokedAt === null;
  }
}

/** An act cannot be older than the one before it, unless the clock was wrong. */
function disorderedTimes({ tenant, keys }: RecordedTenant): Finding[] {
  return keys
    .filter((key) => {
      const times = [
        key.createdAt,
        key.currentAt,
        key.previousAt,
        key.revokedAt,
        key.replacedAt,
        key.destroyedAt,
      ].filter((at) => at !== null);
      return times.some((at, index) => plusSeconds(at, CLOCK_TOLERANCE_SECONDS) < (times[index - 1] ?? at));
    })
    .map((key) => finding('times-disordered', { tenant: tenant.name, kid: key.kid }));
}

function sharedMaterial(tenants: readonly RecordedTenant[]): Finding[] {
  const holders = new Map<string, { tenant: Tenant; key: SigningKey }[]>();
  for (const { tenant, keys } of tenants) {
    for (const key of keys) {
      holders.set(key.spkiSha256, [...(holders.get(key.spkiSha256) ?? []), { tenant, key }]);
    }
  }
  return [...holders.values()].flatMap((same): Finding[] => {
    const live = same.filter(({ key }) => isLiving(key.state));
    const gone = same.find(({ key }) => key.state === 'revoked');
    if (gone !== undefined) {
      const { tenant: revokedIn, key: revokedKey } = gone;
      return live.map(({ tenant, key }) =>
        finding('revoked-material-in-use', {
          tenant: tenant.name,
          kid: key.kid,
          revokedIn: revokedIn.name,
          revokedKid: revokedKey.kid,
        }),
      );
    }
    const keys = live.map(({ tenant, key }) => `${key.kid} (“${tenant.name}”)`).join(', ');
    return live.length > 1 ? [finding('material-shared', { keys })] : [];
  });
}

const beyondOne = (keys: readonly SigningKey[]): readonly SigningKey[] => (keys.length > 1 ? keys : []);
const kidsOf = (keys: readonly SigningKey[]): string => keys.map((key) => key.kid).join(', ');
