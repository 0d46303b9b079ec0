// How a file says that it is a screen: the row of the table that it belongs to, its component, and what marks it in the rail.
import type { ComponentType, ReactNode } from 'react';
import { namesOf, type RailScreen, type Route, type RouteOf, type ScreenName } from '../shared/screens.ts';

interface RailMark {
  icon: ComponentType<{ size: number; 'aria-hidden': true }>;
  /** After the word. */
  End?: ComponentType;
}

export interface ScreenFile {
  name: ScreenName;
  show: (route: Route) => ReactNode;
  rail: RailMark | undefined;
}

export function screenOf<S extends ScreenName>(
  name: S,
  Component: ComponentType<RouteOf<S>>,
  ...[rail]: S extends RailScreen ? [RailMark] : []
): ScreenFile {
  const isHere = (route: Route): route is Route & RouteOf<S> => route.screen === name;
  return {
    name,
    show: (route) => (isHere(route) ? <Component key={subjectOf(route)} {...route} /> : null),
    rail,
  };
}

/** A screen starts afresh when it is about another tenant or key, but not when another format is chosen on it. */
function subjectOf(route: Route): string {
  const named: Readonly<Record<string, string | null>> = route;
  return JSON.stringify(namesOf(route.screen).map((name) => named[name]));
}
