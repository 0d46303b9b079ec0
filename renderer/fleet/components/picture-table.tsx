// What a picture shows, as a table: folded away for those who see it, and there for everybody else.
import type { ReactNode } from 'react';
import { words } from '../../text/words.ts';
import { DataTable } from '../../parts/data-table.tsx';
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
      <DataTable caption={caption} heads={heads} minWidth={520} spacing={5}>
        {children}
      </DataTable>
    </details>
  );
}
