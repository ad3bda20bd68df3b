/** Messages to customers: planned by the day, frozen at approval, and every change of state after that as an event that stays. */
import type { Reason } from '../../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, MessageId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type MessageState = 'planned' | 'approved' | 'sending' | 'sent' | 'failed' | 'unconfirmed' | 'cancelled';
export type MessageLanguage = 'nl' | 'fr' | 'en' | 'de';
/** The user's own choices for a message that is not approved yet; empty texts = ours. */
export type MessageEdits = { readonly channel: 'email' | 'letter' | null; readonly recipient: string | null; readonly subject: string; readonly opening: string; readonly note: string; /** By registered post; null = as the step says. */ readonly isRegistered: boolean | null };
export const noEdits: MessageEdits = { channel: null, recipient: null, subject: '', opening: '', note: '', isRegistered: null };

export type MessageRow = {
  readonly messageId: MessageId;
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly step: string;
  readonly plannedOn: PlainDateText;
  readonly channel: 'email' | 'letter';
  readonly language: MessageLanguage;
  readonly recipient: string;
  readonly recipientName: string;
  readonly reference: string;
  readonly payBy: PlainDateText;
  readonly reason: string;
  readonly edits: string;
  readonly cents: Cents;
  readonly state: MessageState;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly pdfSha256: string | null;
  readonly content: string | null;
  readonly contentSha256: string | null;
  readonly messageIdHeader: string | null;
  readonly approvedAt: string | null;
  readonly sentAt: string | null;
  readonly sentOn: PlainDateText | null;
  readonly attempts: number;
  readonly failure: string | null;
};
const columns = `m.id AS messageId, m.customer_id AS customerId, c.name AS customerName, m.step, m.planned_on AS plannedOn, m.channel, m.language, m.recipient,
  m.recipient_name AS recipientName, m.reference, m.pay_by AS payBy, m.reason, m.edits, m.cents, m.state, m.subject, m.text, m.html, m.pdf_sha256 AS pdfSha256,
  m.content, m.content_sha256 AS contentSha256, m.message_id_header AS messageIdHeader, m.approved_at AS approvedAt, m.sent_at AS sentAt, m.sent_on AS sentOn, m.attempts, m.failure`;

export const messageById = (db: ReadableDb, messageId: MessageId): MessageRow | null =>
  prepared<[MessageId], MessageRow>(db, `SELECT ${columns} FROM message m JOIN customer c ON c.id = m.customer_id WHERE m.id = ?`).get(messageId) ?? null;

export const messagesInState = (db: ReadableDb, state: MessageState): readonly MessageRow[] =>
  prepared<[MessageState], MessageRow>(db, `SELECT ${columns} FROM message m JOIN customer c ON c.id = m.customer_id WHERE m.state = ? ORDER BY m.id`).all(state);

const groups = {
  all: `m.state <> 'planned'`,
  waiting: `m.state IN ('approved', 'sending')`,
  sent: `m.state = 'sent'`,
  attention: `m.state IN ('failed', 'unconfirmed')`,
} as const;
export type MessageGroup = keyof typeof groups;

/** One page of messages that were approved at least, newest first, and the counts beside the filters. */
export function listMessages(db: ReadableDb, question: { readonly group: MessageGroup; readonly query: string; readonly offset: number; readonly limit: number; readonly today: PlainDateText }) {
  const where = `${groups[question.group]} AND m.approved_at IS NOT NULL AND (@pattern = '%%' OR c.name LIKE @pattern OR m.subject LIKE @pattern OR m.recipient LIKE @pattern OR m.reference LIKE @pattern
    OR EXISTS (SELECT 1 FROM message_document md JOIN document d ON d.id = md.document_id WHERE md.message_id = m.id AND d.number LIKE @pattern))`;
  const parameters = { pattern: `%${question.query}%` };
  const rows = prepared<[{ pattern: string; limit: number; offset: number }], MessageRow>(
    db,
    `SELECT ${columns} FROM message m JOIN customer c ON c.id = m.customer_id WHERE ${where} ORDER BY coalesce(m.sent_at, m.approved_at) DESC, m.id DESC LIMIT @limit OFFSET @offset`,
  ).all({ ...parameters, limit: question.limit, offset: question.offset });
  const total = prepared<[{ pattern: string }], { count: number }>(db, `SELECT count(*) AS count FROM message m JOIN customer c ON c.id = m.customer_id WHERE ${where}`).get(parameters)?.count ?? 0;
  const count = (group: MessageGroup): number => prepared<[], { count: number }>(db, `SELECT count(*) AS count FROM message m WHERE ${groups[group]} AND m.approved_at IS NOT NULL`).get()?.count ?? 0;
  const waitingBy = prepared<[PlainDateText], { emails: number; letters: number }>(
    db,
    `SELECT coalesce(sum(channel = 'email' AND planned_on <= ?), 0) AS emails, coalesce(sum(channel = 'letter'), 0) AS letters FROM message WHERE state = 'approved'`,
  ).get(question.today);
  return { rows, total, attention: count('attention'), waiting: count('waiting'), waitingEmails: waitingBy?.emails ?? 0, waitingLetters: waitingBy?.letters ?? 0 };
}

export type MessageDocument = { readonly documentId: DocumentId; readonly number: string; readonly open: Cents; readonly openNow: Cents };

/** What a message asked for, document by document, beside what is open now. */
export function documentsOfMessage(db: ReadableDb, messageId: MessageId): readonly MessageDocument[] {
  return prepared<[MessageId], MessageDocument>(
    db,
    `SELECT md.document_id AS documentId, d.number, md.open, coalesce(b.open, 0) AS openNow FROM message_document md JOIN document d ON d.id = md.document_id
     LEFT JOIN document_balance b ON b.document_id = d.id WHERE md.message_id = ? ORDER BY coalesce(d.due_date, d.issue_date), d.id`,
  ).all(messageId);
}

export type MessageEvent = { readonly at: string; readonly state: MessageState; readonly detail: string };
export const eventsOfMessage = (db: ReadableDb, messageId: MessageId): readonly MessageEvent[] =>
  prepared<[MessageId], MessageEvent>(db, 'SELECT at, state, detail FROM message_event WHERE message_id = ? ORDER BY id').all(messageId);

/** Adds a line to the course of a message. */
export function addEvent(db: WritableDb, messageId: MessageId, event: MessageEvent): void {
  prepared<[MessageId, string, string, string], never>(db, 'INSERT INTO message_event (message_id, at, state, detail) VALUES (?, ?, ?, ?)').run(messageId, event.at, event.state, event.detail);
}

const highestReferences = new WeakMap<object, { readonly start: string; readonly highest: number }>();

/** The next free letter reference of the year, `H-2026-0001`. */
export function nextReference(db: ReadableDb, today: PlainDateText): string {
  const start = `H-${today.slice(0, 4)}-`;
  const written = (number: number): string => `${start}${String(number).padStart(4, '0')}`;
  const isTaken = (number: number): boolean => prepared<[string], { found: number }>(db, 'SELECT 1 AS found FROM message WHERE reference = ?').get(written(number)) !== undefined;
  const known = highestReferences.get(db.sqlite);
  // A day's batch asks thousands of times in a row: the one given last is the highest as long as it is there and nothing follows it.
  const isKnown = known?.start === start && isTaken(known.highest) && !isTaken(known.highest + 1);
  const row = isKnown ? undefined : prepared<[string], { highest: number | null }>(db, `SELECT max(CAST(substr(reference, 8) AS INTEGER)) AS highest FROM message WHERE reference LIKE ? || '%'`).get(start);
  const highest = (isKnown ? known.highest : (row?.highest ?? 0)) + 1;
  highestReferences.set(db.sqlite, { start, highest });
  return written(highest);
}

export type PlannedMessage = {
  readonly customerId: CustomerId;
  readonly step: string;
  readonly plannedOn: PlainDateText;
  readonly channel: 'email' | 'letter';
  readonly language: MessageLanguage;
  /** Where it goes by either way; the channel, which the user may change, picks one. */
  readonly recipients: Readonly<Record<'email' | 'letter', string>>;
  readonly recipientName: string;
  readonly payBy: PlainDateText;
  readonly reason: Reason;
  readonly cents: Cents;
  readonly documents: readonly { readonly documentId: DocumentId; readonly open: Cents }[];
};

/** Writes or refreshes the one planned message of a customer; the user's edits of it stay. */
export function savePlanned(db: WritableDb, message: PlannedMessage): MessageId {
  const known = prepared<[CustomerId], { id: MessageId; edits: string }>(db, `SELECT id, edits FROM message WHERE customer_id = ? AND state = 'planned'`).get(message.customerId);
  const edits: MessageEdits = known === undefined ? noEdits : { ...noEdits, ...(JSON.parse(known.edits) as Partial<MessageEdits>) };
  const { documents, recipients, ...rest } = message;
  const channel = edits.channel ?? message.channel;
  const recipient = channel === 'email' ? (edits.recipient ?? recipients.email) : recipients.letter;
  const values = { ...rest, reason: JSON.stringify(message.reason), channel, recipient };
  const id =
    known?.id ??
    (Number(
      prepared<[Omit<typeof values, never> & { reference: string; edits: string }], never>(
        db,
        `INSERT INTO message (customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, attempts)
         VALUES (@customerId, @step, @plannedOn, @channel, @language, @recipient, @recipientName, @reference, @payBy, @reason, @edits, @cents, 'planned', 0)`,
      ).run({ ...values, reference: nextReference(db, message.plannedOn), edits: JSON.stringify(noEdits) }).lastInsertRowid,
    ) as MessageId);
  if (known !== undefined) {
    prepared<[Omit<typeof values, never> & { id: MessageId }], never>(
      db,
      `UPDATE message SET step = @step, planned_on = @plannedOn, channel = @channel, language = @language, recipient = @recipient, recipient_name = @recipientName,
         pay_by = @payBy, reason = @reason, cents = @cents WHERE id = @id AND customer_id = @customerId`,
    ).run({ ...values, id });
    prepared<[MessageId], never>(db, 'DELETE FROM message_document WHERE message_id = ?').run(id);
  }
  const insert = prepared<[MessageId, DocumentId, Cents], never>(db, 'INSERT INTO message_document (message_id, document_id, open) VALUES (?, ?, ?)');
  for (const document of documents) insert.run(id, document.documentId, document.open);
  return id;
}

/** Takes back planned messages of customers for whom nothing is due any more. */
export function removePlannedExcept(db: WritableDb, customers: ReadonlySet<CustomerId>): void {
  for (const message of messagesInState(db, 'planned')) {
    if (!customers.has(message.customerId)) removePlanned(db, message.messageId);
  }
}

/** Takes back the planned message of one customer, if there is one. */
export function removePlannedOf(db: WritableDb, customerId: CustomerId): void {
  const planned = prepared<[CustomerId], { id: MessageId }>(db, `SELECT id FROM message WHERE customer_id = ? AND state = 'planned'`).all(customerId);
  for (const { id } of planned) removePlanned(db, id);
}

function removePlanned(db: WritableDb, messageId: MessageId): void {
  prepared<[MessageId], never>(db, 'UPDATE due_step SET message_id = NULL WHERE message_id = ?').run(messageId);
  prepared<[MessageId], never>(db, 'DELETE FROM message_document WHERE message_id = ?').run(messageId);
  prepared<[MessageId], never>(db, `DELETE FROM message WHERE id = ? AND state = 'planned'`).run(messageId);
}

/** Keeps the user's edits of a planned message; false when it is not planned any more. The day's plan puts them to use. */
export const saveEdits = (db: WritableDb, messageId: MessageId, edits: MessageEdits): boolean =>
  prepared<[string, MessageId], never>(db, `UPDATE message SET edits = ? WHERE id = ? AND state = 'planned'`).run(JSON.stringify(edits), messageId).changes === 1;

export type FrozenContent = {
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly pdf: { readonly sha256: string; readonly bytes: Uint8Array };
  /** What goes along, such as copies of invoices; the content names each by its hash. */
  readonly enclosures: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  readonly content: string;
  readonly contentSha256: string;
  readonly messageIdHeader: string | null;
  readonly at: string;
};

/** Approval: everything the customer will get is stored unchangeably. False when the message is not planned any more. */
export function approveMessage(db: WritableDb, messageId: MessageId, frozen: FrozenContent): boolean {
  const { pdf, enclosures, ...values } = frozen;
  const store = prepared<[string, string, Uint8Array], never>(db, 'INSERT INTO file (sha256, mime, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  for (const file of [pdf, ...enclosures]) store.run(file.sha256, 'application/pdf', file.bytes);
  const changed = prepared<[Omit<FrozenContent, 'pdf' | 'enclosures'> & { id: MessageId; pdfSha256: string }], never>(
    db,
    `UPDATE message SET state = 'approved', subject = @subject, text = @text, html = @html, pdf_sha256 = @pdfSha256, content = @content, content_sha256 = @contentSha256,
       message_id_header = @messageIdHeader, approved_at = @at WHERE id = @id AND state = 'planned'`,
  ).run({ ...values, pdfSha256: pdf.sha256, id: messageId }).changes;
  if (changed !== 1) return false;
  addEvent(db, messageId, { at: frozen.at, state: 'approved', detail: '' });
  return true;
}

export type StateChange = {
  readonly from: readonly MessageState[];
  readonly to: MessageState;
  readonly at: string;
  readonly detail: string;
  /** When it went out; only for a change to `sent`. */
  readonly sent: { readonly on: PlainDateText; readonly at: string } | null;
  readonly failure: Reason | null;
  readonly isAttempt: boolean;
};

/** Moves an approved message to another state and writes the event; false when it is in none of the states it may come from. */
export function changeState(db: WritableDb, messageId: MessageId, change: StateChange): boolean {
  const from = messageById(db, messageId)?.state;
  if (from === undefined || !change.from.includes(from)) return false;
  prepared<[{ id: MessageId; to: MessageState; sentAt: string | null; sentOn: PlainDateText | null; failure: string | null; attempt: number }], never>(
    db,
    `UPDATE message SET state = @to, failure = @failure, attempts = attempts + @attempt, sent_at = coalesce(@sentAt, sent_at), sent_on = coalesce(@sentOn, sent_on) WHERE id = @id`,
  ).run({
    id: messageId,
    to: change.to,
    sentAt: change.sent?.at ?? null,
    sentOn: change.sent?.on ?? null,
    failure: change.failure === null ? null : JSON.stringify(change.failure),
    attempt: change.isAttempt ? 1 : 0,
  });
  addEvent(db, messageId, { at: change.at, state: change.to, detail: change.detail });
  settleDueSteps(db, messageId, change);
  return true;
}

function settleDueSteps(db: WritableDb, messageId: MessageId, change: StateChange): void {
  if (change.to === 'sent') prepared<[string, MessageId], never>(db, `UPDATE due_step SET state = 'sent', decided_at = ? WHERE message_id = ?`).run(change.at, messageId);
  if (change.to === 'cancelled') prepared<[MessageId], never>(db, `UPDATE due_step SET state = 'due', message_id = NULL, decided_at = NULL WHERE message_id = ?`).run(messageId);
}

export const storedFile = (db: ReadableDb, sha256: string): Uint8Array | null =>
  prepared<[string], { bytes: Uint8Array }>(db, 'SELECT bytes FROM file WHERE sha256 = ?').get(sha256)?.bytes ?? null;

/** When the latest message of a step about any of these documents went out, or may have. */
export function latestMessageOn(db: ReadableDb, step: string, documentIds: readonly DocumentId[]): PlainDateText | null {
  const statement = prepared<[string, DocumentId], { day: PlainDateText | null }>(
    db,
    `SELECT max(coalesce(m.sent_on, m.planned_on)) AS day FROM message m JOIN message_document md ON md.message_id = m.id
     WHERE m.step = ? AND md.document_id = ? AND m.state IN ('approved', 'sending', 'sent', 'unconfirmed')`,
  );
  return documentIds.reduce<PlainDateText | null>((latest, id) => {
    const day = statement.get(step, id)?.day ?? null;
    return day !== null && (latest === null || day > latest) ? day : latest;
  }, null);
}

/** Number of e-mails that went out, or may have, on a day: an attempt of which the end is unknown counts on the day it was made. */
export function mailsSentOn(db: ReadableDb, day: PlainDateText): number {
  return (
    prepared<[PlainDateText, PlainDateText], { count: number }>(
      db,
      `SELECT count(*) AS count FROM message m WHERE m.channel = 'email' AND ((m.state = 'sent' AND m.sent_on = ?) OR (m.state IN ('sending', 'unconfirmed')
         AND EXISTS (SELECT 1 FROM message_event e WHERE e.message_id = m.id AND e.state = 'sending' AND substr(e.at, 1, 10) = ?)))`,
    ).get(day, day)?.count ?? 0
  );
}

/** The moment of the last attempt to send, for a person who says afterwards that it did arrive; null without one. */
export const lastAttemptAt = (db: ReadableDb, messageId: MessageId): string | null => eventsOfMessage(db, messageId).findLast((event) => event.state === 'sending')?.at ?? null;
