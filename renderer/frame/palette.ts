// What the palette offers: places and acts always, tenants, rings and keys when somebody looks for them.
import type { FleetRing } from '../../shared/acts/plans.ts';
import type { TenantSummary } from '../../shared/acts/tenants.ts';

import type { FoundText, IdentityKind } from '../../shared/domain/find/found.ts';
import type { KeyState } from '../../shared/domain/limits.ts';
import {
  ABOUT_ALL,
  type About,
  type WindowAct,
  windowAct,
  WINDOW_ACT_NAMES,
  type WindowActName,
} from '../../shared/window-acts.ts';
import { shortKid } from '../text/hex.ts';
import { words } from '../text/words.ts';
import { fuzzyFind } from './fuzzy.ts';
import { isAt, namesOf, PALETTE_SCREENS, type PaletteScreen, type Route, SCREENS } from '../../shared/screens.ts';
import { routeTo } from '../state/route.ts';

export type PaletteKind = 'place' | 'act' | 'tenant' | 'ring' | 'key';

export interface PaletteEntry {
  /** Unique; also what the list box calls the option. */
  id: string;
  kind: PaletteKind;
  title: string;
  /** What stands beside the title. */
  note: string;
  /** What people call it besides. */
  also: string;
  /** Where choosing it leads, or what it opens or begins. */
  to: Route | 'shortcuts' | { begin: WindowActName; about: About };
}

const entry = (kind: PaletteKind, title: string, note: string, to: PaletteEntry['to'], id = title): PaletteEntry => ({
  id: `${kind} ${id}`,
  kind,
  title,
  note,
  also: '',
  to,
});

const { acts: ACTS, ring: ringWord, foundEntries } = words.palette;
const { find } = words.shared;

const said = (
  kind: PaletteKind,
  { title, note }: { title: string; note: string },
  to: PaletteEntry['to'],
  id?: string,
) => entry(kind, title, note, to, id);

/** The screens whose address names just these things. */
const naming = (...things: string[]) => PALETTE_SCREENS.filter((name) => namesOf(name).join() === things.join());

const OF_ALL = naming();
const OF_TENANT = naming('tenant');
const OF_RING = naming('tenant', 'ring');

const screenEntry = (name: PaletteScreen, about: { tenant: string; ring: string }): PaletteEntry => {
  const { palette } = words.shared.screens[name];
  return said(
    SCREENS[name].palette,
    typeof palette === 'function' ? palette(about) : palette,
    routeTo(name, about),
    `${name} ${about.tenant} ${about.ring}`,
  );
};

/** What can be begun about a thing, given the states of the keys that are there. */
function actEntries(of: WindowAct['of'], about: About, note: string, there: readonly KeyState[] = []): PaletteEntry[] {
  return WINDOW_ACT_NAMES.filter((name) => {
    const row = windowAct(name);
    return row.of === of && (row.states?.some((state) => there.includes(state)) ?? true);
  }).map((name) => {
    const { title, also } = words.shared.windowActs[name];
    return {
      id: `begin ${name} ${about.tenant} ${about.ring} ${about.kid}`,
      kind: 'act',
      title: title({ ...about, kid: shortKid(about.kid) }),
      note,
      also,
      to: { begin: name, about },
    };
  });
}

const everywhere = OF_ALL.map((name) => screenEntry(name, { tenant: '', ring: '' }));
const ALWAYS: readonly PaletteEntry[] = [
  ...everywhere.filter(({ kind }) => kind === 'place'),
  ...everywhere.filter(({ kind }) => kind === 'act'),
  ...actEntries('all', ABOUT_ALL, ''),
  said('act', ACTS.appearance, { screen: 'settings' }),
  said('act', ACTS.rehearseTrouble, { screen: 'settings' }),
  said('act', ACTS.shortcuts, 'shortcuts'),
];

function tenantEntries({ tenant: { name, domain, endpoint } }: TenantSummary): PaletteEntry[] {
  return [
    entry('tenant', name, domain, { screen: 'keys', tenant: name }),
    ...actEntries('tenant', { ...ABOUT_ALL, tenant: name }, domain),
    ...OF_TENANT.filter((screen) => isAt(screen, endpoint)).map((screen) =>
      screenEntry(screen, { tenant: name, ring: '' }),
    ),
  ];
}

function ringEntries({ tenant, ring, alg, keys }: FleetRing): PaletteEntry[] {
  return [
    entry('ring', ringWord(ring), `${tenant} · ${alg}`, { screen: 'keys', tenant }, `${tenant} ${ring}`),
    ...OF_RING.map((screen) => screenEntry(screen, { tenant, ring })),
    ...actEntries(
      'ring',
      { ...ABOUT_ALL, tenant, ring },
      tenant,
      keys.map(({ state }) => state),
    ),
    ...keys.flatMap((key) => keyEntries(tenant, ring, key)),
  ];
}

function keyEntries(tenant: string, ring: string, { kid, state }: FleetRing['keys'][number]): PaletteEntry[] {
  const note = `${words.model.state[state].word} · ${tenant}`;
  return [
    entry('key', kid, note, { screen: 'key', tenant, kid }, `${tenant} ${kid}`),
    ...actEntries('key', { tenant, ring, kid }, `${note} · ${ring}`, [state]),
  ];
}

/** Where the thing itself is, then what can be done about it. */
export function entriesAbout(
  { tenant, ring, kid }: About,
  tenants: readonly TenantSummary[],
  rings: readonly FleetRing[],
): PaletteEntry[] {
  if (ring === '') {
    return tenants.filter((one) => one.tenant.name === tenant).flatMap(tenantEntries);
  }
  const named = rings.filter((one) => one.tenant === tenant && one.ring === ring);
  return kid === ''
    ? named.flatMap(ringEntries).filter((each) => each.kind !== 'key' && !isOfKey(each))
    : named.flatMap(({ keys }) =>
        keys.filter((key) => key.kid === kid).flatMap((key) => keyEntries(tenant, ring, key)),
      );
}

/** `here`: the tenant on the screen, whose things come first among equals. */
export function paletteEntries(
  tenants: readonly TenantSummary[],
  rings: readonly FleetRing[],
  here: string | null = null,
): PaletteEntry[] {
  const first = <T>(all: readonly T[], nameOf: (one: T) => string): T[] => [
    ...all.filter((one) => nameOf(one) === here),
    ...all.filter((one) => nameOf(one) !== here),
  ];
  return [
    ...ALWAYS,
    ...first(tenants, ({ tenant }) => tenant.name).flatMap(tenantEntries),
    ...first(rings, ({ tenant }) => tenant).flatMap(ringEntries),
  ];
}

/** What a pasted fingerprint, thumbprint or pin belongs to. Kids are found by what they are called. */
export function pastedEntries({ keys, sets, handOvers, entries, moreEntries }: FoundText): PaletteEntry[] {
  const names = (as: readonly IdentityKind[]): string => as.map(find.identity).join(', ');
  return [
    ...keys
      .filter(({ as }) => as.some((each) => each !== 'kid'))
      .map(({ tenant, kid, as }) => {
        const id = `${tenant} ${kid} by digest`;
        return entry('key', kid, `${names(as)} · ${tenant}`, { screen: 'key', tenant, kid }, id);
      }),
    ...sets.map(({ tenant, kid, as }, index) =>
      entry('tenant', tenant, `${find.inSet}: ${kid ?? names(as)}`, { screen: 'publish', tenant }, `set ${index}`),
    ),
    ...handOvers.map(({ number, tenant, kid, to, as }) => {
      const note = `${find.handOvers} ${number} · ${to} · ${find.handOver(as)}`;
      return entry('key', kid, note, { screen: 'key', tenant, kid }, `hand-over ${number}`);
    }),
    ...(entries.length === 0
      ? []
      : [entry('place', find.entries, foundEntries(entries.length + moreEntries), { screen: 'audit' }, 'entries')]),
  ];
}

/** More than one looks through. */
const SHOWN = 40;

/** A kid is random letters, in which a few can be found by chance: it, and what is done to its key, counts from its beginning. */
export function findEntries(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const text = query.trim();
  if (text === '') {
    return [...ALWAYS];
  }
  const keys = entries.filter(({ kind, title }) => kind === 'key' && title.startsWith(text)).slice(0, SHOWN / 2);
  // What is called so comes before what merely belongs to it. What an act is called besides is found by its words alone: by a
  // few letters of so much text, anything would be.
  const others = entries.filter((each) => each.kind !== 'key' && !isOfKey(each));
  const called = fuzzyFind(text, others, ({ title }) => title, SHOWN);
  const related = fuzzyFind(text, others, ({ title, note }) => `${title} ${note}`, SHOWN);
  return [...new Set([...keys, ...called, ...byWords(entries, text), ...related])].slice(0, SHOWN);
}

const isOfKey = ({ to }: PaletteEntry): boolean => typeof to !== 'string' && 'begin' in to && to.about.kid !== '';

/** Each word begins one of the act's; what begins with the first of them is meant most. */
function byWords(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const wanted = text.toLowerCase().split(/\s+/);
  const found = entries.filter(({ title, note, also }) => {
    const all = ` ${title} ${note} ${also}`.toLowerCase();
    return also !== '' && wanted.every((word) => all.includes(` ${word}`));
  });
  const begins = ({ title }: PaletteEntry): boolean => title.toLowerCase().startsWith(wanted[0] ?? '');
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}
