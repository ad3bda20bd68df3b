import clsx from 'clsx';
import { type ReactElement, type ReactNode, useCallback, useRef } from 'react';
import type { Column, Density, RowKey, Sort, SubRow } from './columns.ts';
import css from './DataTable.module.css';
import { type Item, useItems, useVisibleItems } from './useItems.ts';
import { SubTableRow, TableRow } from './TableRow.tsx';
import { TableHead } from './TableHead.tsx';
import { useExpansion } from './useExpansion.ts';
import { useRowKeys } from './useRowKeys.ts';
import { type Selection, useSelection } from './useSelection.ts';
import { useSorting } from './useSorting.ts';

export type DataTableProps<Row> = {
  /** What the table lists, for screen readers: "Debiteuren". */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => RowKey;
  /** The row in words, for its checkbox and chevron. */
  readonly rowName: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly density?: Density;
  /** `own`: the table scrolls by itself and fills the page (give the page `fill`), head and foot stay, any length. `page`: it is as long as its rows. */
  readonly scroll?: 'own' | 'page';
  readonly initialSort?: Sort;
  /** When the backend sorts. */
  readonly sorting?: { readonly sort: Sort; readonly onChange: (sort: Sort) => void };
  readonly selection?: Selection;
  /** Click or Enter. */
  readonly onOpen?: (row: Row) => void;
  /** The row that is open in the side panel; while one is, j and k open the next. */
  readonly openKey?: RowKey | null;
  /** Lines below an expanded row, in the same columns; null while they are fetched. Called for expanded rows only. */
  readonly subRows?: (row: Row) => readonly SubRow[] | null;
  readonly onExpandedChange?: (expanded: ReadonlySet<RowKey>) => void;
  /** The grand total on its double rule, by column key. */
  readonly total?: Readonly<Record<string, ReactNode>>;
  /** Lines under the total, such as shares. */
  readonly notes?: readonly Readonly<Record<string, ReactNode>>[];
  /** The list that j and k reach from anywhere on the page: one per page. */
  readonly isMainList?: boolean;
  /** What stands instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** Below this width the table scrolls sideways instead of squeezing. */
  readonly minWidth?: number;
};

const checkWidth = 40;

/** A table of any length: virtual rows, sortable heads, selection, keyboard, expanded rows, a head and a foot that stay, and clean print. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { rowKey, columns, density = 'normal', scroll = 'page', onOpen, openKey = null, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const sorting = useSorting({ rows: props.rows, columns, initial: props.initialSort ?? null, controlled: props.sorting ?? null });
  const { rows } = sorting;
  const expansion = useExpansion(props.subRows, rowKey, props.onExpandedChange);
  const items = useItems(rows, expansion.subRowsOf);
  const selecting = useSelection(selection, rows, rowKey);
  const at = (index: number, act: ((row: Row) => void) | undefined): void => {
    const row = rows[index];
    if (row !== undefined) act?.(row);
  };
  const scrollToRow = useRef<(rowIndex: number) => void>(() => undefined);
  const keys = useRowKeys({
    count: rows.length,
    table: scroller,
    scrollTo: (index) => scrollToRow.current(index),
    onEnter: onOpen === undefined && props.subRows !== undefined ? (index) => at(index, expansion.toggle) : onOpen && ((index) => at(index, onOpen)),
    onToggleSelect: selection && ((index) => at(index, (row) => selecting.toggle(row, index, false))),
    onExpand: props.subRows && ((index, isExpanded) => at(index, (row) => expansion.set(row, isExpanded))),
    onMoved: (index) => openKey !== null && at(index, onOpen),
    isMainList: props.isMainList ?? false,
  });
  const visible = useVisibleItems({ items, density, scroller, isVirtual: scroll === 'own', currentRow: keys.current });
  scrollToRow.current = visible.scrollToRow;
  const { setCurrent } = keys;
  const renderItem = useCallback(
    (item: Item<Row>, place: number): ReactElement => {
      if (item.kind === 'sub') return <SubTableRow key={item.key} subRow={item.subRow} columns={columns} hasCheckbox={selection !== undefined} isLast={item.isLast} ariaIndex={place + 2} />;
      const { row, index } = item;
      const key = rowKey(row);
      return (
        <TableRow
          key={key}
          row={row}
          name={props.rowName(row)}
          index={index}
          ariaIndex={place + 2}
          columns={columns}
          isTabStop={index === keys.current}
          isOpen={key === openKey}
          isSelected={selection === undefined ? undefined : selection.keys.has(key)}
          isExpanded={props.subRows === undefined ? undefined : expansion.isExpanded(row)}
          onFocus={() => setCurrent(index)}
          onOpen={onOpen && (() => onOpen(row))}
          onSelect={selection && ((withRange) => selecting.toggle(row, index, withRange))}
          onExpand={props.subRows && (() => expansion.toggle(row))}
        />
      );
    },
    [columns, selection, rowKey, props, keys, openKey, expansion, setCurrent, onOpen, selecting],
  );
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const span = columns.length + (selection === undefined ? 0 : 1);
  return (
    <div
      ref={scroller}
      className={clsx(css['scroller'], scroll === 'own' && css['fill'], density === 'compact' && css['compact'])}
      style={props.minWidth === undefined ? undefined : { ['--table-min' as string]: `${props.minWidth}px` }}
    >
      <table role="grid" aria-label={props.label} aria-rowcount={items.length + 1} aria-multiselectable={selection !== undefined || undefined} className={css['table']} onKeyDown={keys.onKeyDown}>
        <colgroup>
          {selection !== undefined && <col style={{ width: checkWidth }} />}
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <TableHead columns={columns} sort={sorting.sort} onSort={sorting.toggle} selectAll={selection === undefined ? null : { state: selecting.state, toggle: selecting.toggleAll }} />
        <tbody>
          {visible.lines.map((line) => {
            if (line.kind === 'gap') return <Gap key={line.key} height={line.height} span={span} />;
            const item = items[line.index];
            return item === undefined ? null : renderItem(item, line.index);
          })}
        </tbody>
        {props.total !== undefined && <Foot columns={columns} total={props.total} notes={props.notes ?? []} hasCheckbox={selection !== undefined} />}
      </table>
    </div>
  );
}

function Gap({ height, span }: { readonly height: number; readonly span: number }): ReactElement {
  return (
    <tr aria-hidden="true" className={css['spacer']}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

type FootProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly total: Readonly<Record<string, ReactNode>>;
  readonly notes: readonly Readonly<Record<string, ReactNode>>[];
  readonly hasCheckbox: boolean;
};
const noteHeight = 30;

function Foot<Row>({ columns, total, notes, hasCheckbox }: FootProps<Row>): ReactElement {
  const line = (cells: Readonly<Record<string, ReactNode>>, className: string | undefined, bottom: number, key: string): ReactElement => (
    <tr key={key} className={className}>
      {hasCheckbox && <td style={{ bottom }} />}
      {columns.map((column) => (
        <td key={column.key} style={{ bottom }} className={clsx(column.align === 'right' && css['right'], column.align === 'center' && css['center'])}>
          {cells[column.key]}
        </td>
      ))}
    </tr>
  );
  return (
    <tfoot className={css['foot']}>
      {line(total, css['total'], notes.length * noteHeight, 'total')}
      {notes.map((cells, index) => line(cells, css['note'], (notes.length - 1 - index) * noteHeight, `note-${index}`))}
    </tfoot>
  );
}
