// What the palette offers: places and acts always, tenants, rings and keys when somebody looks for them.
import type { FleetRing, TenantSummary } from '../../shared/contract.ts';
import { hasOwnKeys } from '../../shared/own-keys.ts';
import { STATE } from '../text/words.ts';
import { fuzzyFind } from './fuzzy.ts';
import type { Route } from './route.ts';

export type PaletteKind = 'place' | 'act' | 'tenant' | 'ring' | 'key';

export interface PaletteEntry {
  /** Unique; also what the list box calls the option. */
  id: string;
  kind: PaletteKind;
  title: string;
  /** What stands beside the title. */
  note: string;
  /** Where choosing it leads, or what it opens. */
  to: Route | 'shortcuts';
}

const entry = (kind: PaletteKind, title: string, note: string, to: PaletteEntry['to'], id = title): PaletteEntry => ({
  id: `${kind} ${id}`,
  kind,
  title,
  note,
  to,
});

const ALWAYS: readonly PaletteEntry[] = [
  entry('place', 'Tenants', 'Overview', { screen: 'home' }),
  entry('place', 'Due', 'What is coming, for all tenants', { screen: 'due' }),
  entry('place', 'Policies', 'The numbers that tenants live by', { screen: 'policies' }),
  entry('place', 'Audit', 'Every change', { screen: 'audit' }),
  entry('place', 'Settings', 'Appearance, watch, this machine', { screen: 'settings' }),
  entry('act', 'Add a tenant', '', { screen: 'add-tenant' }),
  entry('act', 'Inspect a file', 'What is it?', { screen: 'inspect' }),
  entry('act', 'Make a policy', '', { screen: 'policy', name: null }),
  entry('act', 'Show keyboard shortcuts', '?', 'shortcuts'),
];

/** The ways of every tenant, as one searches for them: “publish acme”. */
function tenantEntries({ tenant: { name, domain, endpoint } }: TenantSummary): PaletteEntry[] {
  return [
    entry('tenant', name, domain, { screen: 'keys', tenant: name }),
    entry('act', `Publish ${name}`, 'Preview, push, prove', { screen: 'publish', tenant: name }),
    entry('act', `Consumers of ${name}`, 'Who verifies, and what they confirmed', {
      screen: 'consumers',
      tenant: name,
    }),
    entry('act', `Export many keys of ${name}`, 'Sets, lists, everything at once', {
      screen: 'export-tenant',
      tenant: name,
      format: 'jwks',
    }),
    entry('act', `Token bench of ${name}`, 'Read and sign tokens', { screen: 'bench', tenant: name }),
    ...(hasOwnKeys(endpoint)
      ? [entry('act', `Own keys of ${name}`, 'With which the tenant signs', { screen: 'own-keys', tenant: name })]
      : []),
    entry('act', `Settings of ${name}`, 'Addresses, policy, rehearsal', { screen: 'tenant-settings', tenant: name }),
  ];
}

function ringEntries({ tenant, ring, alg, keys }: FleetRing): PaletteEntry[] {
  return [
    entry('ring', `Ring ${ring}`, `${tenant} · ${alg}`, { screen: 'keys', tenant }, `${tenant} ${ring}`),
    entry(
      'act',
      `Plan a rotation of ${tenant}`,
      `Ring ${ring}`,
      { screen: 'plan', tenant, ring, order: null },
      `plan ${tenant} ${ring}`,
    ),
    ...keys.map(({ kid, state }) =>
      entry('key', kid, `${STATE[state].word} · ${tenant}`, { screen: 'key', tenant, kid }, `${tenant} ${kid}`),
    ),
  ];
}

export function paletteEntries(tenants: readonly TenantSummary[], rings: readonly FleetRing[]): PaletteEntry[] {
  return [...ALWAYS, ...tenants.flatMap(tenantEntries), ...rings.flatMap(ringEntries)];
}

/** More than one looks through. */
const SHOWN = 40;

/** A kid is random letters, in which a few can be found by chance: it counts from its beginning only. */
export function findEntries(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const text = query.trim();
  if (text === '') {
    return [...ALWAYS];
  }
  const others = entries.filter(({ kind }) => kind !== 'key');
  const keys = entries.filter(({ kind, title }) => kind === 'key' && title.startsWith(text)).slice(0, SHOWN / 2);
  // What is called so comes before what merely belongs to it.
  const called = fuzzyFind(text, others, ({ title }) => title, SHOWN);
  const related = fuzzyFind(text, others, ({ title, note }) => `${title} ${note}`, SHOWN);
  return [...new Set([...keys, ...called, ...related])].slice(0, SHOWN);
}
