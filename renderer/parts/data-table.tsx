// A table of facts: its name for those who do not see what stands above it, heads that say what they head, and a box
// that scrolls sideways where the window is narrow. The overview's fleet is not one: it draws only the rows in sight.
import { Table } from '@mantine/core';
import { Children, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import './data-table.css';

interface DataTableProps {
  /** Read out, not seen. */
  caption: string;
  /** Of the columns, each once. `unseen`: read out alone, where the cells speak for themselves. */
  heads: readonly (string | { unseen: string })[];
  /** The rows. */
  children: ReactNode;
  /** Said in place of a table without rows. */
  empty?: string;
  /** In a narrower window the table scrolls; without it the cells wrap. */
  minWidth?: number;
  maxHeight?: number;
  /** Above and below what a cell holds, in pixels. */
  spacing?: number;
  className?: string;
  /** The children are whole bodies, not rows. */
  grouped?: boolean;
}

export function DataTable({ empty, children, ...table }: DataTableProps) {
  return empty !== undefined && Children.count(children) === 0 ? (
    <p className="quiet table-none">{empty}</p>
  ) : (
    <Scroller {...table}>{children}</Scroller>
  );
}

function Scroller({
  caption,
  heads,
  children,
  minWidth = 0,
  maxHeight,
  spacing = 8,
  className = '',
  grouped = false,
}: Omit<DataTableProps, 'empty'>) {
  const { box, overflows } = useOverflow();
  return (
    <Table.ScrollContainer
      ref={box}
      type="native"
      minWidth={minWidth}
      {...(maxHeight === undefined ? {} : { maxHeight })}
      // The arrow keys must reach what is out of sight. A group and not a region: no landmark beside that of its section.
      {...(overflows ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}
    >
      <Table
        verticalSpacing={spacing}
        stickyHeader={maxHeight !== undefined}
        className={`data-table ${className}`.trimEnd()}
      >
        <caption className="table-caption">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) =>
              typeof head === 'string' ? (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ) : (
                <Table.Th key={head.unseen} scope="col">
                  <span className="table-caption">{head.unseen}</span>
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        {grouped ? children : <Table.Tbody>{children}</Table.Tbody>}
      </Table>
    </Table.ScrollContainer>
  );
}

/** Whether a box holds more than it shows. It changes with the window, the zoom and what is drawn in the box. */
function useOverflow(): { box: RefObject<HTMLDivElement | null>; overflows: boolean } {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (current === null) {
      return;
    }
    const measure = () =>
      setOverflows(current.scrollWidth > current.clientWidth || current.scrollHeight > current.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [current, ...current.querySelectorAll('table')]) {
      observer.observe(element);
    }
    return () => observer.disconnect();
  }, []);
  return { box, overflows };
}
