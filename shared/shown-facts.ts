// The facts of an error before a sentence is made of them. A name from outside that holds a line end could otherwise begin a
// line of its own in a message whose other lines are ours.
import type { WireError } from './errors.ts';
import { visible, visibleLines } from './encoding/printable.ts';

/** Facts that are lists, one line for each entry; the names in them were made fit where the list was made. */
const LISTS = new Set(['entries', 'findings']);

/** Nothing of use to a person is longer. */
const MAX_FACT = 2000;

export function shownFacts<E extends WireError>(error: E): E {
  const facts = Object.entries(error.facts).map(([name, fact]) => [name, shown(fact, LISTS.has(name))]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every fact keeps its name and kind
  return { ...error, facts: Object.fromEntries(facts) as E['facts'] };
}

function shown(fact: unknown, isList: boolean): unknown {
  if (Array.isArray(fact)) {
    return fact.map((one) => shown(one, isList));
  }
  if (typeof fact !== 'string') {
    return fact;
  }
  return isList ? visibleLines(fact) : visible(fact.length > MAX_FACT ? `${fact.slice(0, MAX_FACT)}…` : fact);
}
