// What `custodian find` says.
import type { FoundText, IdentityKind } from '../../../domain/find/found.ts';
import { table } from '../../../encoding/table.ts';
import { count } from '../numbers.ts';
import { FIND_WORDS as said } from '../find.ts';

export function foundLines({ keys, sets, handOvers, entries, moreEntries }: FoundText): string[] {
  const lines = [
    ...section(
      said.keys,
      keys.map(({ tenant, ring, kid, state, as }) => [tenant, ring, kid, state, names(as)]),
    ),
    ...section(
      said.inSet,
      sets.map(({ tenant, kid, at, as }) => [tenant, kid ?? '(no kid)', at, names(as)]),
    ),
    ...section(
      said.handOvers,
      handOvers.map(({ number, at, tenant, kid, to, as }) => [`${number}`, at, tenant, kid, to, said.handOver(as)]),
    ),
    ...section(
      said.entries,
      entries.map(({ seq, at, action, subject }) => [`${seq}`, at, action, subject]),
    ),
    ...(moreEntries > 0 ? [`  and ${count(moreEntries, 'older entry', 'older entries')}`] : []),
  ];
  return lines.length === 0 ? [said.none] : lines;
}

const names = (as: readonly IdentityKind[]): string => as.map(said.identity).join(', ');

const section = (title: string, rows: readonly string[][]): string[] =>
  rows.length === 0 ? [] : [title, ...table(rows).map((row) => `  ${row}`)];
