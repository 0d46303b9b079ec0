// The facts of an error before a sentence is made of them. A name from outside that holds a line end could otherwise begin a
// line of its own in a message whose other lines are ours.
import type { WireError } from './errors.ts';
import { visible } from './encoding/printable.ts';

/** Nothing of use to a person is longer. */
const MAX_FACT = 2000;

export const shownFacts = <E extends WireError>(error: E): E =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every fact keeps its name and kind
  shown(error) as E;

function shown(fact: unknown): unknown {
  if (Array.isArray(fact)) {
    return fact.map(shown);
  }
  if (typeof fact === 'object' && fact !== null) {
    return Object.fromEntries(Object.entries(fact).map(([name, inner]) => [name, shown(inner)]));
  }
  return typeof fact === 'string' ? visible(fact.length > MAX_FACT ? `${fact.slice(0, MAX_FACT)}…` : fact) : fact;
}
