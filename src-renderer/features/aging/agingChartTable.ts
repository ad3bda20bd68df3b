import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, cents } from '../../../src-shared/money.ts';
import { type BucketName, bucketNames } from '../../ui/ageing.ts';
import type { ChartTable } from '../../ui/chart/csv.ts';
import type { AgingMonth } from './agingFinding.ts';

type Words = {
  readonly names: Readonly<Record<BucketName | 'open' | 'date', string>>;
  readonly date: (day: PlainDateText) => string;
};

/** What the bars show, for the table view and CSV: amounts in euro, a column for undated invoices only where there are any. */
export function agingChartTable(months: readonly AgingMonth[], { names, date }: Words): ChartTable {
  const hasUndated = months.some((month) => month.buckets.undated !== 0);
  const buckets = bucketNames.filter((bucket) => bucket !== 'undated' || hasUndated);
  return {
    head: [names.date, ...buckets.map((bucket) => names[bucket]), names.open],
    rows: months.map((month) => [date(month.date), ...buckets.map((bucket) => month.buckets[bucket] / 100), month.open / 100]),
  };
}

/** A figure of that table in cents again, exactly, to be shown as an amount. */
export const centsOfEuros = (euros: number): Cents => cents(Math.round(euros * 100));
