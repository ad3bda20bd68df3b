/** Lists of documents with their state, for the invoice list, the customer page and the search. */
import type { PlainDateText } from '../../src-shared/dates.ts';
import type { CustomerId, DocumentId, EntryId, MessageId, BankEntryId } from '../../src-shared/ids.ts';
import type { Cents } from '../../src-shared/money.ts';
import type { ReadableDb } from './connection.ts';
import { prepared } from './statements.ts';

export type DocumentState = 'paid' | 'partly-paid' | 'not-due' | 'overdue' | 'reminded' | 'disputed' | 'held' | 'promised' | 'credit' | 'undated' | 'insolvent';
export type DocumentLine = {
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly number: string;
  readonly kind: 'invoice' | 'creditNote' | 'claim';
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly currency: string;
  readonly total: Cents;
  readonly open: Cents;
  readonly state: DocumentState;
};

/** The one word that says where a document stands; the first that applies. Uses `@today`. */
const stateColumn = `CASE
    WHEN b.open = 0 THEN 'paid'
    WHEN b.open < 0 THEN 'credit'
    WHEN c.insolvent_on <= @today THEN 'insolvent'
    WHEN EXISTS (SELECT 1 FROM dispute x WHERE x.document_id = d.id AND x.resolved_on IS NULL) THEN 'disputed'
    WHEN EXISTS (SELECT 1 FROM hold h WHERE h.customer_id = d.customer_id AND (h.document_id IS NULL OR h.document_id = d.id) AND h.ended_at IS NULL AND h.until >= @today) THEN 'held'
    WHEN d.due_date IS NULL THEN 'undated'
    WHEN d.due_date < @today AND EXISTS (SELECT 1 FROM promise p WHERE p.customer_id = d.customer_id AND p.cancelled_at IS NULL AND p.due_on >= @today) THEN 'promised'
    WHEN d.due_date < @today AND EXISTS (SELECT 1 FROM message_document md JOIN message m ON m.id = md.message_id WHERE md.document_id = d.id AND m.state IN ('sent', 'approved', 'sending', 'unconfirmed')) THEN 'reminded'
    WHEN d.due_date < @today THEN 'overdue'
    WHEN b.open < d.total THEN 'partly-paid'
    ELSE 'not-due' END`;

const filters = {
  all: '1',
  open: 'b.open <> 0',
  overdue: 'b.open > 0 AND d.due_date < @today',
  paid: 'b.open = 0',
  disputed: 'EXISTS (SELECT 1 FROM dispute x WHERE x.document_id = d.id AND x.resolved_on IS NULL)',
  credit: 'b.open < 0',
  undated: 'b.open > 0 AND d.due_date IS NULL',
} as const;
const sorts = {
  due: 'coalesce(d.due_date, d.issue_date)',
  issue: 'd.issue_date',
  number: 'd.number',
  customer: 'c.name COLLATE NOCASE',
  open: 'b.open',
  days: 'coalesce(d.due_date, d.issue_date)',
} as const;

export type DocumentQuestion = {
  readonly today: PlainDateText;
  readonly query: string;
  readonly filter: keyof typeof filters;
  readonly customerId: CustomerId | null;
  readonly documentId: DocumentId | null;
  readonly sort: keyof typeof sorts;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
};
type Parameters = { today: PlainDateText; pattern: string; customerId: CustomerId | null; documentId: DocumentId | null };

type Sifted = Pick<DocumentQuestion, 'today' | 'query' | 'filter' | 'customerId' | 'documentId'>;
const sourceOf = (question: Sifted): string => `FROM document d JOIN document_balance b ON b.document_id = d.id JOIN customer c ON c.id = d.customer_id
  WHERE d.removed_at IS NULL AND ${filters[question.filter]} AND @today = @today AND (@customerId IS NULL OR d.customer_id = @customerId)
    AND (@documentId IS NULL OR d.id = @documentId) AND (@pattern = '%%' OR d.number LIKE @pattern OR c.name LIKE @pattern OR d.order_reference LIKE @pattern)`;
const parametersOf = (question: Sifted): Parameters => ({
  today: question.today,
  pattern: `%${question.query}%`,
  customerId: question.customerId,
  documentId: question.documentId,
});

/** One page of documents, with the count and the open euro sum of all that fit. */
export function listDocuments(db: ReadableDb, question: DocumentQuestion): { readonly rows: readonly DocumentLine[]; readonly total: number; readonly openCents: Cents } {
  const source = sourceOf(question);
  // Days late run against the due date: the longest overdue is the oldest date.
  const ascending = question.sort === 'days' ? question.descending : !question.descending;
  const direction = ascending ? 'ASC' : 'DESC';
  const rows = prepared<[Parameters & { limit: number; offset: number }], DocumentLine>(
    db,
    `SELECT d.id AS documentId, d.customer_id AS customerId, c.name AS customerName, d.number, d.kind, d.issue_date AS issueDate, d.due_date AS dueDate,
       d.currency, d.total, b.open, ${stateColumn} AS state ${source} ORDER BY ${sorts[question.sort]} ${direction}, d.id ${direction} LIMIT @limit OFFSET @offset`,
  ).all({ ...parametersOf(question), limit: question.limit, offset: question.offset });
  const sums = prepared<[Parameters], { total: number; openCents: Cents }>(
    db,
    `SELECT count(*) AS total, coalesce(sum(CASE WHEN d.currency = 'EUR' THEN b.open END), 0) AS openCents ${source}`,
  ).get(parametersOf(question));
  return { rows, total: sums?.total ?? 0, openCents: sums?.openCents ?? (0 as Cents) };
}

export type DocumentCounts = Readonly<Record<keyof typeof filters, number>>;

/** How many documents each filter shows, for the same text and customer. */
export function countDocuments(db: ReadableDb, question: Pick<DocumentQuestion, 'today' | 'query' | 'customerId'>): DocumentCounts {
  const columns = Object.entries(filters).map(([name, condition]) => `coalesce(sum(${condition}), 0) AS "${name}"`);
  const everything = { ...question, filter: 'all', documentId: null } as const;
  const row = prepared<[Parameters], DocumentCounts>(db, `SELECT ${columns.join(', ')} ${sourceOf(everything)}`).get(parametersOf(everything));
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}

export type DocumentDetail = {
  readonly paymentReference: string | null;
  readonly orderReference: string | null;
  readonly dueDateOrigin: string;
  readonly origin: string;
  readonly file: string | null;
  readonly sha256: string | null;
};

export function documentDetail(db: ReadableDb, documentId: DocumentId): DocumentDetail | null {
  return (
    prepared<[DocumentId], DocumentDetail>(
      db,
      `SELECT d.payment_reference AS paymentReference, d.order_reference AS orderReference, d.due_date_origin AS dueDateOrigin, d.origin, f.name AS file, f.sha256
       FROM document d LEFT JOIN import_file f ON f.id = d.import_file_id WHERE d.id = ?`,
    ).get(documentId) ?? null
  );
}

export type Movement = { readonly entryId: EntryId; readonly effectiveDate: PlainDateText; readonly recordedAt: string; readonly kind: string; readonly cents: Cents; readonly openAfter: Cents; readonly reason: string; readonly isUndone: 0 | 1 };

/** Every booking on a document in the order in which it counts, with the balance after it. */
export function movementsOf(db: ReadableDb, documentId: DocumentId): readonly Movement[] {
  return prepared<[DocumentId], Movement>(
    db,
    `SELECT e.id AS entryId, e.effective_date AS effectiveDate, e.recorded_at AS recordedAt, e.kind, p.cents, e.reason,
       sum(p.cents) OVER (ORDER BY e.effective_date, e.id, p.id) AS openAfter, EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) AS isUndone
     FROM posting p JOIN journal_entry e ON e.id = p.entry_id WHERE p.document_id = ? ORDER BY e.effective_date, e.id, p.id`,
  ).all(documentId);
}

export type DocumentMessage = { readonly messageId: MessageId; readonly on: PlainDateText; readonly step: string; readonly channel: 'email' | 'letter'; readonly state: string };

export function messagesAbout(db: ReadableDb, documentId: DocumentId): readonly DocumentMessage[] {
  return prepared<[DocumentId], DocumentMessage>(
    db,
    `SELECT m.id AS messageId, coalesce(m.sent_on, m.planned_on) AS "on", m.step, m.channel, m.state FROM message_document md JOIN message m ON m.id = md.message_id
     WHERE md.document_id = ? AND m.approved_at IS NOT NULL ORDER BY 2 DESC, m.id DESC`,
  ).all(documentId);
}

export type FoundReceipt = { readonly bankEntryId: BankEntryId; readonly title: string; readonly detail: string; readonly cents: Cents; readonly on: PlainDateText };

/** Receipts whose payer, text or amount fits; newest first. `cents` null when the text is no amount. */
export function findReceipts(db: ReadableDb, search: { readonly text: string; readonly cents: Cents | null; readonly limit: number }): readonly FoundReceipt[] {
  return prepared<[{ pattern: string; cents: Cents | null; limit: number }], FoundReceipt>(
    db,
    `SELECT id AS bankEntryId, coalesce(counter_name, counter_iban, '') AS title, substr(remittance, 1, 120) AS detail, amount AS cents, book_date AS "on" FROM bank_entry
     WHERE removed_at IS NULL AND amount > 0 AND (counter_name LIKE @pattern OR remittance LIKE @pattern OR counter_iban LIKE @pattern OR amount = @cents)
     ORDER BY book_date DESC, id DESC LIMIT @limit`,
  ).all({ pattern: `%${search.text}%`, cents: search.cents, limit: search.limit });
}

/** Documents whose total or open amount is exactly this. */
export function documentsOfAmount(db: ReadableDb, cents: Cents, limit: number): readonly DocumentId[] {
  return prepared<[Cents, Cents, number], { id: DocumentId }>(
    db,
    'SELECT d.id FROM document d JOIN document_balance b ON b.document_id = d.id WHERE d.removed_at IS NULL AND (d.total = ? OR b.open = ?) ORDER BY b.open = 0, d.issue_date DESC LIMIT ?',
  )
    .all(cents, cents, limit)
    .map((row) => row.id);
}
