import clsx from 'clsx';
import { type ReactElement, type ReactNode, useRef } from 'react';
import type { Column, Density, RowKey, Sort, SubRow } from './columns.ts';
import css from './DataTable.module.css';
import { TableHead } from './TableHead.tsx';
import { SubTableRow, TableRow } from './TableRow.tsx';
import type { Selection } from './useSelection.ts';
import { useTable } from './useTable.ts';

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
  const { columns, density = 'normal', scroll = 'page', selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable(props, scroller);
  if (table.rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const span = columns.length + (selection === undefined ? 0 : 1);
  return (
    <div
      ref={scroller}
      className={clsx(css['scroller'], scroll === 'own' && css['fill'], density === 'compact' && css['compact'])}
      style={props.minWidth === undefined ? undefined : { ['--table-min' as string]: `${props.minWidth}px` }}
    >
      <table
        role={props.subRows === undefined ? 'grid' : 'treegrid'}
        aria-label={props.label}
        aria-rowcount={table.items.length + 1}
        aria-multiselectable={selection !== undefined || undefined}
        className={css['table']}
        onKeyDown={table.onKeyDown}
      >
        <colgroup>
          {selection !== undefined && <col style={{ width: checkWidth }} />}
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <TableHead columns={columns} sort={table.sort} onSort={table.toggleSort} selectAll={table.selectAll} />
        <tbody>
          {table.lines.map((line) => {
            if (line.kind === 'gap') return <Gap key={line.key} height={line.height} span={span} />;
            const item = table.items[line.index];
            if (item === undefined) return null;
            if (item.kind === 'row')
              return <TableRow key={props.rowKey(item.row)} {...table.rowProps(item.row, item.index)} ariaIndex={line.index + 2} />;
            return (
              <SubTableRow
                key={item.key}
                subRow={item.subRow}
                columns={columns}
                hasCheckbox={selection !== undefined}
                isLast={item.isLast}
                ariaIndex={line.index + 2}
              />
            );
          })}
        </tbody>
        {props.total !== undefined && (
          <Foot columns={columns} total={props.total} notes={props.notes ?? []} hasCheckbox={selection !== undefined} />
        )}
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
        <td
          key={column.key}
          style={{ bottom }}
          className={clsx(column.align === 'right' && css['right'], column.align === 'center' && css['center'])}
        >
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
