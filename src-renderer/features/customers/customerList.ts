import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { addCents, type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import type { Sort } from '../../ui/table/columns.ts';

/** The list of customers as data: filtering, sorting and the figures of its title. Pure, so that filter and sort take one frame. */
export type CustomerRow = OutputOf<'customers.list'>['customers'][number];

/** `open` unless chosen otherwise; the address carries the Dutch word. */
export const listFilters = { open: null, all: 'alle', overdue: 'vervallen', held: 'pauze', disputed: 'betwist', late: 'laat' } as const;
export type ListFilter = keyof typeof listFilters;
export const filterOf = (word: string | null): ListFilter =>
  (Object.keys(listFilters) as ListFilter[]).find((name) => listFilters[name] === word) ?? 'open';

const hasFlag = (row: CustomerRow, kind: CustomerRow['flags'][number]['kind']): boolean => row.flags.some((flag) => flag.kind === kind);
const tests: Readonly<Record<ListFilter, (row: CustomerRow) => boolean>> = {
  all: () => true,
  open: (row) => row.open !== 0,
  overdue: (row) => row.overdue > 0,
  held: (row) => hasFlag(row, 'hold'),
  disputed: (row) => hasFlag(row, 'dispute'),
  late: (row) => row.open !== 0 && hasFlag(row, 'late-payer'),
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();

export type ListQuestion = { readonly query: string; readonly filter: ListFilter; readonly country: string | null };

/** The rows that fit, in the order in which they came. Every word of the query must be found in name, number or place. */
export function filterCustomers(rows: readonly CustomerRow[], question: ListQuestion): readonly CustomerRow[] {
  const words = plain(question.query).split(/\s+/).filter(Boolean);
  const fits = tests[question.filter];
  return rows.filter((row) => {
    if (!fits(row) || (question.country !== null && row.country !== question.country)) return false;
    if (words.length === 0) return true;
    const text = plain(`${row.name} ${row.number} ${row.city}`);
    return words.every((word) => text.includes(word));
  });
}

export const countOf = (rows: readonly CustomerRow[], filter: ListFilter): number => rows.filter(tests[filter]).length;

export const sortKeys = ['name', 'city', 'open', 'overdue', 'oldest', 'behaviour', 'next', 'flags'] as const;
export type SortKey = (typeof sortKeys)[number];
export type ListSort = Sort & { readonly key: SortKey };
export const standardSort: ListSort = { key: 'overdue', direction: 'descending' };

/** `overdue` ascending, `-overdue` descending, as the address carries it. */
export function sortOf(text: string | null): ListSort {
  const key = sortKeys.find((known) => known === text?.replace(/^-/, ''));
  return key === undefined ? standardSort : { key, direction: text?.startsWith('-') === true ? 'descending' : 'ascending' };
}
export const sortText = (sort: Sort): string | null => {
  const text = `${sort.direction === 'descending' ? '-' : ''}${sort.key}`;
  return text === '-overdue' ? null : text;
};

/** What a column sorts by; null goes last in both directions. */
const values: Readonly<Record<SortKey, (row: CustomerRow) => string | number | null>> = {
  name: (row) => row.name,
  city: (row) => (row.city === '' ? null : row.city),
  open: (row) => row.open,
  overdue: (row) => row.overdue,
  oldest: (row) => row.oldestDays,
  behaviour: (row) => row.medianDaysLate ?? row.daysLate.at(-1) ?? null,
  next: (row) => row.nextStep?.on ?? null,
  flags: (row) => row.flags.length,
};

export function sortCustomers(rows: readonly CustomerRow[], sort: ListSort, locale: string): readonly CustomerRow[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const value = values[sort.key];
  const compare = (a: CustomerRow, b: CustomerRow): number => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return (typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right))) * sign;
  };
  return rows.toSorted((a, b) => compare(a, b) || b.overdue - a.overdue || a.customerId - b.customerId);
}

export type ListFinding = { readonly count: number; readonly open: Cents; readonly overdueCount: number; readonly overdue: Cents; readonly topThreeShare: number | null };

/** The figures of the title; the share of the largest three only where more than three are overdue. */
export function findingOf(rows: readonly CustomerRow[]): ListFinding {
  const late = rows.filter((row) => row.overdue > 0);
  const overdue = sumCents(late.map((row) => row.overdue));
  const top = late
    .map((row) => row.overdue)
    .toSorted((a, b) => b - a)
    .slice(0, 3)
    .reduce((sum, value) => addCents(sum, value), zeroCents);
  return {
    count: rows.filter((row) => row.open !== 0).length,
    open: sumCents(rows.map((row) => row.open)),
    overdueCount: late.length,
    overdue,
    topThreeShare: late.length > 3 && overdue > 0 ? top / overdue : null,
  };
}
