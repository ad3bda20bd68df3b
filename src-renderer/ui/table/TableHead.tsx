import { Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import type { Column, Sort } from './columns.ts';
import css from './DataTable.module.css';

type TableHeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly onSort: (column: Column<Row>) => void;
  readonly selectAll: { readonly state: 'none' | 'some' | 'all'; readonly toggle: () => void } | null;
};

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: Pick<TableHeadProps<Row>, 'sort' | 'onSort'> & { readonly column: Column<Row> }): ReactElement {
  const { t } = useText();
  const isSorted = sort?.key === column.key;
  const name = column.name ?? (typeof column.header === 'string' ? column.header : column.key);
  const Arrow = sort?.direction === 'ascending' ? IconChevronUp : IconChevronDown;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? sort.direction : undefined}
      className={clsx(column.align === 'right' && css['right'], column.align === 'center' && css['center'])}
    >
      {column.sortValue === undefined ? (
        column.header
      ) : (
        <>
        {/* Chromium does not repeat buttons in the head of the next sheet of paper. */}
        <span className={css['onPaper']}>{column.header}</span>
        <button
          type="button"
          className={clsx(css['sort'], isSorted && css['sorted'])}
          title={t('common.table.sortBy', { column: name })}
          onClick={() => onSort(column)}
        >
          {isSorted && <Arrow size={14} stroke={1.75} aria-hidden />}
          {column.header}
        </button>
        </>
      )}
    </th>
  );
}

export function TableHead<Row>({ columns, sort, onSort, selectAll }: TableHeadProps<Row>): ReactElement {
  const { t } = useText();
  return (
    <thead className={css['head']}>
      <tr>
        {selectAll !== null && (
          <th scope="col" className={css['check']}>
            <Checkbox
              aria-label={t('common.table.selectAll')}
              checked={selectAll.state === 'all'}
              indeterminate={selectAll.state === 'some'}
              onChange={selectAll.toggle}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}
