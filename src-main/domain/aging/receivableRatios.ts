/**
 * Ratios over the aging list (product/metrics.md §10 and §12). Each answers null where its denominator is not positive: a blank, never a zero.
 */
import { type PlainDateText, daysBetween } from '../../../src-shared/dates.ts';
import { type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import type { AgingSums, UnmatchedReceipt } from './aging.ts';

export type PastDueRatio = {
  /** Overdue receivable / receivable, by value; unmatched receipts are in neither. */
  readonly byValue: number | null;
  readonly byCount: number | null;
  /** Share of the receivable that is more than 90 days overdue. */
  readonly over90: number | null;
  readonly overdueCents: Cents;
  readonly receivableCents: Cents;
};

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** How much of what is owed is late, by value and by count (metrics.md §10). Give the sums of an aging list by due date. */
export function pastDueRatio(
  sums: Pick<AgingSums, 'buckets' | 'overdueCents' | 'receivableCents' | 'overdueCount' | 'documentCount'>,
): PastDueRatio {
  return {
    byValue: ratio(sums.overdueCents, sums.receivableCents),
    byCount: ratio(sums.overdueCount, sums.documentCount),
    over90: ratio(sums.buckets['over90'], sums.receivableCents),
    overdueCents: sums.overdueCents,
    receivableCents: sums.receivableCents,
  };
}

export type UnmatchedCash = {
  readonly unmatchedCents: Cents;
  readonly count: number;
  /** Unmatched / receipts of the last 30 days. */
  readonly toReceipts: number | null;
  /** Unmatched / total receivable. */
  readonly toReceivable: number | null;
  readonly oldestBookDate: PlainDateText | null;
  readonly oldestDays: number | null;
};

/** Unmatched cash in one currency: amount, ratio to 30 days of receipts and to the receivable, age of the oldest (metrics.md §12). */
export function unmatchedCash(input: {
  readonly unmatched: readonly UnmatchedReceipt[];
  readonly asOf: PlainDateText;
  readonly receipts30DaysCents: Cents;
  readonly receivableCents: Cents;
}): UnmatchedCash {
  const open = input.unmatched.filter((receipt) => receipt.unmatchedCents > 0 && receipt.bookDate <= input.asOf);
  const unmatchedCents = open.length === 0 ? zeroCents : sumCents(open.map((receipt) => receipt.unmatchedCents));
  const oldestBookDate = open.reduce<PlainDateText | null>(
    (oldest, receipt) => (oldest === null || receipt.bookDate < oldest ? receipt.bookDate : oldest),
    null,
  );
  return {
    unmatchedCents,
    count: open.length,
    toReceipts: ratio(unmatchedCents, input.receipts30DaysCents),
    toReceivable: ratio(unmatchedCents, input.receivableCents),
    oldestBookDate,
    oldestDays: oldestBookDate === null ? null : daysBetween(oldestBookDate, input.asOf),
  };
}
