import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { ok } from '../../../src-shared/result.ts';
import { unmatchedCash } from '../../domain/aging/receivableRatios.ts';
import { countBack, countBackMethodFor, countBackWindowMonths } from '../../domain/dso/countBack.ts';
import { averageDaysDelinquent, rollingDso, roundedDays, simpleDso } from '../../domain/dso/daysSalesOutstanding.ts';
import { dsoTrend, type DsoPoint, trendDates } from '../../domain/dso/dsoTrend.ts';
import { agingOverTime, type AgingAt, invoicesIssued, receiptsBetween, salesPerDay } from '../../ledger/documents/agingOverTime.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { readUnmatched } from '../../ledger/documents/openItems.ts';
import { stuckMoney } from '../../ledger/documents/stuckMoney.ts';

export type InsightContext = { readonly ledger: Ledger };
type Answer = OutputOf<'insight.dso'>;

const rounded = (days: number | null): number | null => (days === null ? null : roundedDays(days));
const overdueOf = (at: AgingAt) => sumCents([at.buckets.days1to30, at.buckets.days31to60, at.buckets.days61to90, at.buckets.over90]);

/** Count-back DSO with its working, best possible DSO and their trend (product/metrics.md §1–5, §10, §12, §19). */
function daysSalesOutstanding(db: ReadableDb, asOf: PlainDateText, months: number): Answer {
  const sales = salesPerDay(db);
  const method = countBackMethodFor(invoicesIssued(db, addDays(addMonths(asOf, -12), 1), asOf));
  const history = agingOverTime(db, trendDates(asOf, months), 'due');
  const now = history.at(-1);
  if (now === undefined) throw new Error('a trend has at least one date');
  const firstSale = sales[0]?.date ?? asOf;
  const salesOfMonth = (date: PlainDateText) => sumCents(sales.filter((day) => day.date.slice(0, 7) === date.slice(0, 7) && day.date <= date).map((day) => day.cents));
  const balances = history.map((at) => ({ date: at.date, receivableCents: at.open, notDueCents: at.buckets.notDue }));
  const toPoint = (point: DsoPoint): Answer['current'] => ({
    date: point.date,
    // Before the first sale there is nothing to count back over.
    dso: point.date < firstSale ? null : roundedDays(point.dso),
    bestPossible: point.date < firstSale ? null : roundedDays(point.bestPossible),
    beyond: point.isBeyondWindow,
    receivables: point.receivableCents,
    notDue: point.notDueCents,
    sales: salesOfMonth(point.date),
  });
  const trend = dsoTrend({ balances, sales, method }).map(toPoint);
  const current = trend.at(-1);
  if (current === undefined) throw new Error('a trend has at least one point');
  const dso = countBack({ receivableCents: now.open, sales, asOf, method });
  const best = countBack({ receivableCents: now.buckets.notDue, sales, asOf, method });
  const year = sales.filter((day) => day.date > addDays(asOf, -365) && day.date <= asOf);
  const quarter = sales.filter((day) => day.date > addDays(asOf, -91) && day.date <= asOf);
  const cash = unmatchedCash({
    unmatched: readUnmatched(db, asOf)
      .filter((receipt) => receipt.currency === 'EUR')
      .map((receipt) => ({ ...receipt, unmatchedCents: receipt.unmatched })),
    asOf,
    receipts30DaysCents: receiptsBetween(db, addDays(asOf, -29), asOf),
    receivableCents: now.open,
  });
  return {
    method,
    current,
    averageDaysDelinquent: rounded(averageDaysDelinquent(dso, best)),
    rolling12: rounded(rollingDso({ receivableCents: now.open, sales, asOf, months: 12 })),
    simple: rounded(simpleDso({ receivableCents: now.open, salesCents: sumCents(quarter.map((day) => day.cents)), days: 91 })),
    trend,
    working: dso.lines.map((line) => ({ from: line.from, to: line.to, sales: line.salesCents, days: roundedDays(line.days), remaining: line.remainingCents })).slice(0, 1000),
    centsPerDay: cents(Math.round(sumCents(year.map((day) => day.cents)) / 365)),
    pastDueRatio: now.open > 0 ? overdueOf(now) / now.open : null,
    unmatchedRatio: cash.toReceipts,
  };
}

export const insightMethods: Handlers<InsightContext, 'insight.dso' | 'insight.stuck'> = {
  'insight.dso': ({ ledger }, { asOf, months }) => ok(daysSalesOutstanding(ledger.read, asOf, Math.min(months, countBackWindowMonths + 12))),
  'insight.stuck': ({ ledger }, { asOf }) => {
    const states = stuckMoney(ledger.read, asOf);
    return ok({ overdue: states.reduce((sum, state) => cents(sum + state.cents), zeroCents), states: [...states].sort((a, b) => subtractCents(b.cents, a.cents)) });
  },
};
