import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { unmatchedCash } from '../../domain/aging/receivableRatios.ts';
import { addWorkingDays } from '../../domain/calendar/workCalendar.ts';
import { agingTotals } from '../../ledger/documents/agingRead.ts';
import { receiptsBetween } from '../../ledger/documents/agingOverTime.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { readWorkCalendar } from '../../ledger/followUp/followUpPlan.ts';
import { readUnmatched } from '../../ledger/documents/openItems.ts';
import { unmatchedOverTime } from '../../ledger/cash/unmatchedCash.ts';

const weeks = 12;
/** The aim is nothing older than this (metrics.md §12). */
const lateWorkingDays = 5;

/** Unmatched cash as a figure with its working and twelve weeks of it (metrics.md §12). Euro; other currencies stand beside it, never added. */
export function unmatchedCashView(db: ReadableDb, today: PlainDateText): OutputOf<'bank.unmatchedCash'> {
  const waiting = readUnmatched(db, today).filter((receipt) => receipt.unmatched > 0);
  const euro = waiting.filter(({ currency }) => currency === 'EUR');
  const { notDue, days1to30, days31to60, days61to90, over90, undated } = agingTotals(db, { asOf: today, basis: 'due' });
  const owed = sumCents([notDue, days1to30, days31to60, days61to90, over90, undated]);
  const received = receiptsBetween(db, addDays(today, -29), today);
  const figure = unmatchedCash({
    unmatched: euro.map((receipt) => ({ ...receipt, unmatchedCents: receipt.unmatched })),
    asOf: today,
    receipts30DaysCents: received,
    receivableCents: owed,
  });
  const calendar = readWorkCalendar(db);
  const sumOf = (receipts: typeof euro) => ({ cents: sumCents(receipts.map(({ unmatched }) => unmatched)), count: receipts.length });
  const dates = Array.from({ length: weeks }, (_, week) => addDays(today, -7 * (weeks - 1 - week)));
  const foreign = [...Map.groupBy(waiting.filter(({ currency }) => currency !== 'EUR'), ({ currency }) => currency)];
  return {
    cents: figure.unmatchedCents,
    count: figure.count,
    received,
    ratio: figure.toReceipts,
    owed,
    ratioToOwed: figure.toReceivable,
    oldestDays: figure.oldestDays,
    oldestBankEntryId: euro[0]?.bankEntryId ?? null,
    late: sumOf(euro.filter(({ bookDate }) => addWorkingDays(bookDate, lateWorkingDays, calendar) < today)),
    credit: sumOf(euro.filter(({ customerId }) => customerId !== null)),
    foreign: foreign.slice(0, 50).map(([currency, receipts]) => ({ currency, ...sumOf(receipts) })),
    trend: unmatchedOverTime(db, dates).map((point) => ({ ...point, ratio: point.received > 0 ? point.cents / point.received : null })),
  };
}
