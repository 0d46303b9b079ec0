// Where the window is, kept in the address's hash so that back, forward and reload do what people expect. What addresses
// there are stands in the table of screens.
import { useSyncExternalStore } from 'react';
import { type Choice, isScreen, partsOf, type Route, SCREEN_NAMES, type ScreenName } from '../../shared/screens.ts';

/** The most exact first: an address that leads nowhere leads to the nearest screen that exists, in the end home. */
const MOST_EXACT_FIRST = SCREEN_NAMES.toSorted((one, other) => partsOf(other).length - partsOf(one).length);

export function parseRoute(hash: string): Route {
  const given = hash.replace(/^#\/?/, '').split('/').map(decode);
  for (const screen of MOST_EXACT_FIRST) {
    const route = routeIn(screen, given);
    if (route !== null) {
      return route;
    }
  }
  return { screen: 'home' };
}

function routeIn(screen: ScreenName, given: readonly string[]): Route | null {
  const named: Record<string, string | null> = {};
  for (const [index, part] of partsOf(screen).entries()) {
    const value = given[index] ?? '';
    if ('literal' in part) {
      if (part.literal !== value) {
        return null;
      }
    } else {
      const taken = part.choice === undefined ? value || undefined : chosen(part.choice, value);
      if (taken === undefined) {
        return null;
      }
      named[part.param] = taken;
    }
  }
  return routeTo(screen, named);
}

const chosen = ({ of, otherwise }: Choice, value: string): string | null | undefined =>
  of.includes(value) ? value : otherwise;

/** A choice that is not among the given is made as the table says. */
export function routeTo(screen: ScreenName, named: Readonly<Record<string, string | null>>): Route {
  const route: Loose = { screen };
  for (const part of partsOf(screen)) {
    if ('param' in part) {
      route[part.param] = named[part.param] ?? part.choice?.otherwise;
    }
  }
  if (!isRoute(route)) {
    throw new TypeError(`${screen}: ${Object.keys(named).join(', ')}`);
  }
  return route;
}

interface Loose {
  screen: string;
  [param: string]: string | null | undefined;
}

const isRoute = (route: Loose): route is Loose & Route =>
  isScreen(route.screen) && partsOf(route.screen).every((part) => 'literal' in part || route[part.param] !== undefined);

export function hrefOf(route: Route): string {
  const named: Readonly<Record<string, string | null>> = route;
  const parts = partsOf(route.screen).map((part) => ('literal' in part ? part.literal : (named[part.param] ?? null)));
  return `#/${parts
    .filter((part) => part !== null)
    .map(encodeURIComponent)
    .join('/')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

export function go(route: Route): void {
  window.location.hash = hrefOf(route);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export const useRoute = (): Route => parseRoute(useHash());

/** The hash; stable, so it also serves as a key for effects. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

/** Alt+Left and Alt+Right as in a browser. Returns the function that ends it. */
export function listenForHistoryKeys(): () => void {
  window.addEventListener('keydown', onHistoryKey);
  return () => window.removeEventListener('keydown', onHistoryKey);
}

function onHistoryKey(event: KeyboardEvent): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  if (event.key === 'ArrowLeft') {
    event.preventDefault();
    window.history.back();
  } else if (event.key === 'ArrowRight') {
    event.preventDefault();
    window.history.forward();
  }
}
