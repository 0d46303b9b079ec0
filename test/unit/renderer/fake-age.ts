// Letting time pass in a fake world.
import type { FakeWorld } from './fake-world.ts';

const KEY_INSTANTS = [
  'createdAt',
  'announcedAt',
  'publishedAt',
  'currentAt',
  'previousAt',
  'revokedAt',
  'takenDownAt',
  'destroyAt',
  'lastUsedAt',
] as const;

/** Everything that happened, happened so many seconds earlier. */
export function ageWorld({ views, history, consumers }: FakeWorld, seconds: number): void {
  const older = (at: string) => new Date(Date.parse(at) - seconds * 1000).toISOString();
  for (const key of views.flatMap(({ rings }) => rings.flatMap(({ keys }) => keys))) {
    for (const name of KEY_INSTANTS) {
      const at = key[name];
      Object.assign(key, at === null ? {} : { [name]: older(at) });
    }
  }
  for (const note of [...consumers.values()].flat().flatMap(({ notes }) => notes)) {
    Object.assign(note, { at: older(note.at) });
  }
  for (const { publications, proofs, handOuts, confirmations } of history.values()) {
    for (const note of [...publications, ...proofs, ...handOuts, ...confirmations]) {
      note.at = older(note.at);
    }
  }
}
