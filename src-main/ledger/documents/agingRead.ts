/** Aging sums straight from the ledger; the buckets are those of `domain/aging` (a test holds both equal). */
import type { Buckets } from '../../../src-shared/contract/common.ts';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb } from '../connection.ts';
import { balancesAsOf } from './openItems.ts';
import { prepared } from '../statements.ts';

export type AgingQuestion = { readonly asOf: PlainDateText; readonly basis: 'due' | 'issue' };
export type AgingCustomerSums = Buckets & {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly currency: string;
  readonly open: Cents;
  readonly documents: number;
  /** The oldest date that an overdue, positive item ages from. */
  readonly oldest: PlainDateText | null;
};

type Limits = { asOf: PlainDateText; d30: PlainDateText; d60: PlainDateText; d90: PlainDateText };
const limitsOf = (asOf: PlainDateText): Limits => ({ asOf, d30: addDays(asOf, -30), d60: addDays(asOf, -60), d90: addDays(asOf, -90) });

/** `from` is the date an item ages from; comparing text compares dates. By issue date day 0 belongs to the first bucket. */
function bucketColumns(from: string, basis: 'due' | 'issue'): string {
  const notDue = basis === 'due' ? `${from} >= @asOf` : '0';
  const first = basis === 'due' ? `${from} < @asOf AND ${from} >= @d30` : `${from} >= @d30`;
  const column = (condition: string, name: string): string => `coalesce(sum(CASE WHEN ${condition} THEN b.open END), 0) AS ${name}`;
  return [
    column(notDue, 'notDue'),
    column(first, 'days1to30'),
    column(`${from} < @d30 AND ${from} >= @d60`, 'days31to60'),
    column(`${from} < @d60 AND ${from} >= @d90`, 'days61to90'),
    column(`${from} < @d90`, 'over90'),
    column(`${from} IS NULL`, 'undated'),
  ].join(', ');
}

const agingDateOf = (basis: 'due' | 'issue'): string =>
  basis === 'issue' ? 'd.issue_date' : 'coalesce(d.due_date, CASE WHEN b.open < 0 THEN d.issue_date END)';

/** The statement behind the aging list: one row per customer and currency. Also what the bench runs bare. */
export function agingSql(db: ReadableDb, question: AgingQuestion): string {
  const from = agingDateOf(question.basis);
  return `SELECT d.customer_id AS customerId, c.name, d.currency, ${bucketColumns(from, question.basis)}, sum(b.open) AS open,
      count(*) AS documents, min(CASE WHEN b.open > 0 AND ${from} < @asOf THEN ${from} END) AS oldest
    FROM (${balancesAsOf(db, question.asOf).open}) b JOIN document d ON d.id = b.document_id JOIN customer c ON c.id = d.customer_id
    GROUP BY d.customer_id, d.currency`;
}

/** Sums per customer and currency as of a day. */
export function agingByCustomer(db: ReadableDb, question: AgingQuestion): readonly AgingCustomerSums[] {
  return prepared<[Limits], AgingCustomerSums>(db, agingSql(db, question)).all(limitsOf(question.asOf));
}

/** Sums of all euro documents as of a day, for the bars over time. */
export function agingTotals(db: ReadableDb, question: AgingQuestion): Buckets & { readonly open: Cents } {
  const from = agingDateOf(question.basis);
  const row = prepared<[Limits], Buckets & { open: Cents }>(
    db,
    `SELECT ${bucketColumns(from, question.basis)}, coalesce(sum(b.open), 0) AS open
     FROM (${balancesAsOf(db, question.asOf).open}) b JOIN document d ON d.id = b.document_id WHERE d.currency = 'EUR'`,
  ).get(limitsOf(question.asOf));
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}

/** What the journal itself says as of a day, in euro: the figures that the list must equal. Read from the postings, not from derived balances. */
export function journalTotals(db: ReadableDb, asOf: PlainDateText): { readonly receivable: Cents; readonly unmatched: Cents } {
  const row = prepared<[{ asOf: PlainDateText }], { receivable: Cents; unmatched: Cents }>(
    db,
    // Everything from an index that holds date and amount, less what is in other currencies: an entry has the currency of its document or bank line.
    `SELECT (SELECT coalesce(sum(cents), 0) FROM posting INDEXED BY posting_document WHERE document_id IS NOT NULL AND effective_date <= @asOf)
         - (SELECT coalesce(sum(p.cents), 0) FROM document d INDEXED BY document_foreign CROSS JOIN posting p ON p.document_id = d.id
            WHERE d.currency <> 'EUR' AND p.effective_date <= @asOf) AS receivable,
       -(SELECT coalesce(sum(cents), 0) FROM posting INDEXED BY posting_bank_entry WHERE bank_entry_id IS NOT NULL AND effective_date <= @asOf)
         + (SELECT coalesce(sum(p.cents), 0) FROM bank_entry e INDEXED BY bank_entry_foreign CROSS JOIN posting p ON p.bank_entry_id = e.id
            WHERE e.currency <> 'EUR' AND p.effective_date <= @asOf) AS unmatched`,
  ).get({ asOf });
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}
