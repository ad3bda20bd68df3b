import { useVirtualizer, type VirtualItem, defaultRangeExtractor } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Density, rowHeights, type SubRow, subRowHeight } from './columns.ts';

/** One line on screen: a row, or a line below an expanded row (null while that is being fetched). */
export type Item<Row> =
  | { readonly kind: 'row'; readonly row: Row; readonly index: number }
  | { readonly kind: 'sub'; readonly subRow: SubRow | null; readonly key: string; readonly isLast: boolean };

export function useItems<Row>(rows: readonly Row[], subRowsOf: (row: Row) => readonly SubRow[] | null | undefined): readonly Item<Row>[] {
  return useMemo(
    () =>
      rows.flatMap((row, index): readonly Item<Row>[] => {
        const self: Item<Row> = { kind: 'row', row, index };
        const below = subRowsOf(row);
        if (below === undefined) return [self];
        if (below === null) return [self, { kind: 'sub', subRow: null, key: `${index}-wait`, isLast: true }];
        return [
          self,
          ...below.map(
            (subRow, place) => ({ kind: 'sub', subRow, key: `${index}-${subRow.key}`, isLast: place === below.length - 1 }) as const,
          ),
        ];
      }),
    [rows, subRowsOf],
  );
}

/** Paper has no scroll bar: while printing, every row is there. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const before = (): void => flushSync(() => setIsPrinting(true));
    const after = (): void => setIsPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}

/** A line to render, or empty height standing for lines that are not. */
export type Line =
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'gap'; readonly key: string; readonly height: number };
type VisibleItems = { readonly lines: readonly Line[]; readonly scrollToRow: (rowIndex: number) => void };

function linesOf(visible: readonly VirtualItem[], totalSize: number): readonly Line[] {
  const lines: Line[] = [];
  let end = 0;
  for (const item of visible) {
    if (item.start > end) lines.push({ kind: 'gap', key: `gap-${item.index}`, height: item.start - end });
    lines.push({ kind: 'item', index: item.index });
    end = item.end;
  }
  if (totalSize > end) lines.push({ kind: 'gap', key: 'gap-end', height: totalSize - end });
  return lines;
}

/** Which lines are rendered: all of a short list, those near the scroll position of a long one. The focused row always stays. */
export function useVisibleItems<Row>(given: {
  readonly items: readonly Item<Row>[];
  readonly density: Density;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly isVirtual: boolean;
  readonly currentRow: number;
}): VisibleItems {
  const { items, density, scroller, isVirtual, currentRow } = given;
  const isPrinting = useIsPrinting();
  const itemOfRow = (rowIndex: number): number => items.findIndex((item) => item.kind === 'row' && item.index === rowIndex);
  const currentItem = isVirtual ? itemOfRow(currentRow) : -1;
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this window; the virtualizer is read in the same render only
  const virtualizer = useVirtualizer({
    count: items.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'sub' ? subRowHeight : rowHeights[density]),
    overscan: 12,
    scrollPaddingStart: 0,
    scrollPaddingEnd: 110,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return currentItem < 0 || near.includes(currentItem) ? near : [...near, currentItem].sort((a, b) => a - b);
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, items]);
  if (!isVirtual || isPrinting) {
    return {
      lines: items.map((_, index) => ({ kind: 'item', index })),
      scrollToRow: (rowIndex) => scroller.current?.querySelector(`[data-row-index="${rowIndex}"]`)?.scrollIntoView({ block: 'nearest' }),
    };
  }
  return {
    lines: linesOf(virtualizer.getVirtualItems(), virtualizer.getTotalSize()),
    scrollToRow: (rowIndex) => virtualizer.scrollToIndex(itemOfRow(rowIndex), { align: 'auto' }),
  };
}
