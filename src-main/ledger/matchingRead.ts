/** What the matcher reads, and the lists of the bank page. */
import { addDays, type PlainDateText } from '../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId, OwnAccountId } from '../../src-shared/ids.ts';
import { type Cents, zeroCents } from '../../src-shared/money.ts';
import { allocationOrder } from '../domain/matching/allocationOrder.ts';
import type { MatchCustomer, MatchItem, MatchLetter, MatchMaterial, MatchPolicy, MatchPromise, MatchReceipt } from '../domain/matching/matchTypes.ts';
import type { ReadableDb } from './connection.ts';
import { discountTerms, type DiscountTerm, readHistory } from './learned.ts';
import { prepared } from './statements.ts';

/** Settled documents are given for this long, so that a double payment is seen as one. */
const settledDays = 400;

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

/** Everything the matcher knows: documents that are open or were settled not long ago, letters that name them, customers, what was learned. */
export function matchMaterial(db: ReadableDb, today: PlainDateText, policy: MatchPolicy): MatchMaterial {
  const since = addDays(today, -settledDays);
  const items = prepared<[PlainDateText], ItemRow>(db, itemSql).all(since);
  return {
    items: withDetails(items, openDisputedCents(db), discountTerms(db)),
    letters: lettersOut(db, since),
    customers: customersToMatch(db),
    promises: runningPromises(db, today),
    history: readHistory(db),
    policy,
  };
}

const itemSql = `SELECT d.id AS documentId, d.customer_id AS customerId, d.kind, d.number, d.payment_reference AS paymentReference, d.order_reference AS poNumber, d.currency,
    d.total AS totalCents, b.open AS openCents, d.issue_date AS issueDate, d.due_date AS dueDate, b.settled_on AS settledOn
  FROM document_balance b JOIN document d ON d.id = b.document_id WHERE d.removed_at IS NULL AND (b.open <> 0 OR b.settled_on >= ?)`;
type ItemRow = Omit<MatchItem, 'discount' | 'disputedCents' | 'instalments' | 'directDebitIds'>;
const none: readonly never[] = [];

/** What stands in tables of its own is little; it is put beside the documents here instead of being joined to each. */
function withDetails(items: readonly ItemRow[], disputed: ReadonlyMap<DocumentId, Cents>, terms: ReadonlyMap<CustomerId, DiscountTerm>): readonly MatchItem[] {
  return items.map((item) => {
    const term = item.kind === 'invoice' ? terms.get(item.customerId) : undefined;
    return {
      ...item,
      discount: term === undefined ? null : { untilDate: addDays(item.issueDate, term.days), basisPoints: term.basisPoints },
      disputedCents: disputed.get(item.documentId) ?? zeroCents,
      instalments: none,
      directDebitIds: none,
    };
  });
}

const openDisputedCents = (db: ReadableDb): ReadonlyMap<DocumentId, Cents> =>
  new Map(
    prepared<[], { documentId: DocumentId; cents: Cents }>(db, 'SELECT document_id AS documentId, sum(cents) AS cents FROM dispute WHERE resolved_on IS NULL GROUP BY document_id')
      .all()
      .map(({ documentId, cents }) => [documentId, cents]),
  );

/** A promise may be kept a little late. */
const promiseDays = 14;
const runningPromises = (db: ReadableDb, today: PlainDateText): readonly MatchPromise[] =>
  prepared<[PlainDateText], MatchPromise>(db, 'SELECT customer_id AS customerId, due_on AS dueOn, cents FROM promise WHERE cancelled_at IS NULL AND due_on >= ? ORDER BY id').all(addDays(today, -promiseDays));

type CustomerRow = { readonly customerId: CustomerId; readonly name: string; readonly number: string; readonly parentId: CustomerId | null; readonly country: string; readonly kind: 'business' | 'consumer' };

/** All customers as the matcher sees them, each with the top of its group. */
function customersToMatch(db: ReadableDb): readonly MatchCustomer[] {
  const rows = prepared<[], CustomerRow>(db, 'SELECT id AS customerId, name, number, parent_id AS parentId, country, kind FROM customer').all();
  const parents = new Map(rows.map(({ customerId, parentId }) => [customerId, parentId]));
  const isParent = new Set(rows.map(({ parentId }) => parentId));
  const topOf = (customerId: CustomerId): CustomerId => {
    let top = customerId;
    // A tree is shallow; a circle would be a mistake in the data and must not hang the program.
    for (let depth = 0, parent = parents.get(top); parent !== undefined && parent !== null && depth < 20; depth += 1, parent = parents.get(top)) top = parent;
    return top;
  };
  return rows.map(({ customerId, name, number, parentId, country, kind }) => ({
    customerId,
    name,
    number: number === '' ? null : number,
    aliases: none,
    groupId: parentId === null && !isParent.has(customerId) ? null : topOf(customerId),
    allocationOrder: allocationOrder(country, kind),
  }));
}

/** Letters since a day that the customer has or may have, with what each asked for. A planned one has told nobody its reference yet. */
function lettersOut(db: ReadableDb, since: PlainDateText): readonly MatchLetter[] {
  const rows = prepared<[PlainDateText], { reference: string; documentId: DocumentId; askedCents: Cents }>(
    db,
    `SELECT m.reference, md.document_id AS documentId, md.open AS askedCents FROM message m JOIN message_document md ON md.message_id = m.id
     WHERE m.state IN ('approved', 'sending', 'sent', 'unconfirmed') AND m.planned_on >= ? ORDER BY m.id, md.document_id`,
  ).all(since);
  return [...Map.groupBy(rows, (row) => row.reference)].map(([reference, documents]) => ({ reference, documents }));
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
       (SELECT s.closing FROM statement s WHERE s.own_account_id = a.id AND s.removed_at IS NULL ORDER BY s.closing_date DESC, s.id DESC LIMIT 1) AS closing,
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
};

/** The parts of the newest assignments of receipts that still count; the parts of one assignment follow each other. */
export function recentAllocations(db: ReadableDb, limit: number): readonly AllocationRow[] {
  return prepared<[number], AllocationRow>(
    db,
    `SELECT a.entry_id AS entryId, a.bank_entry_id AS bankEntryId, x.book_date AS bookDate, e.recorded_at AS recordedAt, x.counter_name AS counterName,
       c.id AS customerId, c.name AS customerName, d.id AS documentId, d.number, a.cents, e.reason, e.actor
     FROM journal_entry e JOIN allocation a ON a.entry_id = e.id JOIN bank_entry x ON x.id = a.bank_entry_id JOIN document d ON d.id = a.document_id JOIN customer c ON c.id = d.customer_id
     WHERE e.id IN (SELECT n.id FROM journal_entry n WHERE n.kind = 'allocation' AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = n.id) ORDER BY n.id DESC LIMIT ?)
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
