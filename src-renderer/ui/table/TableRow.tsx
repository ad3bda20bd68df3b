import { Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import clsx from 'clsx';
import type { MouseEvent, ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import type { Column, SubRow } from './columns.ts';
import css from './DataTable.module.css';

const alignClass = (align: Column<never>['align']): string | undefined =>
  align === 'right' ? css['right'] : align === 'center' ? css['center'] : undefined;
/** A click on a button, link or box inside the row is meant for that, not for the row. */
const isOnControl = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('button, a, input, label') !== null;

export type TableRowProps<Row> = {
  readonly row: Row;
  readonly name: string;
  readonly index: number;
  /** Place among all rows of the table, head included, counted from 1. */
  readonly ariaIndex: number;
  readonly columns: readonly Column<Row>[];
  readonly isTabStop: boolean;
  readonly isOpen: boolean;
  /** Undefined where rows cannot be selected or expanded. */
  readonly isSelected: boolean | undefined;
  readonly isExpanded: boolean | undefined;
  readonly onFocus: () => void;
  readonly onOpen: (() => void) | undefined;
  readonly onSelect: ((withRange: boolean) => void) | undefined;
  readonly onExpand: (() => void) | undefined;
};

export function TableRow<Row>(props: TableRowProps<Row>): ReactElement {
  const { row, name, index, columns, isSelected, isExpanded, onOpen, onSelect, onExpand } = props;
  const { t } = useText();
  const Chevron = isExpanded === true ? IconChevronDown : IconChevronRight;
  return (
    <tr
      className={clsx(css['row'], (onOpen ?? onExpand) !== undefined && css['openable'])}
      data-row-index={index}
      data-open={props.isOpen || undefined}
      data-expanded={isExpanded === true || undefined}
      aria-rowindex={props.ariaIndex}
      aria-selected={isSelected}
      aria-expanded={isExpanded}
      aria-level={isExpanded === undefined ? undefined : 1}
      tabIndex={props.isTabStop ? 0 : -1}
      onFocus={props.onFocus}
      onClick={(event) => !isOnControl(event) && (onOpen ?? onExpand)?.()}
    >
      {onSelect !== undefined && (
        <td className={css['check']} onClick={(event) => !isOnControl(event) && (event.stopPropagation(), onSelect(event.shiftKey))}>
          <Checkbox
            aria-label={t('common.table.select', { name })}
            checked={isSelected === true}
            tabIndex={-1}
            onChange={(event) => onSelect(event.nativeEvent instanceof globalThis.MouseEvent && event.nativeEvent.shiftKey)}
          />
        </td>
      )}
      {columns.map((column, place) => (
        <td key={column.key} className={alignClass(column.align)}>
          {place === 0 && onExpand !== undefined && (
            <button
              type="button"
              tabIndex={-1}
              className={css['expander']}
              aria-label={isExpanded === true ? t('common.table.collapse', { name }) : t('common.table.expand', { name })}
              onClick={onExpand}
            >
              <Chevron size={16} stroke={1.75} aria-hidden />
            </button>
          )}
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

type SubTableRowProps = {
  readonly subRow: SubRow | null;
  readonly columns: readonly { readonly key: string; readonly align?: Column<never>['align'] }[];
  readonly hasCheckbox: boolean;
  readonly isLast: boolean;
  readonly ariaIndex: number;
};

/** A line below an expanded row; null while it is being fetched. */
export function SubTableRow({ subRow, columns, hasCheckbox, isLast, ariaIndex }: SubTableRowProps): ReactElement {
  const { t } = useText();
  const onOpen = subRow?.onOpen;
  return (
    <tr
      className={clsx(css['sub'], isLast && css['last'], onOpen !== undefined && css['openable'])}
      aria-rowindex={ariaIndex}
      aria-level={2}
      tabIndex={onOpen === undefined ? undefined : 0}
      onClick={(event) => !isOnControl(event) && onOpen?.()}
      onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && onOpen?.()}
    >
      {hasCheckbox && <td />}
      {columns.map((column, place) => (
        <td key={column.key} className={clsx(alignClass(column.align), place === 0 && css['subName'])}>
          {subRow === null ? place === 0 && <span className="ink-3">{t('common.loading')}</span> : subRow.cells[column.key]}
        </td>
      ))}
    </tr>
  );
}
