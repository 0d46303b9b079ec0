// The key that was brought in last: what was imported where is said in its ring, also to whoever came there from a file.
import { useSyncExternalStore } from 'react';
import type { ImportPlace } from '../../../shared/domain/key-ring/life-cycle.ts';
import type { ImportedKey } from '../../../shared/acts/keys.ts';
import type { FoundWarning } from '../../../shared/domain/reading/inspection.ts';

interface Imported {
  ringId: string;
  kid: string;
  as: ImportPlace;
  /** What had to be undone or mended in its file. */
  mended: readonly FoundWarning[];
}

let imported: Imported | null = null;
const listeners = new Set<() => void>();

function set(next: Imported | null): void {
  imported = next;
  listeners.forEach((listener) => listener());
}

/** By the ring as it is afterwards: the newest key in this place is the one. */
export function noteImported({ ring, keys, mended }: ImportedKey, as: ImportPlace): void {
  const [newest] = keys
    .filter(({ state }) => state === as)
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  set(newest === undefined ? null : { ringId: ring.id, kid: newest.kid, as, mended });
}

export const forgetImported = (): void => set(null);

/** `null` while the last import was into another ring, or was read and left. */
export function useImported(ringId: string): Imported | null {
  const last = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => imported,
  );
  return last?.ringId === ringId ? last : null;
}
