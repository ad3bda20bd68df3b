/**
 * Balances as of a date. The derived balances answer for today; for an earlier day everything that counts later is taken off them, so that
 * as of D never depends on anything with a later effective date (design/ledger.md, "Always true" 8).
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

/**
 * Rows (document_id, open) of every document with a balance as of the day. Three forms: today's balances are an index scan over the open
 * documents only; of a recent day what was booked later is taken off them; of a day long ago it is less work to add up what was booked until then.
 */
const openNow = `SELECT document_id, open FROM document_balance WHERE open <> 0`;
const openThen = `SELECT document_id, sum(part) AS open FROM (
    SELECT document_id, open AS part FROM document_balance WHERE open <> 0
    UNION ALL SELECT document_id, -cents FROM posting WHERE effective_date > @asOf AND account = 'receivable'
  ) GROUP BY document_id HAVING sum(part) <> 0`;
const openFromStart = `SELECT document_id, sum(cents) AS open FROM posting INDEXED BY posting_document
  WHERE document_id IS NOT NULL AND effective_date <= @asOf GROUP BY document_id HAVING sum(cents) <> 0`;
/** One customer has few documents: the open ones are looked up, and for a day with something later their postings are added up. */
const openOfCustomerNow = `SELECT document_id, open FROM document_balance WHERE customer_id = @customerId AND settled_on IS NULL AND open <> 0`;
const openOfCustomerThen = `SELECT x.document_id, sum(p.cents) AS open FROM document_balance x CROSS JOIN posting p ON p.document_id = x.document_id
  WHERE x.customer_id = @customerId AND p.effective_date <= @asOf GROUP BY x.document_id HAVING sum(p.cents) <> 0`;
const unmatchedNow = `SELECT bank_entry_id, unmatched FROM bank_entry_balance WHERE unmatched <> 0`;
const unmatchedThen = `SELECT bank_entry_id, sum(part) AS unmatched FROM (
    SELECT bank_entry_id, unmatched AS part FROM bank_entry_balance WHERE unmatched <> 0
    UNION ALL SELECT bank_entry_id, cents FROM posting WHERE effective_date > @asOf AND account = 'unmatched'
  ) GROUP BY bank_entry_id HAVING sum(part) <> 0`;

const unmatchedFromStart = `SELECT bank_entry_id, -sum(cents) AS unmatched FROM posting INDEXED BY posting_bank_entry
  WHERE bank_entry_id IS NOT NULL AND effective_date <= @asOf GROUP BY bank_entry_id HAVING sum(cents) <> 0`;

/** The newest day on which anything counts; null for an empty journal. */
export function newestEffectiveDate(db: ReadableDb): PlainDateText | null {
  return prepared<[], { newest: PlainDateText | null }>(db, 'SELECT max(effective_date) AS newest FROM posting').get()?.newest ?? null;
}

/** Taking a posting off costs as much as adding up this many in the order of the index (measured at a million documents). */
const costOfTakingOff = 10;

/** Whether so much was booked after a day that its balances are better added up from the start. Counts no further than it must. */
function isLongAgo(db: ReadableDb, asOf: PlainDateText): boolean {
  const row = prepared<[PlainDateText], { isLongAgo: 0 | 1 }>(
    db,
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM posting WHERE effective_date > ? LIMIT 1 + (SELECT max(id) FROM posting) / ${costOfTakingOff}))
       > (SELECT max(id) FROM posting) / ${costOfTakingOff} AS isLongAgo`,
  ).get(asOf);
  return row?.isLongAgo === 1;
}

/** The two sub-selects for a day, `open` and `unmatched`; both may use the parameter `@asOf`. */
export function balancesAsOf(db: ReadableDb, asOf: PlainDateText): { readonly open: string; readonly unmatched: string } {
  const newest = newestEffectiveDate(db);
  if (newest === null || newest <= asOf) return { open: openNow, unmatched: unmatchedNow };
  return isLongAgo(db, asOf) ? { open: openFromStart, unmatched: unmatchedFromStart } : { open: openThen, unmatched: unmatchedThen };
}

function openOfCustomer(db: ReadableDb, asOf: PlainDateText): string {
  const newest = newestEffectiveDate(db);
  return newest === null || newest <= asOf ? openOfCustomerNow : openOfCustomerThen;
}

export type OpenItem = {
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly kind: 'invoice' | 'creditNote' | 'claim';
  readonly number: string;
  readonly matchKey: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly currency: string;
  /** As issued: negative for a credit note. */
  readonly total: Cents;
  /** Positive is owed to us. */
  readonly open: Cents;
  readonly paymentReference: string | null;
  readonly referenceKey: string | null;
  readonly collectHold: string | null;
};

/** Every document with an open balance as of the day, of one customer or of all; oldest due date first. */
export function readOpenItems(db: ReadableDb, filter: { readonly asOf: PlainDateText; readonly customerId: CustomerId | null }): readonly OpenItem[] {
  const open = filter.customerId === null ? balancesAsOf(db, filter.asOf).open : openOfCustomer(db, filter.asOf);
  return prepared<[{ asOf: PlainDateText; customerId: CustomerId | null }], OpenItem>(
    db,
    `SELECT d.id AS documentId, d.customer_id AS customerId, c.name AS customerName, d.kind, d.number, d.match_key AS matchKey,
       d.issue_date AS issueDate, d.due_date AS dueDate, d.currency, d.total, b.open, d.payment_reference AS paymentReference,
       d.reference_key AS referenceKey, d.collect_hold AS collectHold
     FROM (${open}) b JOIN document d ON d.id = b.document_id JOIN customer c ON c.id = d.customer_id
     WHERE (@customerId IS NULL OR d.customer_id = @customerId) AND @asOf = @asOf
     ORDER BY coalesce(d.due_date, d.issue_date), d.id`,
  ).all({ asOf: filter.asOf, customerId: filter.customerId });
}

export type UnmatchedItem = {
  readonly bankEntryId: BankEntryId;
  readonly customerId: CustomerId | null;
  /** Null when the payer is not known as a customer. */
  readonly customerName: string | null;
  readonly bookDate: PlainDateText;
  readonly currency: string;
  readonly unmatched: Cents;
};

/** Every receipt with a part that was not assigned as of the day, oldest first. */
export function readUnmatched(db: ReadableDb, asOf: PlainDateText): readonly UnmatchedItem[] {
  const { unmatched } = balancesAsOf(db, asOf);
  return prepared<[{ asOf: PlainDateText }], UnmatchedItem>(
    db,
    `SELECT e.id AS bankEntryId, e.customer_id AS customerId, c.name AS customerName, e.book_date AS bookDate, e.currency, b.unmatched
     FROM (${unmatched}) b JOIN bank_entry e ON e.id = b.bank_entry_id LEFT JOIN customer c ON c.id = e.customer_id WHERE @asOf = @asOf ORDER BY e.book_date, e.id`,
  ).all({ asOf });
}
