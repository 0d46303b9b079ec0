// What somebody means to do on the screen that he is sent to: the dialog for it opens there, about the right thing. It is kept
// beside the address, so that neither a reload nor the way back opens a dialog again, and is forgotten elsewhere.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { ABOUT_ALL, type About, windowAct, type WindowActName } from '../../shared/window-acts.ts';
import { go, hrefOf, routeTo } from './route.ts';

interface Intent {
  act: WindowActName;
  about: About;
  /** Where it is to be done. */
  at: string;
}

let intent: Intent | null = null;
const listeners = new Set<() => void>();

function set(next: Intent | null): void {
  intent = next;
  listeners.forEach((listener) => listener());
}

/** Goes where the act is done, and means to do it. */
export function begin(act: WindowActName, about = ABOUT_ALL): void {
  const route = routeTo(windowAct(act).on, { ...about });
  set({ act, about, at: hrefOf(route) });
  go(route);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('hashchange', forgetElsewhere);
  return () => {
    listeners.delete(listener);
  };
}

/** Whoever stays where he is does not mean it any more. */
export const forgetIntent = (): void => set(null);

function forgetElsewhere(): void {
  if (intent !== null && intent.at !== window.location.hash) {
    set(null);
  }
}

/** `take` is called once for an act of `acts` that is meant about this. */
export function useIntent<A extends WindowActName>(
  acts: readonly A[],
  about: Partial<About>,
  take: (act: A) => void,
): void {
  const meant = useSyncExternalStore(subscribe, () => intent);
  const act = meant === null || !isAbout(meant.about, about) ? undefined : acts.find((one) => one === meant.act);
  const taken = useEffectEvent((one: A) => {
    set(null);
    take(one);
  });
  useEffect(() => {
    if (act !== undefined) {
      taken(act);
    }
  }, [act]);
}

const isAbout = (meant: About, { tenant, ring, kid }: Partial<About>): boolean =>
  (tenant ?? meant.tenant) === meant.tenant && (ring ?? meant.ring) === meant.ring && (kid ?? meant.kid) === meant.kid;
