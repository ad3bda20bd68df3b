/** Open invoices that a deadline of the law comes near to: few, found by their due date, with what was sent about them. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type OldInvoice = {
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly number: string;
  readonly open: Cents;
  readonly dueDate: PlainDateText;
  readonly country: 'NL' | 'BE';
  readonly kind: 'trade' | 'consumer';
  /** When somebody last looked at this deadline; null when nobody did. */
  readonly seenOn: PlainDateText | null;
};

/** Whether the company is Dutch: only then VAT on what is not paid comes back on a fixed day. */
export const isDutchCompany = (db: ReadableDb): boolean =>
  prepared<[], { country: string | null }>(db, `SELECT json_extract(profile, '$.country') AS country FROM administration WHERE id = 1`).get()?.country === 'NL';

/** Kinds of the log: a person has looked at a deadline of a document. */
export const deadlineSeenKinds = { prescription: 'prescription-seen', vatRefund: 'vat-refund-seen' } as const;

const readLimit = 500;
const old = `SELECT d.id AS documentId, d.customer_id AS customerId, d.number, b.open, d.due_date AS dueDate, c.country,
    CASE WHEN c.kind = 'consumer' OR EXISTS (SELECT 1 FROM customer_law w WHERE w.customer_id = c.id AND w.is_treated_as_consumer = 1) THEN 'consumer' ELSE 'trade' END AS kind,
    (SELECT max(substr(e.at, 1, 10)) FROM event e WHERE e.subject = 'document' AND e.subject_id = d.id AND e.kind = @seenKind) AS seenOn
  FROM document_balance b INDEXED BY document_balance_open CROSS JOIN document d ON d.id = b.document_id CROSS JOIN customer c ON c.id = d.customer_id
  WHERE b.open <> 0 AND b.open > 0 AND d.kind = 'invoice' AND d.currency = 'EUR' AND d.removed_at IS NULL AND d.due_date >= @since AND c.country IN ('NL', 'BE')
    AND d.due_date < CASE WHEN c.kind = 'consumer' OR EXISTS (SELECT 1 FROM customer_law w WHERE w.customer_id = c.id AND w.is_treated_as_consumer = 1)
      THEN CASE c.country WHEN 'NL' THEN @dutchConsumer ELSE @belgianConsumer END ELSE CASE c.country WHEN 'NL' THEN @dutchTrade ELSE @belgianTrade END END
  ORDER BY d.due_date, d.id LIMIT @limit`;

/** The day before which an invoice must have fallen due, by the law of the customer and who he is. */
export type OldBefore = Readonly<Record<'dutchTrade' | 'dutchConsumer' | 'belgianTrade' | 'belgianConsumer', PlainDateText>>;
type Asked = { readonly since: PlainDateText; readonly before: OldBefore; readonly seenKind: string };

/** Open invoices that fell due in a period, oldest first. */
export const oldInvoices = (db: ReadableDb, { since, before, seenKind }: Asked): readonly OldInvoice[] =>
  prepared<[OldBefore & { since: PlainDateText; seenKind: string; limit: number }], OldInvoice>(db, old).all({ ...before, since, seenKind, limit: readLimit });
