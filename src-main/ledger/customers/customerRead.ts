/** Reading customers: their fields, their sums, how late they pay, and everything that happened with them. */
import type { CustomerFields } from '../../../src-shared/contract/customers.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, EntryId, MessageId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type CustomerSums = {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly number: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly insolventOn: PlainDateText | null;
  readonly hasAddress: 0 | 1;
  readonly open: Cents;
  readonly overdue: Cents;
  readonly credit: Cents;
  readonly oldestDue: PlainDateText | null;
};

/** Sums in euro per customer with everything known now. `query` matches name, number and city; empty = all. */
export function customerSums(db: ReadableDb, question: { readonly today: PlainDateText; readonly query: string; readonly customerId: CustomerId | null }): readonly CustomerSums[] {
  // For one customer his balances are looked up; for all, the open ones of everybody are added up once.
  const whose = question.customerId === null ? 'b.open <> 0' : 'b.customer_id = @customerId AND b.settled_on IS NULL AND b.open <> 0';
  return prepared<[{ today: PlainDateText; pattern: string; customerId: CustomerId | null }], CustomerSums>(
    db,
    `SELECT c.id AS customerId, c.name, c.number, c.city, c.country, c.email, c.insolvent_on AS insolventOn, (c.street <> '' AND c.city <> '') AS hasAddress,
       coalesce(s.open, 0) AS open, coalesce(s.overdue, 0) AS overdue, coalesce(s.credit, 0) AS credit, s.oldestDue
     FROM customer c LEFT JOIN (
       SELECT b.customer_id, sum(b.open) AS open, -sum(CASE WHEN b.open < 0 THEN b.open ELSE 0 END) AS credit,
         sum(CASE WHEN coalesce(d.due_date, CASE WHEN b.open < 0 THEN d.issue_date END) < @today THEN b.open ELSE 0 END) AS overdue,
         min(CASE WHEN b.open > 0 AND d.due_date < @today THEN d.due_date END) AS oldestDue
       FROM document_balance b CROSS JOIN document d ON d.id = b.document_id WHERE ${whose} AND d.currency = 'EUR' GROUP BY b.customer_id
     ) s ON s.customer_id = c.id
     WHERE (@customerId IS NULL OR c.id = @customerId) AND (@pattern = '%%' OR c.name LIKE @pattern OR c.number LIKE @pattern OR c.city LIKE @pattern)
     ORDER BY overdue DESC, open DESC, c.name COLLATE NOCASE`,
  ).all({ today: question.today, pattern: `%${question.query}%`, customerId: question.customerId });
}

const settledNewestFirst = `SELECT CAST(julianday(b.settled_on) - julianday(d.due_date) AS INTEGER) AS days
  FROM document_balance b INDEXED BY document_balance_customer CROSS JOIN document d ON d.id = b.document_id
  WHERE b.customer_id = @customerId AND b.settled_on IS NOT NULL AND d.kind = 'invoice' AND d.due_date IS NOT NULL AND d.removed_at IS NULL
  ORDER BY b.settled_on DESC, b.document_id DESC LIMIT @count`;

/**
 * Days late of the paid invoices, newest settlement last; at most `count` per customer. Early payment counts as negative days. Per customer
 * they are read off the end of an index: a query for all at once would sort everything that was ever paid.
 */
export function daysLateOfPaid(db: ReadableDb, customerId: CustomerId | null, count: number): ReadonlyMap<CustomerId, readonly number[]> {
  const customers = customerId === null ? prepared<[], { id: CustomerId }>(db, 'SELECT id FROM customer').all().map((row) => row.id) : [customerId];
  const newest = prepared<[{ customerId: CustomerId; count: number }], { days: number }>(db, settledNewestFirst);
  const late = new Map<CustomerId, readonly number[]>();
  for (const id of customers) {
    const days = newest.all({ customerId: id, count }).map((row) => row.days);
    if (days.length > 0) late.set(id, days.reverse());
  }
  return late;
}

type FieldsRow = CustomerFields & { readonly editedFields: string; readonly since: PlainDateText | null };

/** The fields of one customer, the names of those the user edited, and the date of the first document. */
export function customerFields(db: ReadableDb, customerId: CustomerId): { readonly fields: CustomerFields; readonly editedFields: readonly string[]; readonly since: PlainDateText | null } | null {
  const row = prepared<[CustomerId], FieldsRow>(
    db,
    `SELECT name, number, kind, country, language, attention, street, postcode, city, vat_number AS vatNumber, registration_number AS registrationNumber, email, phone,
       term_days AS termDays, ladder, channel, insolvent_on AS insolventOn, edited_fields AS editedFields,
       (SELECT min(issue_date) FROM document d WHERE d.customer_id = c.id AND d.removed_at IS NULL) AS since
     FROM customer c WHERE c.id = ?`,
  ).get(customerId);
  if (row === undefined) return null;
  const { editedFields, since, ...fields } = row;
  const edited: unknown = JSON.parse(editedFields);
  return { fields, editedFields: Array.isArray(edited) ? edited.map(String) : [], since };
}

/** Gross euro sales to a customer in a span of days, both included. */
export function salesTo(db: ReadableDb, customerId: CustomerId, span: { readonly from: PlainDateText; readonly to: PlainDateText }): Cents {
  return (
    prepared<[CustomerId, PlainDateText, PlainDateText], { cents: Cents }>(
      db,
      `SELECT coalesce(sum(total), 0) AS cents FROM document WHERE customer_id = ? AND currency = 'EUR' AND kind <> 'claim' AND removed_at IS NULL AND issue_date BETWEEN ? AND ?`,
    ).get(customerId, span.from, span.to)?.cents ?? (0 as Cents)
  );
}

export type JournalLine = {
  readonly entryId: EntryId;
  readonly kind: string;
  readonly on: PlainDateText;
  readonly recordedAt: string;
  readonly documentId: DocumentId;
  readonly number: string;
  readonly cents: Cents;
  readonly isUndone: 0 | 1;
  readonly undoes: EntryId | null;
  readonly reason: string;
  readonly counterName: string | null;
};

/** What was booked on the documents of a customer, newest first, with the payer where money was received. */
export function journalOfCustomer(db: ReadableDb, customerId: CustomerId, limit: number): readonly JournalLine[] {
  return prepared<[CustomerId, number], JournalLine>(
    db,
    `SELECT e.id AS entryId, e.kind, e.effective_date AS "on", e.recorded_at AS recordedAt, d.id AS documentId, d.number, p.cents, e.reverses_id AS undoes, e.reason,
       EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) AS isUndone,
       (SELECT x.counter_name FROM allocation a JOIN bank_entry x ON x.id = a.bank_entry_id WHERE a.entry_id = e.id AND a.document_id = d.id) AS counterName
     FROM document d JOIN posting p ON p.document_id = d.id JOIN journal_entry e ON e.id = p.entry_id
     WHERE d.customer_id = ? ORDER BY e.effective_date DESC, e.id DESC, p.id DESC LIMIT ?`,
  ).all(customerId, limit);
}

export type HistoryLine = { readonly key: string; readonly kind: 'note' | 'call' | 'hold' | 'dispute' | 'promise' | 'step-done' | 'interest-waive' | 'costs-waive' | 'interest-keep' | 'costs-keep' | 'handover'; readonly on: PlainDateText; readonly at: string | null; readonly text: string; readonly number: string; readonly until: PlainDateText | null; readonly cents: Cents | null; readonly ended: 0 | 1; readonly callReason: string | null };

/** Notes, calls, pauses, disputes, promises, payment plans, steps done by a person and waived claims of a customer, newest first. */
export function decisionsOfCustomer(db: ReadableDb, customerId: CustomerId): readonly HistoryLine[] {
  return prepared<[{ id: CustomerId }], HistoryLine>(
    db,
    `SELECT 'note-' || id AS key, kind, noted_on AS "on", noted_at AS at, text, '' AS number, NULL AS until, NULL AS cents, 0 AS ended, reason AS callReason FROM note WHERE customer_id = @id
     UNION ALL SELECT 'hold-' || id, 'hold', substr(created_at, 1, 10), created_at, reason, '', until, NULL, 0, NULL FROM hold WHERE customer_id = @id
     UNION ALL SELECT 'hold-end-' || id, 'hold', substr(ended_at, 1, 10), ended_at, reason, '', until, NULL, 1, NULL FROM hold WHERE customer_id = @id AND ended_at IS NOT NULL
     UNION ALL SELECT 'dispute-' || x.id, 'dispute', x.opened_on, NULL, x.reason, d.number, NULL, x.cents, 0, NULL FROM dispute x JOIN document d ON d.id = x.document_id WHERE d.customer_id = @id
     UNION ALL SELECT 'dispute-end-' || x.id, 'dispute', x.resolved_on, NULL, x.outcome, d.number, NULL, x.cents, 1, NULL FROM dispute x JOIN document d ON d.id = x.document_id WHERE d.customer_id = @id AND x.resolved_on IS NOT NULL
     UNION ALL SELECT 'promise-' || id, 'promise', promised_on, NULL, '', '', due_on, cents, 0, NULL FROM promise WHERE customer_id = @id
     UNION ALL SELECT 'handover-' || h.id, 'handover', h.on_date, h.at, json_extract(h.party, '$.name'), '', NULL, NULL, 0, NULL FROM handover h WHERE h.customer_id = @id
     UNION ALL SELECT 'handover-end-' || h.id, 'handover', x.on_date, x.at, x.reason, '', NULL, NULL, 1, NULL FROM handover h JOIN handover_end x ON x.handover_id = h.id WHERE h.customer_id = @id
     UNION ALL SELECT 'plan-' || p.id, 'promise', p.agreed_on, p.at, '', p.reference, NULL, (SELECT sum(q.open) FROM payment_plan_document q WHERE q.payment_plan_id = p.id), 0, NULL FROM payment_plan p WHERE p.customer_id = @id
     UNION ALL SELECT 'plan-end-' || p.id, 'promise', x.ended_on, x.at, x.reason, p.reference, NULL, NULL, 1, NULL FROM payment_plan p JOIN payment_plan_end x ON x.payment_plan_id = p.id WHERE p.customer_id = @id
     UNION ALL SELECT 'step-' || s.id, 'step-done', s.due_on, s.decided_at, d.number || coalesce(': ' || nullif(json_extract(s.reason, '$.params.why'), ''), ''), s.step, NULL, NULL, 0, NULL FROM document d JOIN due_step s ON s.document_id = d.id WHERE d.customer_id = @id AND s.state = 'skipped'
     UNION ALL SELECT 'claim-' || x.id, x.what || '-' || x.decision, x.decided_on, x.at, trim(coalesce(d.number, '') || coalesce(': ' || nullif(x.reason, ''), ''), ': '), '', NULL, x.cents, 0, NULL FROM claim_decision x LEFT JOIN document d ON d.id = x.document_id WHERE x.customer_id = @id AND x.decision IN ('waive', 'keep')
     ORDER BY 3 DESC, 1 DESC`,
  ).all({ id: customerId });
}

export type MessageLine = { readonly messageId: MessageId; readonly step: string; readonly state: string; readonly channel: 'email' | 'letter'; readonly recipient: string; readonly on: PlainDateText; readonly at: string | null; readonly cents: Cents; readonly numbers: string };

/** Messages to a customer that were approved at least, newest first. */
export function messagesOfCustomer(db: ReadableDb, customerId: CustomerId): readonly MessageLine[] {
  return prepared<[CustomerId], MessageLine>(
    db,
    `SELECT m.id AS messageId, m.step, m.state, m.channel, m.recipient, coalesce(m.sent_on, substr(m.approved_at, 1, 10)) AS "on", coalesce(m.sent_at, m.approved_at) AS at, m.cents,
       coalesce((SELECT group_concat(d.number, ', ') FROM message_document md JOIN document d ON d.id = md.document_id WHERE md.message_id = m.id),
         (SELECT group_concat(d.number, ', ') FROM correspondence_document c JOIN document d ON d.id = c.document_id WHERE c.message_id = m.id), '') AS numbers
     FROM message m WHERE m.customer_id = ? AND m.approved_at IS NOT NULL ORDER BY 7 DESC, m.id DESC`,
  ).all(customerId);
}
