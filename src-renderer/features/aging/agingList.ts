import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { wholePercentages } from '../../../src-shared/locales/formatters.ts';
import { type Cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { type BucketName, bucketNames } from '../../ui/ageing.ts';

export type AgingList = OutputOf<'aging.list'>;
export type AgingRow = AgingList['customers'][number];

/** The key of the row that collects receipts of unknown payers. */
export const unknownPayerKey = 'unknown';
export const rowKey = (row: AgingRow): number | string => row.customerId ?? unknownPayerKey;

/** What is left when receipts that are not assigned are taken off. */
export const balanceOf = (row: Pick<AgingRow, 'open' | 'unmatched'>): Cents => subtractCents(row.open, row.unmatched);

/** The classes that have a column: not due only by due date, undated only where there is something. */
export const shownBuckets = (list: AgingList, basis: 'due' | 'issue'): readonly BucketName[] =>
  bucketNames.filter((bucket) =>
    bucket === 'undated' ? list.customers.some((row) => row.buckets.undated !== 0) : bucket !== 'notDue' || basis === 'due',
  );

/** Whole percentages of what is open per class, adding up to 100; a class with more credit than debt counts as nothing. */
export function sharesOf(list: AgingList, basis: 'due' | 'issue'): ReadonlyMap<BucketName, number> {
  const buckets = shownBuckets(list, basis);
  const percentages = wholePercentages(buckets.map((bucket) => Math.max(0, list.totals[bucket])));
  return new Map(buckets.map((bucket, index) => [bucket, percentages[index] ?? 0]));
}

/** What is older than 60 days: the sum, and how many customers have any. */
export function olderThan60(list: AgingList): { readonly cents: Cents; readonly count: number } {
  const old = (row: Pick<AgingRow, 'buckets'>): Cents => sumCents([row.buckets.days61to90, row.buckets.over90]);
  return { cents: old({ buckets: list.totals }), count: list.customers.filter((row) => old(row) > 0).length };
}
