import { useCallback, useState } from 'react';
import type { RowKey, SubRow } from './columns.ts';

type Expansion<Row> = {
  readonly isExpanded: (row: Row) => boolean;
  readonly set: (row: Row, isExpanded: boolean) => void;
  readonly toggle: (row: Row) => void;
  /** Undefined for a row that is not expanded. */
  readonly subRowsOf: (row: Row) => readonly SubRow[] | null | undefined;
};

/** Which rows are expanded, and what stands below them. */
export function useExpansion<Row>(
  subRows: ((row: Row) => readonly SubRow[] | null) | undefined,
  rowKey: (row: Row) => RowKey,
  onChange: ((expanded: ReadonlySet<RowKey>) => void) | undefined,
): Expansion<Row> {
  const [expanded, setExpanded] = useState<ReadonlySet<RowKey>>(new Set());
  const isExpanded = (row: Row): boolean => expanded.has(rowKey(row));
  const set = (row: Row, wanted: boolean): void => {
    const next = new Set(expanded);
    if (wanted) next.add(rowKey(row));
    else next.delete(rowKey(row));
    setExpanded(next);
    onChange?.(next);
  };
  const subRowsOf = useCallback(
    (row: Row) => (subRows !== undefined && expanded.has(rowKey(row)) ? subRows(row) : undefined),
    [subRows, expanded, rowKey],
  );
  return { isExpanded, set, toggle: (row) => set(row, !isExpanded(row)), subRowsOf };
}
