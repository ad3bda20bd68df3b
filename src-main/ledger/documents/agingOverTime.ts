/** Buckets at many dates in one walk over the journal, instead of one query per date. */
import type { Buckets } from '../../../src-shared/contract/common.ts';
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, zeroCents } from '../../../src-shared/money.ts';
import { type AgingBasis, type AgingBucket, agingDate, bucketOfDays } from '../../domain/aging/aging.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type AgingAt = { readonly date: PlainDateText; readonly buckets: Buckets; readonly open: Cents };
type Row = { documentId: DocumentId; date: PlainDateText; cents: Cents; due: PlainDateText | null; issued: PlainDateText };
type Sums = { date: PlainDateText; buckets: Record<AgingBucket, Cents>; open: Cents };

const empty = (date: PlainDateText): Sums => ({
  date,
  buckets: { notDue: zeroCents, days1to30: zeroCents, days31to60: zeroCents, days61to90: zeroCents, over90: zeroCents, undated: zeroCents },
  open: zeroCents,
});

/** What was settled for good before the first date counts on none of them. */
const sql = `SELECT p.document_id AS documentId, p.effective_date AS date, p.cents, d.due_date AS due, d.issue_date AS issued
  FROM document_balance b CROSS JOIN document d ON d.id = b.document_id CROSS JOIN posting p INDEXED BY posting_document ON p.document_id = b.document_id
  WHERE (b.open <> 0 OR b.settled_on > ?) AND d.currency = 'EUR' ORDER BY b.document_id, p.effective_date`;

function addBalance(sums: Sums, row: Row, given: { readonly open: Cents; readonly basis: AgingBasis }): void {
  const { open, basis } = given;
  if (open === 0) return;
  const from = agingDate({ issueDate: row.issued, dueDate: row.due, openCents: open }, basis);
  const bucket = from === null ? 'undated' : bucketOfDays(daysBetween(from, sums.date), basis);
  sums.buckets[bucket] = addCents(sums.buckets[bucket], open);
  sums.open = addCents(sums.open, open);
}

/** Euro buckets as of each of the dates, which must ascend; each date sees only what counts on or before it. */
export function agingOverTime(db: ReadableDb, dates: readonly PlainDateText[], basis: AgingBasis): readonly AgingAt[] {
  const all = dates.map(empty);
  let current: Row | null = null;
  let open = zeroCents;
  let next = 0;
  const closeUntil = (limit: PlainDateText | null): void => {
    for (let sums = all[next]; current !== null && sums !== undefined && (limit === null || sums.date < limit); sums = all[next]) {
      addBalance(sums, current, { open, basis });
      next += 1;
    }
  };
  for (const row of prepared<[PlainDateText], Row>(db, sql).iterate(dates[0] ?? ('9999-12-31' as PlainDateText))) {
    if (current?.documentId !== row.documentId) {
      closeUntil(null);
      current = row;
      open = zeroCents;
      next = 0;
      while ((all[next]?.date ?? '9999') < row.date) next += 1;
    } else closeUntil(row.date);
    open = addCents(open, row.cents);
  }
  closeUntil(null);
  return all;
}

/** Gross euro sales per day (invoices minus credit notes, with VAT), oldest first. */
export function salesPerDay(db: ReadableDb): readonly { readonly date: PlainDateText; readonly cents: Cents }[] {
  return prepared<[], { date: PlainDateText; cents: Cents }>(
    db,
    `SELECT issue_date AS date, cents FROM sales_day WHERE currency = 'EUR' ORDER BY issue_date`,
  ).all();
}

/** Number of euro invoices issued in a span of days, both included. */
export function invoicesIssued(db: ReadableDb, from: PlainDateText, to: PlainDateText): number {
  return (
    prepared<[PlainDateText, PlainDateText], { count: number }>(
      db,
      `SELECT count(*) AS count FROM document WHERE kind = 'invoice' AND currency = 'EUR' AND removed_at IS NULL AND issue_date BETWEEN ? AND ?`,
    ).get(from, to)?.count ?? 0
  );
}

/** Euro money received on our accounts in a span of days, both included. */
export function receiptsBetween(db: ReadableDb, from: PlainDateText, to: PlainDateText): Cents {
  return (
    prepared<[PlainDateText, PlainDateText], { cents: Cents }>(
      db,
      `SELECT coalesce(sum(e.amount), 0) AS cents FROM bank_entry e JOIN own_account a ON a.id = e.own_account_id
       WHERE e.amount > 0 AND e.currency = 'EUR' AND a.ownership = 'ours' AND e.removed_at IS NULL AND e.book_date BETWEEN ? AND ?`,
    ).get(from, to)?.cents ?? zeroCents
  );
}
