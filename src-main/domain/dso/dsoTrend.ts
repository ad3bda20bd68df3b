/** DSO, best possible DSO and ADD at a row of dates, each from the balances as of its own date and the sales up to it. */
import { addMonths, firstDayOfMonth, lastDayOfMonth, type PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { type CountBackMethod, countBack, type DatedSales } from './countBack.ts';
import { averageDaysDelinquent, rollingDso } from './daysSalesOutstanding.ts';

/** Balances as of a date: everything owed, and the part of it that was not yet due on that date. */
export type ReceivableAsOf = { readonly date: PlainDateText; readonly receivableCents: Cents; readonly notDueCents: Cents };

export type DsoPoint = ReceivableAsOf & {
  readonly dso: number;
  readonly bestPossible: number;
  /** True when the receivable is older than the window: `dso` then means "more than". */
  readonly isBeyondWindow: boolean;
  readonly averageDaysDelinquent: number | null;
  readonly rolling12: number | null;
};

/** The month ends before `asOf` and `asOf` itself, `months` dates in all, oldest first. */
export function trendDates(asOf: PlainDateText, months: number): readonly PlainDateText[] {
  const dates: PlainDateText[] = [];
  for (let back = months - 1; back > 0; back -= 1) dates.push(lastDayOfMonth(addMonths(firstDayOfMonth(asOf), -back)));
  return [...dates, asOf];
}

/**
 * The points of the trend. The sales must reach 24 months before the first date; those after a point's date do not touch it.
 */
export function dsoTrend(input: {
  readonly balances: readonly ReceivableAsOf[];
  readonly sales: readonly DatedSales[];
  readonly method: CountBackMethod;
}): readonly DsoPoint[] {
  return input.balances.map((balance) => {
    const shared = { sales: input.sales, asOf: balance.date };
    const dso = countBack({ ...shared, receivableCents: balance.receivableCents, method: input.method });
    const best = countBack({ ...shared, receivableCents: balance.notDueCents, method: input.method });
    return {
      ...balance,
      dso: dso.days,
      bestPossible: best.days,
      isBeyondWindow: dso.isBeyondWindow,
      averageDaysDelinquent: averageDaysDelinquent(dso, best),
      rolling12: rollingDso({ ...shared, receivableCents: balance.receivableCents, months: 12 }),
    };
  });
}
