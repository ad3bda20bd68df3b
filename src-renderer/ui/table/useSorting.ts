import { useMemo, useState } from 'react';
import { localeOf } from '../../../src-shared/locales/formatters.ts';
import { useText } from '../../i18n/useText.ts';
import type { Column, Sort } from './columns.ts';

function compare(a: string | number | null, b: string | number | null, collator: Intl.Collator, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * sign;
  return collator.compare(String(a), String(b)) * sign;
}

type Sorting<Row> = { readonly rows: readonly Row[]; readonly sort: Sort | null; readonly toggle: (column: Column<Row>) => void };

export function useSorting<Row>(given: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly initial: Sort | null;
  /** Set when the backend sorts: the table then shows and changes this, and leaves the rows as they come. */
  readonly controlled: { readonly sort: Sort; readonly onChange: (sort: Sort) => void } | null;
}): Sorting<Row> {
  const { rows, columns, initial, controlled } = given;
  const { language } = useText();
  const [own, setOwn] = useState<Sort | null>(initial);
  const sort = controlled === null ? own : controlled.sort;
  const isOwn = controlled === null;
  const sorted = useMemo(() => {
    const value = isOwn && sort !== null ? columns.find((column) => column.key === sort.key)?.sortValue : undefined;
    if (value === undefined || sort === null) return rows;
    const collator = new Intl.Collator(localeOf(language), { numeric: true, sensitivity: 'base' });
    const sign = sort.direction === 'ascending' ? 1 : -1;
    return rows
      .map((row) => ({ row, key: value(row) }))
      .sort((a, b) => compare(a.key, b.key, collator, sign))
      .map(({ row }) => row);
  }, [rows, columns, sort, isOwn, language]);
  const toggle = (column: Column<Row>): void => {
    const opposite = sort?.direction === 'ascending' ? 'descending' : 'ascending';
    const next: Sort = { key: column.key, direction: sort?.key === column.key ? opposite : (column.sortFirst ?? 'ascending') };
    if (controlled === null) setOwn(next);
    else controlled.onChange(next);
  };
  return { rows: sorted, sort, toggle };
}
