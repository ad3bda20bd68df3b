/** Documents as imports write them: rows and the entries of their issue. What changed is replaced by counter-entries, never in place. */
import { z } from 'zod';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, EntryId, ImportFileId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { DocumentValues } from '../../domain/importPlan/documentValues.ts';
import type { KnownDocument } from '../../domain/importPlan/planDocuments.ts';
import { sameDocumentNumber } from '../../domain/receivable/numberMatchKey.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

type Likeness = Pick<DocumentValues, 'matchKey' | 'issueDate' | 'total'>;

/** The invoices and credit notes of a customer that are still here and may be one that comes in: two look-ups in indexes, however many there are. */
export function knownDocumentsLike(db: ReadableDb, customerId: CustomerId, { matchKey, issueDate, total }: Likeness): readonly KnownDocument[] {
  return prepared<[Likeness & { readonly customerId: CustomerId }], KnownDocument>(
    db,
    `SELECT d.id, d.kind, d.number, d.match_key AS matchKey, d.issue_date AS issueDate, d.due_date AS dueDate, d.due_date_origin AS dueDateOrigin,
       d.currency, d.total, coalesce(b.open, 0) AS open, d.payment_reference AS paymentReference, d.order_reference AS orderReference,
       d.buyer_reference AS buyerReference
     FROM document d LEFT JOIN document_balance b ON b.document_id = d.id
     WHERE d.removed_at IS NULL AND d.kind IN ('invoice', 'creditNote')
       AND ((d.customer_id = @customerId AND d.match_key = @matchKey) OR (d.customer_id = @customerId AND d.issue_date = @issueDate AND d.total = @total)) ORDER BY d.id`,
  ).all({ customerId, matchKey, issueDate, total });
}

/** Whether anything but its own import has changed the balance: a receipt, a set-off, a write-off. */
export function isDocumentTouched(db: ReadableDb, documentId: DocumentId): boolean {
  return (
    prepared<[DocumentId], { found: number }>(
      db,
      `SELECT 1 AS found FROM posting p JOIN journal_entry e ON e.id = p.entry_id
       WHERE p.document_id = ? AND e.kind NOT IN ('invoice', 'credit-note', 'opening-item', 'books-adjustment', 'reversal')
         AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) LIMIT 1`,
    ).get(documentId) !== undefined
  );
}

type DocumentRow = Omit<DocumentValues, 'creditsNumbers'> & {
  readonly customerId: CustomerId;
  readonly importFileId: ImportFileId | null;
  readonly creditsNumbers: string;
};

export function insertDocument(
  db: WritableDb,
  document: { readonly values: DocumentValues; readonly customerId: CustomerId; readonly importFileId: ImportFileId | null },
): DocumentId {
  const { values, customerId, importFileId } = document;
  const result = prepared<[DocumentRow], never>(
    db,
    `INSERT INTO document (customer_id, kind, type_code, number, match_key, issue_date, due_date, due_date_origin, currency, total,
       payment_reference, reference_key, order_reference, buyer_reference, collect_hold, credits_numbers, import_file_id, origin, removed_at)
     VALUES (@customerId, @kind, @typeCode, @number, @matchKey, @issueDate, @dueDate, @dueDateOrigin, @currency, @total,
       @paymentReference, @referenceKey, @orderReference, @buyerReference, @collectHold, @creditsNumbers, @importFileId, @origin, NULL)`,
  ).run({ ...values, customerId, importFileId, creditsNumbers: JSON.stringify(values.creditsNumbers) });
  return Number(result.lastInsertRowid) as DocumentId;
}

/** The columns an import may change later; also what the audit log keeps of before and after. */
export const zDocumentFields = z.strictObject({
  total: z.number().int(),
  issueDate: z.string(),
  dueDate: z.string().nullable(),
  dueDateOrigin: z.string(),
  paymentReference: z.string().nullable(),
  referenceKey: z.string().nullable(),
  orderReference: z.string().nullable(),
  buyerReference: z.string().nullable(),
});
export type DocumentFields = z.output<typeof zDocumentFields>;

/** Null when the document is not here (any more). */
export function readDocumentFields(db: ReadableDb, documentId: DocumentId): DocumentFields | null {
  return (
    prepared<[DocumentId], DocumentFields>(
      db,
      `SELECT total, issue_date AS issueDate, due_date AS dueDate, due_date_origin AS dueDateOrigin, payment_reference AS paymentReference,
         reference_key AS referenceKey, order_reference AS orderReference, buyer_reference AS buyerReference
       FROM document WHERE id = ? AND removed_at IS NULL`,
    ).get(documentId) ?? null
  );
}

export function saveDocumentFields(db: WritableDb, documentId: DocumentId, fields: DocumentFields): void {
  prepared<[DocumentFields & { documentId: DocumentId }], never>(
    db,
    `UPDATE document SET total = @total, issue_date = @issueDate, due_date = @dueDate, due_date_origin = @dueDateOrigin,
       payment_reference = @paymentReference, reference_key = @referenceKey, order_reference = @orderReference, buyer_reference = @buyerReference
     WHERE id = @documentId`,
  ).run({ ...fields, documentId });
}

/** The entry of its issue that still counts; null for a document over nothing. */
export function issueEntryOf(db: ReadableDb, documentId: DocumentId): EntryId | null {
  return (
    prepared<[DocumentId], { id: EntryId }>(
      db,
      `SELECT DISTINCT e.id FROM posting p JOIN journal_entry e ON e.id = p.entry_id
       WHERE p.document_id = ? AND e.kind IN ('invoice', 'credit-note') AND e.reverses_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) ORDER BY e.id DESC`,
    ).get(documentId)?.id ?? null
  );
}

export type OpenDocument = {
  readonly id: DocumentId;
  readonly kind: 'invoice' | 'creditNote';
  readonly number: string;
  readonly issueDate: PlainDateText;
  readonly currency: string;
  readonly open: Cents;
  readonly creditsNumbers: readonly string[];
};

const zNumbers = z.array(z.string());

/** Documents of a customer with an open balance, oldest first. */
export function openDocumentsOf(db: ReadableDb, customerId: CustomerId): readonly OpenDocument[] {
  return prepared<[CustomerId], Omit<OpenDocument, 'creditsNumbers'> & { creditsNumbers: string }>(
    db,
    `SELECT d.id, d.kind, d.number, d.issue_date AS issueDate, d.currency, b.open, d.credits_numbers AS creditsNumbers
     FROM document d JOIN document_balance b ON b.document_id = d.id
     WHERE d.customer_id = ? AND d.removed_at IS NULL AND d.kind IN ('invoice', 'creditNote') AND b.open <> 0 ORDER BY d.issue_date, d.match_key, d.id`,
  )
    .all(customerId)
    .map((row) => ({ ...row, creditsNumbers: row.creditsNumbers === '[]' ? [] : zNumbers.parse(JSON.parse(row.creditsNumbers)) }));
}

/** Customers that hold a credit note with something left that names an invoice. */
export function customersWithNamedCredit(db: ReadableDb): ReadonlySet<CustomerId> {
  const rows = prepared<[], { customerId: CustomerId }>(
    db,
    `SELECT DISTINCT d.customer_id AS customerId FROM document_balance b JOIN document d ON d.id = b.document_id
     WHERE b.open < 0 AND d.kind = 'creditNote' AND d.credits_numbers <> '[]' AND d.removed_at IS NULL`,
  ).all();
  return new Set(rows.map((row) => row.customerId));
}

/** Whether a credit note that names exactly one number names this invoice. */
export const namesInvoice = (creditNote: OpenDocument, invoice: OpenDocument): boolean =>
  creditNote.creditsNumbers.length === 1 &&
  sameDocumentNumber(creditNote.creditsNumbers[0] ?? '', invoice.number) &&
  creditNote.currency === invoice.currency;

export type NewAllocation = {
  readonly entryId: EntryId;
  readonly fromDocumentId: DocumentId;
  readonly documentId: DocumentId;
  readonly cents: Cents;
  readonly rule: string;
};

/** The evidence beside a set-off entry. */
export function insertSetOffAllocation(db: WritableDb, allocation: NewAllocation): void {
  prepared<[EntryId, DocumentId, DocumentId, Cents, string], never>(
    db,
    'INSERT INTO allocation (entry_id, bank_entry_id, from_document_id, document_id, cents, rule) VALUES (?, NULL, ?, ?, ?, ?)',
  ).run(allocation.entryId, allocation.fromDocumentId, allocation.documentId, allocation.cents, allocation.rule);
}
