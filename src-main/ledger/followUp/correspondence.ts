/** Letters outside the ladders: what there is to write about, and how they are kept as messages that wait to leave. */
import type { Reason } from '../../../src-shared/contract/common.ts';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, MessageId } from '../../../src-shared/ids.ts';
import { type Cents, sumCents } from '../../../src-shared/money.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { type MessageLanguage, type MessageRow, nextReference, noEdits, removePlannedOf } from './messages.ts';
import { type OpenItem, readOpenItems } from '../documents/openItems.ts';
import { prepared } from '../statements.ts';

/** What is known of later days counts too: a credit note dated next week is on the statement of today. */
const whateverIsKnown = '9999-12-31' as PlainDateText;

/** Everything of a customer that is open in euros, as a statement lists it. */
export const statementItems = (db: ReadableDb, customerId: CustomerId): readonly OpenItem[] =>
  readOpenItems(db, { asOf: whateverIsKnown, customerId }).filter((item) => item.currency === 'EUR');

export type CustomerReceipt = {
  readonly bankEntryId: BankEntryId;
  readonly on: PlainDateText;
  /** What came in; of a receipt that pays for several customers the part of this one. */
  readonly cents: Cents;
  readonly currency: string;
  readonly numbers: string;
  readonly isAllPaid: boolean;
  /** Our last message about these documents that went out shortly before the money came or since; null without one. */
  readonly messageOn: PlainDateText | null;
};
const mostReceipts = 50;
/** A payment and a message cross when the message went out while the money was under way, or after it. */
const crossingDays = 4;

type ReceiptRow = Omit<CustomerReceipt, 'cents' | 'isAllPaid' | 'messageOn'> & { readonly amount: Cents; readonly assigned: Cents; readonly isShared: 0 | 1; readonly isAllPaid: 0 | 1 };

/** Receipts since a day that were assigned to documents of a customer, newest first. */
export function receiptsOfCustomer(db: ReadableDb, customerId: CustomerId, since: PlainDateText): readonly CustomerReceipt[] {
  const rows = prepared<[{ customerId: CustomerId; since: PlainDateText; limit: number }], ReceiptRow>(
    db,
    `SELECT x.id AS bankEntryId, x.book_date AS "on", x.currency, x.amount, sum(a.cents) AS assigned, group_concat(d.number, ', ') AS numbers, min(b.open <= 0) AS isAllPaid,
       EXISTS (SELECT 1 FROM allocation o JOIN document od ON od.id = o.document_id WHERE o.bank_entry_id = x.id AND od.customer_id <> @customerId) AS isShared
     FROM document d JOIN allocation a ON a.document_id = d.id JOIN bank_entry x ON x.id = a.bank_entry_id JOIN document_balance b ON b.document_id = d.id
     WHERE d.customer_id = @customerId AND x.amount > 0 AND x.book_date >= @since AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id)
     GROUP BY x.id ORDER BY x.book_date DESC, x.id DESC LIMIT @limit`,
  ).all({ customerId, since, limit: mostReceipts });
  return rows.map(({ amount, assigned, isShared, isAllPaid, ...row }) => ({
    ...row,
    cents: isShared === 1 ? (Math.abs(assigned) as Cents) : amount,
    isAllPaid: isAllPaid === 1,
    messageOn: crossedMessage(db, row.bankEntryId, addDays(row.on, -crossingDays)),
  }));
}

const crossedMessage = (db: ReadableDb, bankEntryId: BankEntryId, since: PlainDateText): PlainDateText | null =>
  prepared<[BankEntryId, PlainDateText], { day: PlainDateText | null }>(
    db,
    `SELECT max(m.sent_on) AS day FROM allocation a JOIN message_document md ON md.document_id = a.document_id JOIN message m ON m.id = md.message_id
     WHERE a.bank_entry_id = ? AND m.state = 'sent' AND m.sent_on >= ?`,
  ).get(bankEntryId, since)?.day ?? null;

export type PaidDocument = Omit<OpenItem, 'customerName' | 'matchKey' | 'collectHold'>;

/** The documents that a receipt paid, as they stand now, oldest first. */
export const paidBy = (db: ReadableDb, customerId: CustomerId, bankEntryId: BankEntryId): readonly PaidDocument[] =>
  prepared<[CustomerId, BankEntryId], PaidDocument>(
    db,
    `SELECT DISTINCT d.id AS documentId, d.customer_id AS customerId, d.kind, d.number, d.issue_date AS issueDate, d.due_date AS dueDate, d.currency, d.total, b.open,
       d.payment_reference AS paymentReference, d.reference_key AS referenceKey
     FROM document d JOIN allocation a ON a.document_id = d.id JOIN document_balance b ON b.document_id = d.id
     WHERE d.customer_id = ? AND a.bank_entry_id = ? AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id) ORDER BY coalesce(d.due_date, d.issue_date), d.id`,
  ).all(customerId, bankEntryId);

/** When the customer last got a statement, or may have; null for never. */
export const lastStatementOn = (db: ReadableDb, customerId: CustomerId): PlainDateText | null =>
  prepared<[CustomerId], { day: PlainDateText | null }>(
    db,
    `SELECT max(coalesce(sent_on, planned_on)) AS day FROM message WHERE customer_id = ? AND step = 'account-statement' AND state IN ('approved', 'sending', 'sent', 'unconfirmed')`,
  ).get(customerId)?.day ?? null;

export type NewCorrespondence = {
  readonly customerId: CustomerId;
  readonly step: string;
  readonly on: PlainDateText;
  readonly channel: 'email' | 'letter';
  readonly language: MessageLanguage;
  readonly recipient: string;
  readonly recipientName: string;
  readonly cents: Cents;
  readonly reason: Reason;
  readonly documents: readonly { readonly documentId: DocumentId; readonly open: Cents }[];
};

/**
 * Writes it as a message of its day, in the place of one that was only planned: nobody gets two messages on one day. Null when one of
 * that day is approved already.
 */
export function insertCorrespondence(db: WritableDb, { documents, on, reason, ...values }: NewCorrespondence): MessageId | null {
  const reference = nextReference(db, on);
  removePlannedOf(db, values.customerId);
  const taken = prepared<[CustomerId, PlainDateText], { id: MessageId }>(db, `SELECT id FROM message WHERE customer_id = ? AND planned_on = ? AND state <> 'cancelled'`).get(values.customerId, on);
  if (taken !== undefined) return null;
  const row = { ...values, on, reference, reason: JSON.stringify(reason), edits: JSON.stringify(noEdits) };
  const messageId = Number(
    prepared<[typeof row], never>(
      db,
      `INSERT INTO message (customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, attempts)
       VALUES (@customerId, @step, @on, @channel, @language, @recipient, @recipientName, @reference, @on, @reason, @edits, @cents, 'planned', 0)`,
    ).run(row).lastInsertRowid,
  ) as MessageId;
  const insert = prepared<[MessageId, DocumentId, Cents], never>(db, 'INSERT INTO correspondence_document (message_id, document_id, open) VALUES (?, ?, ?)');
  for (const document of documents) insert.run(messageId, document.documentId, document.open);
  return messageId;
}

/** The number of a listed document whose balance is another now, or null. */
export const changedDocument = (db: ReadableDb, messageId: MessageId): string | null =>
  prepared<[MessageId], { number: string }>(
    db,
    `SELECT d.number FROM correspondence_document c JOIN document d ON d.id = c.document_id LEFT JOIN document_balance b ON b.document_id = d.id
     WHERE c.message_id = ? AND coalesce(b.open, 0) <> c.open ORDER BY d.id LIMIT 1`,
  ).get(messageId)?.number ?? null;

/** Whether a statement still holds all that is open. */
export const isWholeStatement = (db: ReadableDb, { customerId, cents }: Pick<MessageRow, 'customerId' | 'cents'>): boolean =>
  sumCents(statementItems(db, customerId).map((item) => item.open)) === cents;
