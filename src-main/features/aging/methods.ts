import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { type Buckets } from '../../../src-shared/contract/common.ts';
import { daysBetween, firstDayOfMonth, addDays, addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { ok } from '../../../src-shared/result.ts';
import { ageItem, type AgingBasis } from '../../domain/aging/aging.ts';
import { type AgingCustomerSums, agingByCustomer, agingTotals, journalTotals } from '../../ledger/agingRead.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { openDisputes } from '../../ledger/disputes.ts';
import { readOpenItems, readUnmatched } from '../../ledger/openItems.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import { exportAging } from './exportAging.ts';

export type AgingContext = { readonly ledger: Ledger; readonly madeFiles: MadeFiles };
type Row = OutputOf<'aging.list'>['customers'][number];

const bucketsOf = (row: Buckets): Buckets => ({
  notDue: row.notDue,
  days1to30: row.days1to30,
  days31to60: row.days31to60,
  days61to90: row.days61to90,
  over90: row.over90,
  undated: row.undated,
});
const overdueOf = (row: Buckets): Cents => sumCents([row.days1to30, row.days31to60, row.days61to90, row.over90]);

function totalsOf(rows: readonly Buckets[]): Buckets {
  const total = { notDue: zeroCents, days1to30: zeroCents, days31to60: zeroCents, days61to90: zeroCents, over90: zeroCents, undated: zeroCents };
  for (const row of rows) for (const key of Object.keys(total) as (keyof Buckets)[]) total[key] = addCents(total[key], row[key]);
  return total;
}

const toRow = (row: AgingCustomerSums, asOf: PlainDateText, unmatched: Cents): Row => ({
  customerId: row.customerId,
  name: row.name,
  buckets: bucketsOf(row),
  open: row.open,
  overdue: overdueOf(row),
  unmatched,
  oldestDays: row.oldest === null ? 0 : daysBetween(row.oldest, asOf),
  documents: row.documents,
});

/** Unmatched euro receipts as of the day, by the customer they are known to come from; null collects those of unknown payers. */
function unmatchedByCustomer(db: ReadableDb, asOf: PlainDateText): Map<CustomerId | null, Cents> {
  const sums = new Map<CustomerId | null, Cents>();
  for (const receipt of readUnmatched(db, asOf)) {
    if (receipt.currency !== 'EUR') continue;
    sums.set(receipt.customerId, addCents(sums.get(receipt.customerId) ?? zeroCents, receipt.unmatched));
  }
  return sums;
}

/** The aging list in euro, largest overdue amount first; other currencies as one line each. */
export function agingList(db: ReadableDb, question: { readonly asOf: PlainDateText; readonly basis: AgingBasis }): OutputOf<'aging.list'> {
  const all = agingByCustomer(db, question);
  const euro = all.filter((row) => row.currency === 'EUR');
  const unmatched = unmatchedByCustomer(db, question.asOf);
  const customers = euro
    .map((row) => toRow(row, question.asOf, unmatched.get(row.customerId) ?? zeroCents))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || a.customerId - b.customerId);
  const totals = totalsOf(euro);
  const others = new Map<string, { open: Cents; documents: number }>();
  for (const row of all) {
    if (row.currency === 'EUR') continue;
    const sum = others.get(row.currency) ?? { open: zeroCents, documents: 0 };
    others.set(row.currency, { open: addCents(sum.open, row.open), documents: sum.documents + row.documents });
  }
  return {
    asOf: question.asOf,
    totals,
    open: sumCents(Object.values(totals)),
    overdue: overdueOf(totals),
    unmatched: sumCents(unmatched.values()),
    customers,
    otherCurrencies: [...others].map(([currency, sum]) => ({ currency, ...sum })).sort((a, b) => a.currency.localeCompare(b.currency)),
  };
}

/** The documents of one customer with their bucket, oldest first. */
function agedDocuments(db: ReadableDb, question: { customerId: CustomerId; asOf: PlainDateText; basis: AgingBasis }): OutputOf<'aging.customer'> {
  const disputed = new Set(openDisputes(db, question.customerId).map((dispute) => dispute.documentId));
  const documents = readOpenItems(db, question).map((item) => {
    const aged = ageItem({ ...item, openCents: item.open }, question.asOf, question.basis);
    return {
      documentId: item.documentId,
      number: item.number,
      kind: item.kind,
      issueDate: item.issueDate,
      dueDate: item.dueDate,
      daysOverdue: item.dueDate === null ? 0 : daysBetween(item.dueDate, question.asOf),
      bucket: aged.bucket,
      total: item.total,
      open: item.open,
      disputed: disputed.has(item.documentId),
    };
  });
  return { documents };
}

/** Month ends before the day, and the day itself as the last point. */
export function historyDates(asOf: PlainDateText, months: number): readonly PlainDateText[] {
  const first = firstDayOfMonth(asOf);
  const ends = Array.from({ length: months - 1 }, (_, index) => addDays(addMonths(first, index - months + 2), -1));
  return [...ends, asOf];
}

export const agingMethods: Handlers<AgingContext, 'aging.list' | 'aging.tieOut' | 'aging.customer' | 'aging.history' | 'aging.export'> = {
  'aging.list': ({ ledger }, question) => ok(agingList(ledger.read, question)),
  'aging.tieOut': ({ ledger }, { asOf }) => ok(journalTotals(ledger.read, asOf)),
  'aging.customer': ({ ledger }, question) => ok(agedDocuments(ledger.read, question)),
  'aging.history': ({ ledger }, { asOf, months }) =>
    ok({
      months: historyDates(asOf, months).map((date) => {
        const sums = agingTotals(ledger.read, { asOf: date, basis: 'due' });
        return { date, buckets: bucketsOf(sums), open: sums.open };
      }),
    }),
  'aging.export': async ({ ledger, madeFiles }, { format, detail, ...question }) => {
    const list = agingList(ledger.read, question);
    const documents = detail === 'documents' ? readOpenItems(ledger.read, { asOf: question.asOf, customerId: null }) : null;
    return ok(madeFiles.put(await exportAging({ list, documents, basis: question.basis, format })));
  },
};
