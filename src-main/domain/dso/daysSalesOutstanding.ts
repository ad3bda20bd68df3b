/**
 * The ratio forms of DSO (product/metrics.md §1, §2, §4 simple) and what follows from two DSO figures (§5). They are shown for
 * comparison with accountants; steering is by count-back. Blank (null) where the sales are not positive.
 */
import { addMonths, daysBetween, firstDayOfMonth, type PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, zeroCents } from '../../../src-shared/money.ts';
import type { CountBack, DatedSales } from './countBack.ts';

/** closing receivable / gross sales of the period × days of the period. Give the receivable not yet due for the simple best possible DSO. */
export function simpleDso(input: { readonly receivableCents: Cents; readonly salesCents: Cents; readonly days: number }): number | null {
  return input.salesCents > 0 ? (input.receivableCents / input.salesCents) * input.days : null;
}

/** Simple DSO over the last `months` months up to and including `asOf`, in actual days; the months before `asOf`'s are whole. */
export function rollingDso(input: {
  readonly receivableCents: Cents;
  readonly sales: readonly DatedSales[];
  readonly asOf: PlainDateText;
  readonly months: number;
}): number | null {
  const from = addMonths(firstDayOfMonth(input.asOf), 1 - input.months);
  const salesCents = input.sales
    .filter((sale) => sale.date >= from && sale.date <= input.asOf)
    .reduce((sum, sale) => addCents(sum, sale.cents), zeroCents);
  return simpleDso({ receivableCents: input.receivableCents, salesCents, days: daysBetween(from, input.asOf) + 1 });
}

/** ADD = DSO − best possible DSO: the days in DSO that are lateness rather than granted terms. Null when either is beyond the window. */
export function averageDaysDelinquent(dso: CountBack, bestPossible: CountBack): number | null {
  return dso.isBeyondWindow || bestPossible.isBeyondWindow ? null : dso.days - bestPossible.days;
}

/** Days as shown: one decimal, half up. */
export const roundedDays = (days: number): number => Math.round(days * 10 + Number.EPSILON) / 10;
