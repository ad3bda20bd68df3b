/** What the matcher reads, and the lists of the bank page. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId, OwnAccountId } from '../../../src-shared/ids.ts';
import { type Cents, zeroCents } from '../../../src-shared/money.ts';
import type { MatchReceipt } from '../../domain/matching/matchTypes.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

/** Receipts with a part to assign that nobody parked, oldest first. `<> 0` is said as well: it is the condition of the index. */
export function receiptsToMatch(db: ReadableDb, today: PlainDateText): readonly MatchReceipt[] {
  return prepared<[PlainDateText], MatchReceipt>(
    db,
    `SELECT e.id AS bankEntryId, b.unmatched AS amountCents, e.currency, e.book_date AS bookDate, e.counter_iban AS counterIban, e.counter_name AS counterName,
       e.remittance, e.structured_ref AS structuredRef, e.end_to_end_id AS endToEndId
     FROM bank_entry_balance b JOIN bank_entry e ON e.id = b.bank_entry_id
     WHERE b.unmatched <> 0 AND b.unmatched > 0 AND e.removed_at IS NULL AND (e.parked_reason IS NULL OR e.parked_until < ?) ORDER BY e.book_date, e.id`,
  ).all(today);
}

export type NamedCustomer = { readonly customerId: CustomerId; readonly name: string };

/** All customers with their names. */
export const customersByName = (db: ReadableDb): readonly NamedCustomer[] => prepared<[], NamedCustomer>(db, 'SELECT id AS customerId, name FROM customer').all();

export type ReceiptRow = {
  readonly bankEntryId: BankEntryId;
  readonly bookDate: PlainDateText;
  readonly amount: Cents;
  readonly unmatched: Cents;
  readonly currency: string;
  readonly counterName: string | null;
  readonly counterIban: string | null;
  readonly text: string;
  readonly structuredRef: string | null;
  readonly account: string;
  readonly parkedReason: string | null;
  readonly parkedUntil: PlainDateText | null;
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
  readonly endToEndId: string | null;
  readonly raw: string;
  readonly file: string;
  readonly origin: string;
};
const receiptColumns = `e.id AS bankEntryId, e.book_date AS bookDate, e.amount, coalesce(b.unmatched, 0) AS unmatched, e.currency, e.counter_name AS counterName,
  e.counter_iban AS counterIban, e.remittance AS text, e.structured_ref AS structuredRef, a.iban AS account, e.parked_reason AS parkedReason,
  e.parked_until AS parkedUntil, e.customer_id AS customerId, c.name AS customerName, e.end_to_end_id AS endToEndId, e.raw, f.name AS file, e.origin`;
const receiptTables = `bank_entry e LEFT JOIN bank_entry_balance b ON b.bank_entry_id = e.id JOIN own_account a ON a.id = e.own_account_id LEFT JOIN customer c ON c.id = e.customer_id
  JOIN statement s ON s.id = e.statement_id JOIN import_file f ON f.id = s.import_file_id`;

/** Receipts that wait, oldest first and parked ones last. */
export function unmatchedReceipts(db: ReadableDb, today: PlainDateText, includeParked: boolean): readonly ReceiptRow[] {
  return prepared<[{ today: PlainDateText; all: number }], ReceiptRow>(
    db,
    `SELECT ${receiptColumns} FROM ${receiptTables} WHERE b.unmatched <> 0 AND b.unmatched > 0 AND e.removed_at IS NULL
       AND (@all = 1 OR e.parked_reason IS NULL OR e.parked_until < @today)
     ORDER BY (e.parked_reason IS NOT NULL AND (e.parked_until IS NULL OR e.parked_until >= @today)), e.book_date, e.id LIMIT 5000`,
  ).all({ today, all: includeParked ? 1 : 0 });
}

export function receiptById(db: ReadableDb, bankEntryId: BankEntryId): ReceiptRow | null {
  return prepared<[BankEntryId], ReceiptRow>(db, `SELECT ${receiptColumns} FROM ${receiptTables} WHERE e.id = ? AND e.removed_at IS NULL`).get(bankEntryId) ?? null;
}

export type AccountRow = {
  readonly id: OwnAccountId;
  readonly iban: string;
  readonly currency: string;
  readonly ownership: 'ours' | 'not-ours' | 'unknown';
  /** Of the newest statement in the currency of the account. */
  readonly closing: Cents | null;
  readonly lastBookDate: PlainDateText | null;
  readonly statements: number;
  readonly doNotAddUp: number;
  readonly lastNumber: string | null;
};

/** Own accounts with their newest statement. */
export function accountRows(db: ReadableDb): readonly AccountRow[] {
  return prepared<[], AccountRow>(
    db,
    `SELECT a.id, a.iban, a.currency, a.ownership,
       (SELECT s.closing FROM statement s WHERE s.own_account_id = a.id AND s.currency = a.currency AND s.removed_at IS NULL ORDER BY s.closing_date DESC, s.id DESC LIMIT 1) AS closing,
       (SELECT s.number FROM statement s WHERE s.own_account_id = a.id AND s.removed_at IS NULL ORDER BY s.closing_date DESC, s.id DESC LIMIT 1) AS lastNumber,
       (SELECT max(s.closing_date) FROM statement s WHERE s.own_account_id = a.id AND s.removed_at IS NULL) AS lastBookDate,
       (SELECT count(*) FROM statement s WHERE s.own_account_id = a.id AND s.removed_at IS NULL) AS statements,
       (SELECT count(*) FROM statement s WHERE s.own_account_id = a.id AND s.removed_at IS NULL AND s.adds_up = 0) AS doNotAddUp
     FROM own_account a ORDER BY a.ownership = 'not-ours', statements DESC, a.id`,
  ).all();
}

export type AllocationRow = {
  readonly entryId: EntryId;
  readonly bankEntryId: BankEntryId;
  readonly bookDate: PlainDateText;
  readonly recordedAt: string;
  readonly counterName: string | null;
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly documentId: DocumentId;
  readonly number: string;
  readonly cents: Cents;
  readonly reason: string;
  readonly actor: 'program' | 'person';
  readonly kind: 'allocation' | 'return' | 'refund';
};

/** The parts of the newest decisions about bank lines that still count; the parts of one decision follow each other. */
export function recentAllocations(db: ReadableDb, limit: number): readonly AllocationRow[] {
  return prepared<[number], AllocationRow>(
    db,
    `SELECT a.entry_id AS entryId, a.bank_entry_id AS bankEntryId, x.book_date AS bookDate, e.recorded_at AS recordedAt, x.counter_name AS counterName,
       c.id AS customerId, c.name AS customerName, d.id AS documentId, d.number, a.cents, e.reason, e.actor, e.kind
     FROM journal_entry e JOIN allocation a ON a.entry_id = e.id JOIN bank_entry x ON x.id = a.bank_entry_id JOIN document d ON d.id = a.document_id JOIN customer c ON c.id = d.customer_id
     WHERE e.id IN (SELECT n.id FROM journal_entry n WHERE n.kind IN ('allocation', 'return', 'refund') AND EXISTS (SELECT 1 FROM allocation x WHERE x.entry_id = n.id) AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = n.id) ORDER BY n.id DESC LIMIT ?)
     ORDER BY e.id DESC, d.id`,
  ).all(limit);
}

/** What the program assigned by itself on a day of its clock and still counts. */
export function assignedByProgram(db: ReadableDb, day: PlainDateText): { readonly count: number; readonly cents: Cents } {
  return (
    prepared<[string], { count: number; cents: Cents }>(
      db,
      `SELECT count(DISTINCT a.entry_id) AS count, coalesce(sum(a.cents), 0) AS cents FROM journal_entry e JOIN allocation a ON a.entry_id = e.id
       WHERE e.kind = 'allocation' AND e.actor = 'program' AND substr(e.recorded_at, 1, 10) = ? AND a.bank_entry_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)`,
    ).get(day) ?? { count: 0, cents: 0 as Cents }
  );
}

export type DocumentForAllocation = { readonly documentId: DocumentId; readonly customerId: CustomerId; readonly currency: string; readonly open: Cents; readonly number: string; readonly dueDate: PlainDateText | null };

export function documentForAllocation(db: ReadableDb, documentId: DocumentId): DocumentForAllocation | null {
  return (
    prepared<[DocumentId], DocumentForAllocation>(
      db,
      `SELECT d.id AS documentId, d.customer_id AS customerId, d.currency, coalesce(b.open, 0) AS open, d.number, d.due_date AS dueDate
       FROM document d LEFT JOIN document_balance b ON b.document_id = d.id WHERE d.id = ? AND d.removed_at IS NULL`,
    ).get(documentId) ?? null
  );
}

/** What a document was issued over; zero when it is not here. */
export const documentTotal = (db: ReadableDb, documentId: DocumentId): Cents =>
  prepared<[DocumentId], { total: Cents }>(db, 'SELECT total FROM document WHERE id = ? AND removed_at IS NULL').get(documentId)?.total ?? zeroCents;

/** Whether a claim is of interest or of costs, by what it was booked on. */
export const interestClaims = (db: ReadableDb, customerId: CustomerId): ReadonlySet<DocumentId> =>
  new Set(
    prepared<[CustomerId], { id: DocumentId }>(
      db,
      `SELECT DISTINCT d.id FROM document d JOIN posting q ON q.document_id = d.id JOIN posting p ON p.entry_id = q.entry_id AND p.account = 'interest-income'
       WHERE d.customer_id = ? AND d.kind = 'claim'`,
    )
      .all(customerId)
      .map((row) => row.id),
  );

/** What booking a decision must know of a receipt; null when it is not here (any more). */
export const receiptToBook = (db: ReadableDb, bankEntryId: BankEntryId): { readonly bookDate: PlainDateText; readonly currency: string } | null =>
  prepared<[BankEntryId], { bookDate: PlainDateText; currency: string }>(db, 'SELECT book_date AS bookDate, currency FROM bank_entry WHERE id = ? AND removed_at IS NULL').get(bankEntryId) ?? null;

/** How many receipts wait and documents are open, counted no further than a limit. */
export function sizeOfMatching(db: ReadableDb, limit: number): { readonly receipts: number; readonly documents: number } {
  const count = (table: string, column: string): number =>
    prepared<[number], { n: number }>(db, `SELECT count(*) AS n FROM (SELECT 1 FROM ${table} WHERE ${column} <> 0 LIMIT ?)`).get(limit)?.n ?? 0;
  return { receipts: count('bank_entry_balance', 'unmatched'), documents: count('document_balance', 'open') };
}
