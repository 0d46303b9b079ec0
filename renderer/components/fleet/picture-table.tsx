// What a picture shows, as a table: folded away for those who see it, and there for everybody else.
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../../words/words.ts';
import '../parts/data-table.css';
import './picture-table.css';

interface PictureTableProps {
  caption: string;
  /** Of the columns, each once. */
  heads: readonly string[];
  /** The rows. */
  children: ReactNode;
}

export function PictureTable({ caption, heads, children }: PictureTableProps) {
  return (
    <details className="picture-table">
      <summary>{words.due.asTable}</summary>
      <Table.ScrollContainer minWidth={520} type="native">
        <Table verticalSpacing={5} className="data-table">
          <caption className="table-caption">{caption}</caption>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
}
