// Which tenants are selected for bulk work. What is not shown is never part of it, however it was selected before.
import { useCallback, useState } from 'react';

export interface Picked {
  names: ReadonlySet<string>;
  /** Where a range begins: what was picked last. */
  anchor: string | null;
}

export const NOTHING_PICKED: Picked = { names: new Set(), anchor: null };

/** One more or one less; with `range`, everything from the anchor to it as well. */
export function toggled({ names, anchor }: Picked, name: string, shown: readonly string[], range: boolean): Picked {
  const [from, to] = [anchor === null ? -1 : shown.indexOf(anchor), shown.indexOf(name)];
  if (range && from >= 0 && to >= 0) {
    const between = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { names: new Set([...names, ...between]), anchor: name };
  }
  const next = new Set(names);
  if (!next.delete(name)) {
    next.add(name);
  }
  return { names: next, anchor: name };
}

interface Selection {
  /** In the order in which they are shown. */
  chosen: string[];
  /** The same function for as long as the same tenants are shown. */
  toggle: (name: string, range: boolean) => void;
  selectShown: (all: boolean) => void;
}

/** `shown`: the names on the screen; it must not be a new list with each drawing. */
export function useSelection(shown: readonly string[]): Selection {
  const [picked, setPicked] = useState(NOTHING_PICKED);
  const toggle = useCallback(
    (name: string, range: boolean) => setPicked((before) => toggled(before, name, shown, range)),
    [shown],
  );
  return {
    chosen: shown.filter((name) => picked.names.has(name)),
    toggle,
    selectShown: (all) => setPicked(all ? { names: new Set(shown), anchor: null } : NOTHING_PICKED),
  };
}
