// Stands in for node:crypto where the page runs in a browser: the same text has the same hash, which is all it needs.
import { madeUpHex } from '../fake-data.ts';

export function createHash(): { update: (text: string) => { digest: () => string } } {
  return { update: (text) => ({ digest: () => madeUpHex(text) }) };
}
