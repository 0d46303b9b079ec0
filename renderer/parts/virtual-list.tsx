// A list of which only the rows near the visible part exist, so that a thousand are as quick as ten. It scrolls with an
// element above it; rows are of one height and tell assistive technology their true place and number.
import { observeElementRect, useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { usePixelsOfRem } from './rem.ts';
import './virtual-list.css';

interface VirtualListProps<T> {
  /** The accessible name. */
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** In rem, as the letters in it grow on a vast screen. */
  rowHeight: number;
  /** Selector of the scrolling ancestor. */
  scroller: string;
  children: (item: T) => ReactNode;
}

/** Rows kept beyond the visible part, so that a quick scroll shows no gap. */
const OVERSCAN = 4;

export function VirtualList<T>({ label, items, keyOf, rowHeight, scroller, children }: VirtualListProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  const rowPixels = Math.round(rowHeight * usePixelsOfRem());
  const scrolling = () => list.current?.closest(scroller) ?? null;
  // oxlint-disable-next-line react/incompatible-library -- a warning for the React compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: scrolling,
    estimateSize: () => rowPixels,
    overscan: OVERSCAN,
    scrollMargin: offset,
    // A window that was never laid out has no height; then the screen's is taken.
    observeElementRect: (instance, report) =>
      observeElementRect(instance, ({ width, height }) => report({ width, height: height || window.innerHeight })),
  });

  // The window may have come to another screen.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => virtualizer.measure(), [rowPixels]);

  // What stands above the list may change its height with any drawing. Setting the same number again ends the chain.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    const parent = scrolling();
    if (list.current !== null && parent !== null) {
      const top = list.current.getBoundingClientRect().top - parent.getBoundingClientRect().top + parent.scrollTop;
      setOffset(Math.round(top));
    }
  });

  return (
    <div
      ref={list}
      role="list"
      aria-label={label}
      className="virtual-list"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, start, size }) => {
        const item = items[index];
        return (
          item !== undefined && (
            <div
              key={keyOf(item)}
              role="listitem"
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className="virtual-row"
              style={{ height: size, transform: `translateY(${start - offset}px)` }}
            >
              {children(item)}
            </div>
          )
        );
      })}
    </div>
  );
}
