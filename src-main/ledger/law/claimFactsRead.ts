/** What a claim for interest and costs rests on, read from the journal at this moment: documents, what was paid when, and what was sent when. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, EntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { claimBooked } from '../../domain/posting/posting.ts';
import { numberMatchKey } from '../../domain/receivable/numberMatchKey.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { post } from '../journal.ts';
import { prepared } from '../statements.ts';

export type ClaimDocument = {
  readonly documentId: DocumentId;
  readonly number: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText;
  readonly total: Cents;
  readonly open: Cents;
  readonly settledOn: PlainDateText | null;
};

const readLimit = 2000;

/** Invoices in euros that fell due before a day and are open, or were paid too late since another day. Oldest first. */
export function claimDocuments(db: ReadableDb, asked: { readonly customerId: CustomerId; readonly today: PlainDateText; readonly paidSince: PlainDateText }): readonly ClaimDocument[] {
  return prepared<[typeof asked & { limit: number }], ClaimDocument>(
    db,
    `SELECT d.id AS documentId, d.number, d.issue_date AS issueDate, d.due_date AS dueDate, d.total, b.open, b.settled_on AS settledOn
     FROM document d JOIN document_balance b ON b.document_id = d.id
     WHERE d.customer_id = @customerId AND d.kind = 'invoice' AND d.currency = 'EUR' AND d.removed_at IS NULL AND d.due_date < @today
       AND (b.open > 0 OR (b.open <= 0 AND b.settled_on > d.due_date AND b.settled_on >= @paidSince))
     ORDER BY d.due_date, d.id LIMIT @limit`,
  ).all({ ...asked, limit: readLimit });
}

/** A change of what is owed on a document, on a day. `debt`: the debt itself (issue, correction, credit). `payment`: money, below zero when it came in. */
export type DebtMovement = { readonly documentId: DocumentId; readonly date: PlainDateText; readonly kind: 'debt' | 'payment'; readonly cents: Cents };

/** All changes of a customer's invoices by day, undone ones taken off the day they counted. */
export function debtMovements(db: ReadableDb, customerId: CustomerId): readonly DebtMovement[] {
  return prepared<[CustomerId], DebtMovement>(
    db,
    `SELECT documentId, date, kind, sum(cents) AS cents FROM (
       SELECT p.document_id AS documentId, p.effective_date AS date, p.cents,
         CASE WHEN coalesce(o.kind, e.kind) IN ('allocation', 'difference', 'refund', 'return') THEN 'payment' ELSE 'debt' END AS kind
       FROM document d JOIN posting p ON p.document_id = d.id JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN journal_entry o ON o.id = e.reverses_id
       WHERE d.customer_id = ? AND d.kind = 'invoice' AND d.removed_at IS NULL)
     GROUP BY documentId, date, kind HAVING sum(cents) <> 0 ORDER BY date, documentId, kind`,
  ).all(customerId);
}

export type SentAbout = { readonly documentId: DocumentId; readonly step: string; readonly sentOn: PlainDateText; readonly payBy: PlainDateText; readonly channel: 'email' | 'letter' };

/** Messages that went out about a customer's documents, oldest first. Looked up by customer: by state every message there is would be read. */
export function sentAbout(db: ReadableDb, customerId: CustomerId): readonly SentAbout[] {
  return prepared<[CustomerId], SentAbout>(
    db,
    `SELECT x.document_id AS documentId, m.step, m.sent_on AS sentOn, m.pay_by AS payBy, m.channel
     FROM message m INDEXED BY message_customer CROSS JOIN message_document x ON x.message_id = m.id WHERE m.customer_id = ? AND m.state = 'sent' ORDER BY m.sent_on, m.id, x.document_id`,
  ).all(customerId);
}

/** Documents of a customer of which a first reminder that went out announced a clause of the terms (WER art. XIX.2). */
export function announcedDocuments(db: ReadableDb, customerId: CustomerId): ReadonlySet<DocumentId> {
  const rows = prepared<[CustomerId], { documentId: DocumentId }>(
    db,
    `SELECT x.document_id AS documentId FROM message m INDEXED BY message_customer CROSS JOIN message_document x ON x.message_id = m.id
     WHERE m.customer_id = ? AND m.state = 'sent' AND m.step = 'reminder-1'
       AND EXISTS (SELECT 1 FROM event e WHERE e.subject = 'message' AND e.subject_id = m.id AND e.kind = 'message-approved' AND json_extract(e.detail, '$.clauseArticle') IS NOT NULL)`,
  ).all(customerId);
  return new Set(rows.map(({ documentId }) => documentId));
}

export type NewClaim = {
  readonly customerId: CustomerId;
  readonly part: 'interest' | 'costs';
  readonly amountCents: Cents;
  readonly on: PlainDateText;
  readonly dueDate: PlainDateText;
  readonly at: string;
};

/** The next free number of a claim in a year: `RK-2026-0001`. */
function nextNumber(db: ReadableDb, year: string): string {
  const pattern = `RK-${year}-%`;
  const taken = prepared<[string], { count: number }>(db, `SELECT count(*) AS count FROM document WHERE kind = 'claim' AND number LIKE ?`).get(pattern)?.count ?? 0;
  return `RK-${year}-${String(taken + 1).padStart(4, '0')}`;
}

/** Makes a claim a document of its own with a balanced entry: what is owed, against the income from interest or costs. */
export function bookClaim(db: WritableDb, claim: NewClaim): { readonly entryId: EntryId; readonly claimDocumentId: DocumentId; readonly number: string } {
  const { customerId, part, amountCents, on, dueDate, at } = claim;
  const number = nextNumber(db, on.slice(0, 4));
  const values = { customerId, part, number, matchKey: numberMatchKey(number), on, dueDate, amountCents, origin: JSON.stringify({ claim: part }) };
  const inserted = prepared<[typeof values], never>(
    db,
    `INSERT INTO document (customer_id, kind, type_code, number, match_key, issue_date, due_date, due_date_origin, currency, total, credits_numbers, origin)
     VALUES (@customerId, 'claim', @part, @number, @matchKey, @on, @dueDate, 'stated', 'EUR', @amountCents, '[]', @origin)`,
  ).run(values);
  const claimDocumentId = Number(inserted.lastInsertRowid) as DocumentId;
  const entryId = post(db, {
    kind: 'claim',
    effectiveDate: on,
    recordedAt: at,
    currency: 'EUR',
    actor: 'person',
    reason: { code: part === 'interest' ? 'claim-interest-booked' : 'claim-costs-booked', params: { number } },
    importId: null,
    postings: claimBooked({ documentId: claimDocumentId, income: part === 'interest' ? 'interest-income' : 'cost-income', amountCents }),
  });
  return { entryId, claimDocumentId, number };
}

/** Takes a claim document away after its entry was undone. */
export function removeClaimDocument(db: WritableDb, claimDocumentId: DocumentId, at: string): void {
  prepared<[string, DocumentId], never>(db, `UPDATE document SET removed_at = ? WHERE id = ? AND kind = 'claim'`).run(at, claimDocumentId);
}

/** Whether anything but its own booking has changed a claim: a receipt, a set-off, a write-off. */
export function isClaimTouched(db: ReadableDb, claimDocumentId: DocumentId): boolean {
  const row = prepared<[DocumentId], { total: Cents; open: Cents }>(
    db,
    `SELECT d.total, b.open FROM document d JOIN document_balance b ON b.document_id = d.id WHERE d.id = ? AND d.removed_at IS NULL`,
  ).get(claimDocumentId);
  return row === undefined || row.open !== row.total;
}
