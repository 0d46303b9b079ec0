// A sum as a table: a row for each addend, with its sign.
import type { ReactNode } from 'react';
import './data-table.css';
import './sum-table.css';

export function SumTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <table className="sum">
      <caption className="table-caption">{caption}</caption>
      <tbody>{children}</tbody>
    </table>
  );
}

interface SumRowProps {
  sign: string;
  word: string;
  children: ReactNode;
  /** What the sum comes to. */
  last?: boolean;
}

export function SumRow({ sign, word, children, last = false }: SumRowProps) {
  return (
    <tr data-last={last}>
      <td className="sum-sign" aria-hidden>
        {sign}
      </td>
      <th scope="row">{word}</th>
      <td className="numbers">{children}</td>
    </tr>
  );
}
