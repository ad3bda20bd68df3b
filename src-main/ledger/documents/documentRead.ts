/** Lists of documents with their state, for the invoice list, the customer page and the search. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, EntryId, MessageId, BankEntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb } from '../connection.ts';
import { isInForce } from '../customers/paymentPlans.ts';
import { prepared } from '../statements.ts';

export type DocumentState = 'paid' | 'partly-paid' | 'not-due' | 'overdue' | 'reminded' | 'disputed' | 'held' | 'promised' | 'credit' | 'undated' | 'insolvent' | 'handed-over' | 'in-plan';
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

/** Customers whose claims are with somebody else. */
const handedOver = 'SELECT y.customer_id FROM handover y WHERE NOT EXISTS (SELECT 1 FROM handover_end z WHERE z.handover_id = y.id)';
/** Documents of payment plans that nobody ended and that did not lapse unsigned. */
const inPlan = `SELECT q.document_id FROM payment_plan_document q JOIN payment_plan p ON p.id = q.payment_plan_id WHERE ${isInForce}`;

/** The one word that says where a document stands; the first that applies. Uses `@today`. */
const stateColumn = `CASE
    WHEN b.open = 0 THEN 'paid'
    WHEN b.open < 0 THEN 'credit'
    WHEN c.insolvent_on <= @today THEN 'insolvent'
    WHEN d.customer_id IN (${handedOver}) THEN 'handed-over'
    WHEN EXISTS (SELECT 1 FROM dispute x WHERE x.document_id = d.id AND x.resolved_on IS NULL) THEN 'disputed'
    WHEN d.id IN (${inPlan}) THEN 'in-plan'
    WHEN EXISTS (SELECT 1 FROM hold h WHERE h.customer_id = d.customer_id AND (h.document_id IS NULL OR h.document_id = d.id) AND h.ended_at IS NULL AND h.until >= @today) THEN 'held'
    WHEN d.due_date IS NULL THEN 'undated'
    WHEN d.due_date < @today AND EXISTS (SELECT 1 FROM promise p WHERE p.customer_id = d.customer_id AND p.cancelled_at IS NULL AND p.due_on >= @today) THEN 'promised'
    WHEN d.due_date < @today AND EXISTS (SELECT 1 FROM message_document md JOIN message m ON m.id = md.message_id WHERE md.document_id = d.id AND m.state IN ('sent', 'approved', 'sending', 'unconfirmed')) THEN 'reminded'
    WHEN d.due_date < @today THEN 'overdue'
    WHEN b.open < d.total THEN 'partly-paid'
    ELSE 'not-due' END`;

/** Those that concern open documents name `b.open <> 0`, the condition of the index of open balances. */
const filters = {
  all: '1',
  open: 'b.open <> 0',
  overdue: 'b.open <> 0 AND b.open > 0 AND d.due_date < @today',
  paid: 'b.open = 0',
  disputed: 'd.id IN (SELECT document_id FROM dispute WHERE resolved_on IS NULL)',
  credit: 'b.open <> 0 AND b.open < 0',
  undated: 'b.open <> 0 AND b.open > 0 AND d.due_date IS NULL',
  handedOver: `b.open <> 0 AND b.open > 0 AND d.customer_id IN (${handedOver})`,
  inPlan: `b.open <> 0 AND b.open > 0 AND d.id IN (${inPlan})`,
} as const;
type Filter = keyof typeof filters;
const sorts = {
  due: 'coalesce(d.due_date, d.issue_date)',
  issue: 'd.issue_date',
  number: 'd.number',
  customer: 'c.name COLLATE NOCASE',
  open: 'b.open',
  days: 'coalesce(d.due_date, d.issue_date)',
} as const;
type Sort = keyof typeof sorts;

export type DocumentQuestion = {
  readonly today: PlainDateText;
  readonly query: string;
  readonly filter: Filter;
  readonly customerId: CustomerId | null;
  readonly documentId: DocumentId | null;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
};
type Sifted = Pick<DocumentQuestion, 'today' | 'query' | 'filter' | 'customerId' | 'documentId'>;
/** What a search for text found, as a JSON list of ids; null when that was too much, or nothing was searched. */
type Sift = Sifted & { readonly ids: string | null };
type Parameters = { today: PlainDateText; pattern: string; customerId: CustomerId | null; documentId: DocumentId | null; ids: string | null };

const parametersOf = ({ today, query, customerId, documentId, ids }: Sift): Parameters => ({ today, pattern: `%${query}%`, customerId, documentId, ids });

/** Customers are found once, not once for each of their documents. */
const fits = '(d.number LIKE @pattern OR d.order_reference LIKE @pattern OR d.customer_id IN (SELECT id FROM customer WHERE name LIKE @pattern))';
/** Holds all that a search looks at, so that the rows themselves stay unread. */
const searchIndex = 'document d INDEXED BY document_number';

/** The order in which a list of (nearly) everything is walked until its page is full. Without it SQLite would sort a million rows for a hundred. */
const walks: Readonly<Record<Sort, string>> = {
  due: 'document d INDEXED BY document_due CROSS JOIN document_balance b ON b.document_id = d.id',
  days: 'document d INDEXED BY document_due CROSS JOIN document_balance b ON b.document_id = d.id',
  issue: 'document d INDEXED BY document_issue CROSS JOIN document_balance b ON b.document_id = d.id',
  number: 'document d INDEXED BY document_number CROSS JOIN document_balance b ON b.document_id = d.id',
  customer:
    'customer c INDEXED BY customer_name CROSS JOIN document d INDEXED BY document_customer ON d.customer_id = c.id CROSS JOIN document_balance b ON b.document_id = d.id',
  open: 'document_balance b INDEXED BY document_balance_size CROSS JOIN document d ON d.id = b.document_id',
};
const fewOpen = 'document_balance b INDEXED BY document_balance_open CROSS JOIN document d ON d.id = b.document_id';

/** Where the documents come from that fit, when these are few enough to read them all; null when they may be everything there is. */
function fewOf({ documentId, customerId, filter, ids }: Sift): string | null {
  const one = 'document d CROSS JOIN document_balance b ON b.document_id = d.id';
  if (documentId !== null || customerId !== null || ids !== null || filter === 'disputed') return one;
  return filter === 'all' || filter === 'paid' ? null : fewOpen;
}

function conditionsOf({ documentId, customerId, filter, query, ids }: Sift): string {
  const conditions = ['d.removed_at IS NULL', filters[filter]];
  if (documentId !== null) conditions.push('d.id = @documentId');
  if (customerId !== null) conditions.push('d.customer_id = @customerId');
  if (ids !== null) conditions.push('d.id IN (SELECT value FROM json_each(@ids))');
  else if (query !== '') conditions.push(fits);
  return conditions.join(' AND ');
}

/** A search that finds up to this many documents looks only at those afterwards. */
const foundLimit = 5000;

/** Searches for text first where the list may be everything; what is found often is found on the way, in the order of the list. */
function sifted(db: ReadableDb, question: Sifted): Sift {
  const sift = { ...question, ids: null };
  if (question.query === '' || fewOf(sift) !== null) return sift;
  const found = prepared<[{ pattern: string }], { id: DocumentId }>(db, `SELECT d.id FROM ${searchIndex} WHERE d.removed_at IS NULL AND ${fits} LIMIT ${foundLimit + 1}`);
  const ids = found.all({ pattern: `%${question.query}%` }).map((row) => row.id);
  return ids.length > foundLimit ? sift : { ...sift, ids: JSON.stringify(ids) };
}

type Sums = { readonly total: number; readonly openCents: Cents };

function sumsOf(db: ReadableDb, sift: Sift): Sums {
  const few = fewOf(sift);
  if (few === null) {
    const open = sumsOf(db, { ...sift, filter: 'open' });
    const everything = countEverything(db, sift);
    return sift.filter === 'all' ? { total: everything, openCents: open.openCents } : { total: everything - open.total, openCents: 0 as Cents };
  }
  return one<[Parameters], Sums>(
    db,
    `SELECT count(*) AS total, coalesce(sum(CASE WHEN d.currency = 'EUR' THEN b.open END), 0) AS openCents FROM ${few} WHERE ${conditionsOf(sift)}`,
    parametersOf(sift),
  );
}

/** How many documents there are in all, or with a text: counted in an index, without a look at balances. */
function countEverything(db: ReadableDb, sift: Sift): number {
  const text = sift.query === '' ? '' : ` AND ${fits}`;
  return one<[Parameters], { total: number }>(db, `SELECT count(*) AS total FROM ${searchIndex} WHERE d.removed_at IS NULL${text}`, parametersOf(sift)).total;
}

function one<P extends unknown[], R>(db: ReadableDb, sql: string, ...parameters: P): R {
  const row = prepared<P, R>(db, sql).get(...parameters);
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}

/** The page is found first and described afterwards: what a row says costs several look-ups. */
function pageSql(sift: Sift, { sort, descending }: Pick<DocumentQuestion, 'sort' | 'descending'>): string {
  // Days late run against the due date: the longest overdue is the oldest date.
  const direction = (sort === 'days') === descending ? 'ASC' : 'DESC';
  // All that is paid has the same balance, so its order by balance is the order of the rows.
  const isOneSize = sort === 'open' && sift.filter === 'paid';
  const walk = isOneSize ? 'document d CROSS JOIN document_balance b ON b.document_id = d.id' : walks[sort];
  const few = fewOf(sift);
  const source = few === null ? walk : sort === 'customer' ? `${few} CROSS JOIN customer c ON c.id = d.customer_id` : few;
  const tie = few === null && sort === 'open' && !isOneSize ? 'b.document_id' : 'd.id';
  const order = isOneSize ? `${tie} ${direction}` : `${sorts[sort]} ${direction}, ${tie} ${direction}`;
  return `SELECT d.id AS documentId, d.customer_id AS customerId, c.name AS customerName, d.number, d.kind, d.issue_date AS issueDate, d.due_date AS dueDate,
      d.currency, d.total, b.open, ${stateColumn} AS state
    FROM (SELECT d.id AS id FROM ${source} WHERE ${conditionsOf(sift)} ORDER BY ${order} LIMIT @limit OFFSET @offset) page
    CROSS JOIN document d ON d.id = page.id CROSS JOIN document_balance b ON b.document_id = d.id CROSS JOIN customer c ON c.id = d.customer_id
    ORDER BY ${sorts[sort]} ${direction}, d.id ${direction}`;
}

/** One page of documents, with the count and the open euro sum of all that fit. */
export function listDocuments(db: ReadableDb, question: DocumentQuestion): { readonly rows: readonly DocumentLine[]; readonly total: number; readonly openCents: Cents } {
  const { sort, descending, offset, limit, ...rest } = question;
  const sift = sifted(db, rest);
  const rows = prepared<[Parameters & { limit: number; offset: number }], DocumentLine>(db, pageSql(sift, { sort, descending })).all({ ...parametersOf(sift), limit, offset });
  return { rows, ...sumsOf(db, sift) };
}

/** Filters that find open documents only. */
const ofOpen = ['open', 'overdue', 'credit', 'undated', 'handedOver', 'inPlan'] as const satisfies readonly Filter[];
export type DocumentCounts = Readonly<Record<Filter, number>>;

/** How many documents each filter shows, for the same text and customer. */
export function countDocuments(db: ReadableDb, question: Pick<DocumentQuestion, 'today' | 'query' | 'customerId'>): DocumentCounts {
  const sift = sifted(db, { ...question, filter: 'all', documentId: null });
  const columns = (names: readonly Filter[]): string => names.map((name) => `coalesce(sum(${filters[name]}), 0) AS "${name}"`).join(', ');
  const count = <R>(names: readonly Filter[], source: string, filter: Filter): R =>
    one<[Parameters], R>(db, `SELECT ${columns(names)} FROM ${source} WHERE ${conditionsOf({ ...sift, filter })}`, parametersOf(sift));
  const few = fewOf(sift);
  if (few !== null) return count<DocumentCounts>(['all', 'paid', 'disputed', ...ofOpen], few, 'all');
  const open = count<Pick<DocumentCounts, (typeof ofOpen)[number]>>(ofOpen, fewOpen, 'open');
  const all = countEverything(db, sift);
  return { all, ...open, paid: all - open.open, disputed: sumsOf(db, { ...sift, filter: 'disputed' }).total };
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
  return prepared<[{ cents: Cents; limit: number }], { id: DocumentId }>(
    db,
    `SELECT d.id FROM document d CROSS JOIN document_balance b ON b.document_id = d.id
     WHERE d.removed_at IS NULL AND d.id IN (SELECT id FROM document WHERE total = @cents UNION ALL SELECT document_id FROM document_balance WHERE open = @cents)
     ORDER BY b.open = 0, d.issue_date DESC LIMIT @limit`,
  )
    .all({ cents, limit })
    .map((row) => row.id);
}
