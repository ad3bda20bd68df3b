import clsx from 'clsx';
import { type MouseEvent, type ReactElement, type ReactNode, useRef } from 'react';
import type { Column } from './columns.ts';
import css from './DataTable.module.css';
import type { DataTableProps } from './dataTableProps.ts';
import { TableHead } from './TableHead.tsx';
import { SubTableRow, TableRow } from './TableRow.tsx';
import { useScrollPlace } from './useScrollPlace.ts';
import { useTable } from './useTable.ts';

const checkWidth = 40;

/** What does not fit its column can be read whole under the pointer. */
function tellWhole(event: MouseEvent): void {
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  if (cell === null || cell.title !== '' || cell.scrollWidth <= cell.clientWidth) return;
  cell.title = cell.textContent;
}

/** A table of any length: virtual rows, sortable heads, selection, keyboard, expanded rows, a head and a foot that stay, and clean print. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { columns, density = 'normal', scroll = 'page', selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable(props, scroller);
  useScrollPlace(scroller, scroll === 'own' && props.isMainList === true);
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
        onMouseOver={tellWhole}
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
