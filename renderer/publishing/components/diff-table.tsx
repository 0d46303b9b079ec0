// What a push does to every key, each with sign and word.
import { Table } from '@mantine/core';
import type { DiffEntry } from '../../../shared/domain/published-set/publication.ts';
import { words } from '../../text/words.ts';
import { Badge } from '../../parts/badge.tsx';
import { DIFF_SIGN } from './diff-sign.ts';
import { Kid } from '../../parts/kid.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { DataTable } from '../../parts/data-table.tsx';

const said = words.preview.diff;

export function DiffTable({ diff }: { diff: readonly DiffEntry[] }) {
  return (
    <DataTable
      caption={said.table}
      heads={[said.change, 'kid', said.algorithm, said.inOurRing, said.meaning]}
      minWidth={560}
      spacing={7}
      className="flush-table"
      empty={said.nothing}
    >
      {diff.map((entry, index) => (
        // Foreign sets may hold the same kid twice, or none; the order of the rows is their identity.
        // oxlint-disable-next-line react/no-array-index-key
        <DiffRow key={index} entry={entry} />
      ))}
    </DataTable>
  );
}

function DiffRow({ entry: { kind, kid, kty, alg, state } }: { entry: DiffEntry }) {
  const { Icon, tone } = DIFF_SIGN[kind];
  return (
    <Table.Tr>
      <Table.Td>
        <Badge tone={tone} icon={<Icon size={13} aria-hidden />}>
          {words.model.diff[kind].word}
        </Badge>
      </Table.Td>
      <Table.Td>{kid === null ? <em className="quiet">{said.withoutKid}</em> : <Kid kid={kid} />}</Table.Td>
      <Table.Td>{alg ?? kty}</Table.Td>
      <Table.Td>
        {state === null ? <span className="quiet">{said.notOurs}</span> : <StateBadge state={state} />}
      </Table.Td>
      <Table.Td className="quiet">{words.model.diff[kind].means}</Table.Td>
    </Table.Tr>
  );
}
