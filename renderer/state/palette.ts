// What the palette offers: places and acts always, tenants, rings and keys when somebody looks for them.
import type { FleetRing } from '../../shared/acts/plans.ts';
import type { TenantSummary } from '../../shared/acts/tenants.ts';
import { hasOwnKeys } from '../../shared/domain/tenant/own-keys.ts';
import { STATE } from '../text/words.ts';
import { words } from '../words/words.ts';
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

const { places: PLACES, acts: ACTS, ofTenant: OF_TENANT, ring: ringWord } = words.palette;

const said = (kind: PaletteKind, { title, note }: { title: string; note: string }, to: PaletteEntry['to']) =>
  entry(kind, title, note, to);

const ALWAYS: readonly PaletteEntry[] = [
  said('place', PLACES.tenants, { screen: 'home' }),
  said('place', PLACES.due, { screen: 'due' }),
  said('place', PLACES.policies, { screen: 'policies' }),
  said('place', PLACES.audit, { screen: 'audit' }),
  said('place', PLACES.backup, { screen: 'backup' }),
  said('place', PLACES.settings, { screen: 'settings' }),
  said('act', ACTS.addTenant, { screen: 'add-tenant' }),
  said('act', ACTS.inspect, { screen: 'inspect' }),
  said('act', ACTS.makePolicy, { screen: 'policy', name: null }),
  said('act', ACTS.rehearseTrouble, { screen: 'settings' }),
  said('act', ACTS.shortcuts, 'shortcuts'),
];

/** The ways of every tenant, as one searches for them: “publish acme”. */
function tenantEntries({ tenant: { name, domain, endpoint } }: TenantSummary): PaletteEntry[] {
  return [
    entry('tenant', name, domain, { screen: 'keys', tenant: name }),
    said('act', OF_TENANT.publish(name), { screen: 'publish', tenant: name }),
    said('act', OF_TENANT.consumers(name), { screen: 'consumers', tenant: name }),
    said('act', OF_TENANT.exportMany(name), { screen: 'export-tenant', tenant: name, format: 'jwks' }),
    said('act', OF_TENANT.bench(name), { screen: 'bench', tenant: name }),
    ...(hasOwnKeys(endpoint) ? [said('act', OF_TENANT.ownKeys(name), { screen: 'own-keys', tenant: name })] : []),
    said('act', OF_TENANT.settings(name), { screen: 'tenant-settings', tenant: name }),
  ];
}

function ringEntries({ tenant, ring, alg, keys }: FleetRing): PaletteEntry[] {
  return [
    entry('ring', ringWord(ring), `${tenant} · ${alg}`, { screen: 'keys', tenant }, `${tenant} ${ring}`),
    entry(
      'act',
      OF_TENANT.plan(tenant),
      ringWord(ring),
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
