import type { Buckets } from '../../../src-shared/contract/common.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, sumCents } from '../../../src-shared/money.ts';

export type AgingMonth = OutputOf<'aging.history'>['months'][number];
/** What the bars are about: what is overdue, or everything that is open where age counts from the invoice date. */
export type Measure = 'overdue' | 'open';
export type Finding =
  | { readonly kind: 'none' }
  /** It went the same way every month since that month end. */
  | { readonly kind: 'down' | 'up'; readonly since: PlainDateText; readonly from: Cents; readonly to: Cents }
  /** Against the month end that lies `count` months back. */
  | { readonly kind: 'lower' | 'higher' | 'level'; readonly count: number; readonly from: Cents; readonly to: Cents };

export const overdueOf = (buckets: Buckets): Cents => sumCents([buckets.days1to30, buckets.days31to60, buckets.days61to90, buckets.over90]);

/** Months before the first invoice say nothing: the bars begin with the first month in which something was open. */
export function fromFirstMonth(months: readonly AgingMonth[]): readonly AgingMonth[] {
  const first = months.findIndex((month) => month.open !== 0 || Object.values(month.buckets).some((value) => value !== 0));
  return first < 0 ? [] : months.slice(first);
}

/** A change below one in twenty is called level. */
const level = 0.05;
const monthsCompared = 3;

/** The start of the last unbroken way up or down; the last index itself when the last two are equal. */
function startOfRun(values: readonly Cents[]): number {
  const last = values.length - 1;
  const way = Math.sign((values[last] ?? 0) - (values[last - 1] ?? 0));
  let start = last;
  while (start > 0 && way !== 0 && Math.sign((values[start] ?? 0) - (values[start - 1] ?? 0)) === way) start -= 1;
  return start;
}

const isLevel = (from: number, to: number): boolean => Math.abs(to - from) <= Math.abs(from) * level;

/**
 * What the bars show, as a finding with its figures: an unbroken way of two months or more when it matters, otherwise the comparison with
 * three months ago (or as far back as there is). Null with fewer than two months: nothing can be compared.
 */
export function agingFinding(months: readonly AgingMonth[], measure: Measure): Finding | null {
  const values = months.map((month) => (measure === 'overdue' ? overdueOf(month.buckets) : month.open));
  const last = values.length - 1;
  const to = values[last];
  if (to === undefined) return null;
  if (to === 0) return { kind: 'none' };
  if (last === 0) return null;
  const start = startOfRun(values);
  const from = values[start];
  const since = months[start]?.date;
  if (from !== undefined && since !== undefined && last - start >= 2 && !isLevel(from, to))
    return { kind: to < from ? 'down' : 'up', since, from, to };
  const count = Math.min(monthsCompared, last);
  const before = values[last - count] ?? to;
  if (isLevel(before, to)) return { kind: 'level', count, from: before, to };
  return { kind: to < before ? 'lower' : 'higher', count, from: before, to };
}
