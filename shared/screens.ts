// The screens of the window, one row each. Addresses, rail, the tabs of a tenant, command palette, native menu and the list
// of shortcuts follow from it; their words are asked for by language in words/. What a row leads to is the file of
// renderer/ that calls `screenOf` with its name.
import { type EndpointKind, hasOwnKeys } from './domain/endpoints.ts';
import { EXPORT_FORMATS, SET_FORMATS } from './domain/formats.ts';
import { PLAN_ORDERS } from './domain/plan/plan.ts';

/** A part of an address that is one of a few words. With `otherwise` it may be missing, or be something else. */
export interface Choice {
  of: readonly string[];
  otherwise?: string | null;
}

interface ScreenRow {
  /** After `#/`. A part with a colon is a name of the officer's, or one of `choices`. */
  path: string;
  choices?: Readonly<Record<string, Choice>>;
  /** Where the way to it always stands; `of`: it belongs to that screen, whose way is then marked. */
  way: 'rail' | 'tab' | { of: string } | null;
  /** As what the palette offers it, for each tenant or ring if the address names one. */
  palette: 'place' | 'act' | null;
  /** The native menu that it is in, and the key that goes there with Ctrl or Cmd. */
  menu: { in: 'file' | 'go'; key: string } | null;
  /** Of a tenant's screens: the tenants that have it. */
  only?: (endpoint: EndpointKind) => boolean;
}

export const SCREENS = {
  home: { path: '', way: null, palette: 'place', menu: { in: 'go', key: '1' } },
  'add-tenant': { path: 'add', way: 'rail', palette: 'act', menu: { in: 'file', key: 'N' } },
  due: { path: 'due', way: 'rail', palette: 'place', menu: { in: 'go', key: '2' } },
  policies: { path: 'policies', way: 'rail', palette: 'place', menu: { in: 'go', key: '3' } },
  inspect: { path: 'inspect', way: 'rail', palette: 'act', menu: { in: 'file', key: 'O' } },
  audit: { path: 'audit', way: 'rail', palette: 'place', menu: { in: 'go', key: '4' } },
  backup: { path: 'backup', way: 'rail', palette: 'place', menu: { in: 'go', key: '5' } },
  settings: { path: 'settings', way: null, palette: 'place', menu: { in: 'go', key: ',' } },
  'new-policy': { path: 'policies/new', way: { of: 'policies' }, palette: 'act', menu: null },
  // A policy may be called anything, `new` too.
  policy: { path: 'policies/named/:name', way: { of: 'policies' }, palette: null, menu: null },
  keys: { path: 'tenant/:tenant', way: 'tab', palette: null, menu: null },
  publish: { path: 'tenant/:tenant/publish', way: 'tab', palette: 'act', menu: null },
  'own-keys': { path: 'tenant/:tenant/own-keys', way: 'tab', palette: 'act', menu: null, only: hasOwnKeys },
  consumers: { path: 'tenant/:tenant/consumers', way: 'tab', palette: 'act', menu: null },
  'export-tenant': {
    path: 'tenant/:tenant/export/:format',
    choices: { format: { of: SET_FORMATS, otherwise: 'jwks' } },
    way: { of: 'keys' },
    palette: 'act',
    menu: null,
  },
  bench: { path: 'tenant/:tenant/bench', way: 'tab', palette: 'act', menu: null },
  'tenant-settings': { path: 'tenant/:tenant/settings', way: 'tab', palette: 'act', menu: null },
  plan: {
    path: 'tenant/:tenant/plan/:ring/:order',
    // `null`: the order that the ring is in, or the safer one.
    choices: { order: { of: PLAN_ORDERS, otherwise: null } },
    way: { of: 'keys' },
    palette: 'act',
    menu: null,
  },
  key: { path: 'tenant/:tenant/key/:kid', way: { of: 'keys' }, palette: null, menu: null },
  export: {
    path: 'tenant/:tenant/key/:kid/:format',
    choices: { format: { of: EXPORT_FORMATS } },
    way: { of: 'keys' },
    palette: null,
    menu: null,
  },
} as const satisfies Record<string, ScreenRow>;

type Rows = typeof SCREENS;
export type ScreenName = keyof Rows;

type Params<Path extends string> = Path extends `${infer Part}/${infer Rest}`
  ? Params<Part> | Params<Rest>
  : Path extends `:${infer Param}`
    ? Param
    : never;
type ChoicesOf<S extends ScreenName> = Rows[S] extends { choices: infer Choices } ? Choices : unknown;
/** What one of the officer's things is called. */
type Named<S extends ScreenName> = Exclude<Params<Rows[S]['path']>, keyof ChoicesOf<S>>;
type Chosen<C> = C extends { of: readonly (infer Of)[] }
  ? Of | (C extends { otherwise: infer Other } ? Other : never)
  : never;

export type RouteOf<S extends ScreenName> = { screen: S } & { [Name in Named<S>]: string } & {
  [Name in keyof ChoicesOf<S>]: Chosen<ChoicesOf<S>[Name]>;
};
export type Route = { [S in ScreenName]: RouteOf<S> }[ScreenName];

type With<Column extends keyof ScreenRow, Value> = {
  [S in ScreenName]: Rows[S] extends { [C in Column]: Value } ? S : never;
}[ScreenName];
export type RailScreen = With<'way', 'rail'>;
export type TabScreen = With<'way', 'tab'>;
export type PaletteScreen = With<'palette', 'place' | 'act'>;
export type MenuScreen = With<'menu', object>;

/** Where the native menu can send the window: to a screen, to what lies over any of them, or to answer a request of another officer. */
export type Destination = MenuScreen | 'palette' | 'shortcuts' | 'answer';

export const isScreen = (name: string): name is ScreenName => Object.hasOwn(SCREENS, name);

export const SCREEN_NAMES: readonly ScreenName[] = Object.keys(SCREENS).filter(isScreen);
export const RAIL_SCREENS = SCREEN_NAMES.filter((name): name is RailScreen => SCREENS[name].way === 'rail');
export const TAB_SCREENS = SCREEN_NAMES.filter((name): name is TabScreen => SCREENS[name].way === 'tab');
export const PALETTE_SCREENS = SCREEN_NAMES.filter((name): name is PaletteScreen => SCREENS[name].palette !== null);
export const menuScreens = (menu: 'file' | 'go'): MenuScreen[] =>
  SCREEN_NAMES.filter((name): name is MenuScreen => SCREENS[name].menu?.in === menu);

/** Whose way is marked when this screen is shown. */
export function wayOf(name: ScreenName): ScreenName {
  const { way } = SCREENS[name];
  return typeof way === 'object' && way !== null ? way.of : name;
}

/** Whether a tenant with this endpoint has the screen. */
export function isAt(name: ScreenName, endpoint: EndpointKind): boolean {
  const row: ScreenRow = SCREENS[name];
  return row.only?.(endpoint) ?? true;
}

type AddressPart = { literal: string } | { param: string; choice: Choice | undefined };

const PARTS = new Map(SCREEN_NAMES.map((name) => [name, splitPath(SCREENS[name])]));

/** One part of an address after the other. */
export const partsOf = (name: ScreenName): readonly AddressPart[] => PARTS.get(name) ?? [];

function splitPath({ path, choices }: ScreenRow): AddressPart[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith(':') ? { param: part.slice(1), choice: choices?.[part.slice(1)] } : { literal: part },
    );
}

/** The things of the officer's that an address names. */
export const namesOf = (name: ScreenName): string[] =>
  partsOf(name).flatMap((part) => ('param' in part && part.choice === undefined ? [part.param] : []));

interface Offer {
  title: string;
  note: string;
}

type WordsOf<S extends ScreenName> = (S extends RailScreen | TabScreen ? { way: string } : unknown) &
  (S extends PaletteScreen
    ? { palette: [Named<S>] extends [never] ? Offer : (of: { [Name in Named<S>]: string }) => Offer }
    : unknown) &
  // An ampersand stands before the letter that opens the entry.
  (S extends MenuScreen ? { menu: string } : unknown);

/** What each language has to say of the screens: as a way in rail or tabs, in the palette, in the native menu. */
export type ScreenWords = { [S in RailScreen | TabScreen | PaletteScreen | MenuScreen]: WordsOf<S> };
