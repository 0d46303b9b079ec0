// The facts of an error before a sentence is made of them. A name from outside that holds a line end could otherwise begin a
// line of its own in a message whose other lines are ours.
import type { WireError } from './errors.ts';
import { visible } from './encoding/printable.ts';

/** Nothing of use to a person is longer. */
const MAX_FACT = 2000;
/** What goes back as it came, and is read by nobody: the arguments that a second officer is asked about. */
const WHOLE: Readonly<Record<string, number>> = { args: 65_536 };

export const shownFacts = <E extends WireError>(error: E): E =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every fact keeps its name and kind
  shown(error) as E;

function shown(fact: unknown, most = MAX_FACT): unknown {
  if (Array.isArray(fact)) {
    return fact.map((one) => shown(one));
  }
  if (typeof fact === 'object' && fact !== null) {
    return Object.fromEntries(Object.entries(fact).map(([name, inner]) => [name, shown(inner, WHOLE[name])]));
  }
  return typeof fact === 'string' ? visible(fact.length > most ? `${fact.slice(0, most)}…` : fact) : fact;
}
