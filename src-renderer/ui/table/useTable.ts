import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { Column, Sort } from './columns.ts';
import type { DataTableProps } from './dataTableProps.ts';
import type { TableRowProps } from './TableRow.tsx';
import { useExpansion } from './useExpansion.ts';
import { type Item, type Line, useItems, useVisibleItems } from './useItems.ts';
import { useRowKeys } from './useRowKeys.ts';
import { useSelection } from './useSelection.ts';
import { useSorting } from './useSorting.ts';

type Table<Row> = {
  readonly rows: readonly Row[];
  readonly items: readonly Item<Row>[];
  readonly lines: readonly Line[];
  readonly sort: Sort | null;
  readonly toggleSort: (column: Column<Row>) => void;
  readonly selectAll: { readonly state: 'none' | 'some' | 'all'; readonly toggle: () => void } | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly rowProps: (row: Row, index: number) => Omit<TableRowProps<Row>, 'ariaIndex'>;
};

/** Everything a table knows about itself: order, selection, expansion, the current row, and which lines are on screen. */
export function useTable<Row>(props: DataTableProps<Row>, scroller: RefObject<HTMLDivElement | null>): Table<Row> {
  const { rowKey, columns, density = 'normal', scroll = 'page', onOpen, openKey = null, selection, subRows } = props;
  const [wantedRow, setCurrent] = useState(0);
  const {
    rows,
    sort,
    toggle: toggleSort,
  } = useSorting({ rows: props.rows, columns, initial: props.initialSort ?? null, controlled: props.sorting ?? null });
  const current = Math.max(0, Math.min(wantedRow, rows.length - 1));
  const expansion = useExpansion(subRows, rowKey, props.onExpandedChange);
  const items = useItems(rows, expansion.subRowsOf);
  const selecting = useSelection(selection, rows, rowKey);
  const { lines, scrollToRow } = useVisibleItems({ items, density, scroller, isVirtual: scroll === 'own', currentRow: current });
  const at = (index: number, act: ((row: Row) => void) | undefined): void => {
    const row = rows[index];
    if (row !== undefined) act?.(row);
  };
  const enter = onOpen ?? (subRows === undefined ? undefined : expansion.toggle);
  const onKeyDown = useRowKeys({
    count: rows.length,
    current,
    setCurrent,
    table: scroller,
    scrollTo: scrollToRow,
    onEnter: enter && ((index) => at(index, enter)),
    onToggleSelect: selection && ((index) => at(index, (row) => selecting.toggle(row, index, false))),
    onExpand: subRows && ((index, isExpanded) => at(index, (row) => expansion.set(row, isExpanded))),
    onMoved: (index) => openKey !== null && at(index, onOpen),
    isMainList: props.isMainList ?? false,
  });
  const rowProps = (row: Row, index: number): Omit<TableRowProps<Row>, 'ariaIndex'> => ({
    row,
    name: props.rowName(row),
    index,
    columns,
    isTabStop: index === current,
    isOpen: rowKey(row) === openKey,
    isSelected: selection?.keys.has(rowKey(row)),
    isExpanded: subRows && expansion.isExpanded(row),
    onFocus: () => setCurrent(index),
    onOpen: onOpen && (() => onOpen(row)),
    onSelect: selection && ((withRange) => selecting.toggle(row, index, withRange)),
    onExpand: subRows && (() => expansion.toggle(row)),
  });
  const selectAll = selection === undefined ? null : { state: selecting.state, toggle: selecting.toggleAll };
  return { rows, items, lines, sort, toggleSort, selectAll, onKeyDown, rowProps };
}
