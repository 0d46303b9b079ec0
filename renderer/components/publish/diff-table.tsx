// What a push does to every key, each with sign and word.
import { Table } from '@mantine/core';
import type { DiffEntry } from '../../../shared/model/publication.ts';
import { DIFF } from '../../text/words.ts';
import { words } from '../../words/words.ts';
import { Badge } from '../parts/badge.tsx';
import { DIFF_SIGN } from './diff-sign.ts';
import { Kid } from '../parts/kid.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import '../parts/data-table.css';

const said = words.preview.diff;

export function DiffTable({ diff }: { diff: readonly DiffEntry[] }) {
  if (diff.length === 0) {
    return <p className="quiet">{said.nothing}</p>;
  }
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table verticalSpacing={7} className="data-table diff-table">
        <caption className="table-caption">{said.table}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{said.change}</Table.Th>
            <Table.Th scope="col">kid</Table.Th>
            <Table.Th scope="col">{said.algorithm}</Table.Th>
            <Table.Th scope="col">{said.inOurRing}</Table.Th>
            <Table.Th scope="col">{said.meaning}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {diff.map((entry, index) => (
            // Foreign sets may hold the same kid twice, or none; the order of the rows is their identity.
            // oxlint-disable-next-line react/no-array-index-key
            <DiffRow key={index} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function DiffRow({ entry: { kind, kid, kty, alg, state } }: { entry: DiffEntry }) {
  const { Icon, tone } = DIFF_SIGN[kind];
  return (
    <Table.Tr>
      <Table.Td>
        <Badge tone={tone} icon={<Icon size={13} aria-hidden />}>
          {DIFF[kind].word}
        </Badge>
      </Table.Td>
      <Table.Td>{kid === null ? <em className="quiet">{said.withoutKid}</em> : <Kid kid={kid} />}</Table.Td>
      <Table.Td>{alg ?? kty}</Table.Td>
      <Table.Td>
        {state === null ? <span className="quiet">{said.notOurs}</span> : <StateBadge state={state} />}
      </Table.Td>
      <Table.Td className="quiet">{DIFF[kind].means}</Table.Td>
    </Table.Tr>
  );
}
