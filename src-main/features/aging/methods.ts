import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import type { Buckets } from '../../../src-shared/contract/common.ts';
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { ok } from '../../../src-shared/result.ts';
import { ageItem, type AgingBasis } from '../../domain/aging/aging.ts';
import { trendDates } from '../../domain/dso/dsoTrend.ts';
import { agingOverTime } from '../../ledger/documents/agingOverTime.ts';
import { type AgingCustomerSums, agingByCustomer, journalTotals } from '../../ledger/documents/agingRead.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { openDisputes } from '../../ledger/documents/disputes.ts';
import { readOpenItems, readUnmatched } from '../../ledger/documents/openItems.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import { exportAging } from './exportAging.ts';

export type AgingContext = { readonly ledger: Ledger; readonly madeFiles: MadeFiles };
type Row = OutputOf<'aging.list'>['customers'][number];
type Payer = { readonly name: string; readonly unmatched: Cents };

const bucketsOf = (row: Buckets): Buckets => ({
  notDue: row.notDue,
  days1to30: row.days1to30,
  days31to60: row.days31to60,
  days61to90: row.days61to90,
  over90: row.over90,
  undated: row.undated,
});
const noBuckets: Buckets = { notDue: zeroCents, days1to30: zeroCents, days31to60: zeroCents, days61to90: zeroCents, over90: zeroCents, undated: zeroCents };
const overdueOf = (row: Buckets): Cents => sumCents([row.days1to30, row.days31to60, row.days61to90, row.over90]);

function totalsOf(rows: readonly Buckets[]): Buckets {
  const total = { ...noBuckets };
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
function unmatchedByPayer(db: ReadableDb, asOf: PlainDateText): Map<CustomerId | null, Payer> {
  const payers = new Map<CustomerId | null, Payer>();
  for (const receipt of readUnmatched(db, asOf)) {
    if (receipt.currency !== 'EUR') continue;
    const before = payers.get(receipt.customerId)?.unmatched ?? zeroCents;
    payers.set(receipt.customerId, { name: receipt.customerName ?? '', unmatched: addCents(before, receipt.unmatched) });
  }
  return payers;
}

/** Payers without an open document have a row of their own, so that every column adds up to its total. */
function payerRows(payers: ReadonlyMap<CustomerId | null, Payer>, listed: readonly Row[]): readonly Row[] {
  const known = new Set(listed.map((row) => row.customerId));
  return [...payers]
    .filter(([customerId, { unmatched }]) => !known.has(customerId) && unmatched !== 0)
    .map(([customerId, { name, unmatched }]) => ({ customerId, name, buckets: noBuckets, open: zeroCents, overdue: zeroCents, unmatched, oldestDays: 0, documents: 0 }));
}

const order = (a: Row, b: Row): number => b.overdue - a.overdue || b.open - a.open || (a.customerId ?? Infinity) - (b.customerId ?? Infinity);

function otherCurrencies(all: readonly AgingCustomerSums[]): OutputOf<'aging.list'>['otherCurrencies'] {
  const others = new Map<string, { open: Cents; documents: number }>();
  for (const row of all) {
    if (row.currency === 'EUR') continue;
    const sum = others.get(row.currency) ?? { open: zeroCents, documents: 0 };
    others.set(row.currency, { open: addCents(sum.open, row.open), documents: sum.documents + row.documents });
  }
  return [...others].map(([currency, sum]) => ({ currency, ...sum })).sort((a, b) => a.currency.localeCompare(b.currency));
}

/** The aging list in euro, largest overdue amount first; other currencies as one line each. */
export function agingList(db: ReadableDb, question: { readonly asOf: PlainDateText; readonly basis: AgingBasis }): OutputOf<'aging.list'> {
  const all = agingByCustomer(db, question);
  const euro = all.filter((row) => row.currency === 'EUR');
  const payers = unmatchedByPayer(db, question.asOf);
  const rows = euro.map((row) => toRow(row, question.asOf, payers.get(row.customerId)?.unmatched ?? zeroCents));
  const totals = totalsOf(euro);
  return {
    asOf: question.asOf,
    totals,
    open: sumCents(Object.values(totals)),
    overdue: overdueOf(totals),
    unmatched: sumCents([...payers.values()].map((payer) => payer.unmatched)),
    customers: [...rows, ...payerRows(payers, rows)].sort(order),
    otherCurrencies: otherCurrencies(all),
  };
}

type RowQuestion = { readonly customerId: CustomerId | null; readonly asOf: PlainDateText; readonly basis: AgingBasis };

/** The euro documents of one customer with their bucket, oldest first; those of unknown payers are none. */
function agedDocuments(db: ReadableDb, { customerId, asOf, basis }: RowQuestion): OutputOf<'aging.customer'>['documents'] {
  if (customerId === null) return [];
  const disputed = new Set(openDisputes(db, customerId).map((dispute) => dispute.documentId));
  return readOpenItems(db, { customerId, asOf })
    .filter((item) => item.currency === 'EUR')
    .map((item) => ({
      documentId: item.documentId,
      number: item.number,
      kind: item.kind,
      issueDate: item.issueDate,
      dueDate: item.dueDate,
      daysOverdue: item.dueDate === null ? 0 : daysBetween(item.dueDate, asOf),
      bucket: ageItem({ ...item, openCents: item.open }, asOf, basis).bucket,
      total: item.total,
      open: item.open,
      disputed: disputed.has(item.documentId),
    }));
}

function partsOf(db: ReadableDb, question: RowQuestion): OutputOf<'aging.customer'> {
  const receipts = readUnmatched(db, question.asOf).filter((receipt) => receipt.currency === 'EUR' && receipt.customerId === question.customerId);
  return {
    documents: agedDocuments(db, question),
    receipts: receipts.map(({ bankEntryId, bookDate, unmatched }) => ({ bankEntryId, bookDate, unmatched })),
  };
}

export const agingMethods: Handlers<AgingContext, 'aging.list' | 'aging.tieOut' | 'aging.customer' | 'aging.history' | 'aging.export'> = {
  'aging.list': ({ ledger }, question) => ok(agingList(ledger.read, question)),
  'aging.tieOut': ({ ledger }, { asOf }) => ok(journalTotals(ledger.read, asOf)),
  'aging.customer': ({ ledger }, question) => ok(partsOf(ledger.read, question)),
  'aging.history': ({ ledger }, { asOf, basis, months }) => ok({ months: [...agingOverTime(ledger.read, trendDates(asOf, months), basis)] }),
  'aging.export': async ({ ledger, madeFiles }, { format, detail, language, ...question }) => {
    const { read } = ledger;
    const list = agingList(read, question);
    const items =
      detail === 'documents' ? { documents: readOpenItems(read, { asOf: question.asOf, customerId: null }), receipts: readUnmatched(read, question.asOf) } : null;
    return ok(madeFiles.put(await exportAging({ list, items, basis: question.basis, format, language })));
  },
};
