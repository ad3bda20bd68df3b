/** Letters that asked the fixed costs between businesses, or a clause of which they are the least, with the documents that they asked them for. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, MessageId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { askedCosts } from '../schema/schema.ts';
import { prepared } from '../statements.ts';

export type CostsAsked = { readonly on: PlainDateText; readonly documentIds: readonly DocumentId[] };

/** Remembers, with its approval, that a letter asks such costs. */
export function saveAskedCosts(db: WritableDb, asked: { readonly messageId: MessageId; readonly rule: string; readonly cents: Cents }): void {
  db.orm.insert(askedCosts).values(asked).run();
}

/** What was asked of a customer by letters that went or may have gone, oldest first. A letter that was taken back asked nothing. */
export function costsAsked(db: ReadableDb, customerId: CustomerId): readonly CostsAsked[] {
  const rows = prepared<[CustomerId], { messageId: MessageId; on: PlainDateText; documentId: DocumentId }>(
    db,
    `SELECT m.id AS messageId, coalesce(m.sent_on, substr(m.approved_at, 1, 10)) AS "on", x.document_id AS documentId
     FROM message m INDEXED BY message_customer CROSS JOIN asked_costs a ON a.message_id = m.id CROSS JOIN message_document x ON x.message_id = m.id
     WHERE m.customer_id = ? AND m.state IN ('approved', 'sending', 'sent', 'unconfirmed') ORDER BY "on", m.id, x.document_id`,
  ).all(customerId);
  return [...Map.groupBy(rows, ({ messageId }) => messageId).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ on: first.on, documentIds: own.map(({ documentId }) => documentId) }];
  });
}
