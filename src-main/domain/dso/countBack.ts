/**
 * DSO by count-back (product/metrics.md §3): the receivable is taken off the newest sales first, and the days of the sales it covers are
 * counted. Actual calendar days; a period with sales of zero or less contributes its days and nothing else; the window is 24 months, and
 * what is older than the window is reported as "over 730 days". Receivable and sales both include VAT.
 */
import { addDays, addMonths, daysBetween, firstDayOfMonth, lastDayOfMonth, type PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, subtractCents, zeroCents } from '../../../src-shared/money.ts';

export type CountBackMethod = 'monthly' | 'daily';
export const countBackWindowMonths = 24;
export const countBackWindowDays = 730;

/** Gross sales (invoices minus credit notes, with VAT) of one day or of a whole month dated on any of its days. */
export type DatedSales = { readonly date: PlainDateText; readonly cents: Cents };

/** One period of the working: how much of the receivable its sales cover, the days that adds, and what is left to count back. */
export type CountBackLine = {
  readonly from: PlainDateText;
  readonly to: PlainDateText;
  readonly salesCents: Cents;
  readonly coveredCents: Cents;
  readonly remainingCents: Cents;
  readonly days: number;
};

/** `days` is exact (round for showing); when `isBeyondWindow` it is 730 and means "more than". Lines run from the newest period back. */
export type CountBack = { readonly days: number; readonly isBeyondWindow: boolean; readonly lines: readonly CountBackLine[] };

type Period = { readonly from: PlainDateText; readonly to: PlainDateText; readonly salesCents: Cents };

function countBackOver(periods: Iterable<Period>, receivable: Cents): CountBack {
  const lines: CountBackLine[] = [];
  let remaining = receivable;
  let days = 0;
  if (remaining <= 0) return { days, isBeyondWindow: false, lines };
  for (const { from, to, salesCents } of periods) {
    const length = daysBetween(from, to) + 1;
    const covered = salesCents <= 0 ? zeroCents : salesCents < remaining ? salesCents : remaining;
    const isLast = covered === remaining;
    const counted = isLast ? (covered / salesCents) * length : length;
    remaining = subtractCents(remaining, covered);
    days += counted;
    lines.push({ from, to, salesCents, coveredCents: covered, remainingCents: remaining, days: counted });
    if (isLast) return { days, isBeyondWindow: false, lines };
  }
  return { days: countBackWindowDays, isBeyondWindow: true, lines };
}

const monthKey = (date: PlainDateText): string => date.slice(0, 7);

function salesBy(sales: readonly DatedSales[], key: (date: PlainDateText) => string, asOf: PlainDateText): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const { date, cents } of sales) {
    if (date > asOf) continue;
    sums.set(key(date), addCents(sums.get(key(date)) ?? zeroCents, cents));
  }
  return sums;
}

function* monthsBack(asOf: PlainDateText, sales: ReadonlyMap<string, Cents>): Generator<Period> {
  for (let back = 0; back < countBackWindowMonths; back += 1) {
    const from = addMonths(firstDayOfMonth(asOf), -back);
    yield { from, to: back === 0 ? asOf : lastDayOfMonth(from), salesCents: sales.get(monthKey(from)) ?? zeroCents };
  }
}

function* daysBack(asOf: PlainDateText, sales: ReadonlyMap<string, Cents>): Generator<Period> {
  const start = addDays(asOf, 1 - countBackWindowDays);
  // Days without sales between two days with sales form one line, so that the working stays readable.
  const soldOn = [...sales.keys()].filter((date) => date >= start && sales.get(date) !== 0).sort();
  let to = asOf;
  for (const text of soldOn.reverse()) {
    const date = text as PlainDateText;
    if (date < to) yield { from: addDays(date, 1), to, salesCents: zeroCents };
    yield { from: date, to: date, salesCents: sales.get(date) ?? zeroCents };
    to = addDays(date, -1);
  }
  if (to >= start) yield { from: start, to, salesCents: zeroCents };
}

/**
 * Count-back DSO of a receivable as of a date; sales dated later are ignored. The month of `asOf` counts its days up to and including
 * that day. A receivable of zero or less gives 0 days. Run it on the receivable that is not yet due for the best possible DSO.
 */
export function countBack(input: {
  readonly receivableCents: Cents;
  readonly sales: readonly DatedSales[];
  readonly asOf: PlainDateText;
  readonly method: CountBackMethod;
}): CountBack {
  const { asOf, method, sales } = input;
  const periods =
    method === 'monthly'
      ? monthsBack(asOf, salesBy(sales, monthKey, asOf))
      : daysBack(
          asOf,
          salesBy(sales, (date) => date, asOf),
        );
  return countBackOver(periods, input.receivableCents);
}

/** Below ten invoices a month on average one invoice swings a month, so the days are counted one by one. */
export const countBackMethodFor = (invoicesLast12Months: number): CountBackMethod => (invoicesLast12Months < 120 ? 'daily' : 'monthly');
