/** Pauses, disputes, promises, notes and contacts: what people decide about customers. Each change is also a line in the audit log. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { ContactId, CustomerId, DisputeId, DocumentId, HoldId, Id } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { addWorkingDays } from '../../domain/calendar/workCalendar.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { readWorkCalendar } from './followUpPlan.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

export type PromiseId = Id<'promise'>;
type At = { readonly at: string };

export type NewHold = At & { readonly customerId: CustomerId; readonly documentId: DocumentId | null; readonly reason: string; readonly until: PlainDateText };

const customerExists = (db: ReadableDb, customerId: CustomerId): boolean => prepared<[CustomerId], { id: number }>(db, 'SELECT id FROM customer WHERE id = ?').get(customerId) !== undefined;
const ownsDocument = (db: ReadableDb, customerId: CustomerId, documentId: DocumentId): boolean =>
  prepared<[DocumentId, CustomerId], { id: number }>(db, 'SELECT id FROM document WHERE id = ? AND customer_id = ?').get(documentId, customerId) !== undefined;

/** Why a pause is refused: `not-found`, or `reason-missing` without a word why; null when it can be made. */
export function holdProblem(db: ReadableDb, hold: NewHold): AppError | null {
  if (!customerExists(db, hold.customerId)) return appError('not-found', { what: 'customer', id: hold.customerId });
  if (hold.documentId !== null && !ownsDocument(db, hold.customerId, hold.documentId)) return appError('not-found', { what: 'document', id: hold.documentId });
  return hold.reason.trim() === '' ? appError('reason-missing') : null;
}

/** Stops follow-up of a customer or one document until and including a day. */
export function addHold(db: WritableDb, hold: NewHold): HoldId {
  const { lastInsertRowid } = prepared<[CustomerId, DocumentId | null, string, string, string], never>(
    db,
    'INSERT INTO hold (customer_id, document_id, reason, until, created_at, ended_at) VALUES (?, ?, ?, ?, ?, NULL)',
  ).run(hold.customerId, hold.documentId, hold.reason, hold.until, hold.at);
  logEvent(db, { at: hold.at, actor: 'person', kind: 'hold', subject: 'customer', subjectId: hold.customerId, detail: { reason: hold.reason, until: hold.until, documentId: hold.documentId } });
  return Number(lastInsertRowid) as HoldId;
}

export function endHold(db: WritableDb, holdId: HoldId, at: string): Result<null, AppError> {
  const row = prepared<[HoldId], { customer_id: CustomerId; reason: string }>(db, 'SELECT customer_id, reason FROM hold WHERE id = ? AND ended_at IS NULL').get(holdId);
  if (row === undefined) return err(appError('not-found', { what: 'hold', id: holdId }));
  prepared<[string, HoldId], never>(db, 'UPDATE hold SET ended_at = ? WHERE id = ?').run(at, holdId);
  logEvent(db, { at, actor: 'person', kind: 'hold-ended', subject: 'customer', subjectId: row.customer_id, detail: { holdId, reason: row.reason } });
  return ok(null);
}

export type RunningHold = { readonly holdId: HoldId; readonly customerId: CustomerId; readonly documentId: DocumentId | null; readonly reason: string; readonly until: PlainDateText };

/** Pauses that have not ended by hand and run until the day or later. */
export function runningHolds(db: ReadableDb, today: PlainDateText, customerId: CustomerId | null): readonly RunningHold[] {
  return prepared<[{ today: PlainDateText; customerId: CustomerId | null }], RunningHold>(
    db,
    `SELECT id AS holdId, customer_id AS customerId, document_id AS documentId, reason, until FROM hold
     WHERE ended_at IS NULL AND until >= @today AND (@customerId IS NULL OR customer_id = @customerId) ORDER BY until`,
  ).all({ today, customerId });
}

export type NewDispute = At & { readonly documentId: DocumentId; readonly cents: Cents; readonly reason: string; readonly openedOn: PlainDateText };

/** Opens a dispute over a part of what is open and not disputed yet; refuses more than that: `not-found`, `not-allowed-now`, `reason-missing`. */
export function openDispute(db: WritableDb, dispute: NewDispute): Result<DisputeId, AppError> {
  const row = prepared<[DocumentId], { customer_id: CustomerId; open: Cents | null; disputed: Cents }>(
    db,
    `SELECT d.customer_id, b.open, (SELECT coalesce(sum(x.cents), 0) FROM dispute x WHERE x.document_id = d.id AND x.resolved_on IS NULL) AS disputed
     FROM document d LEFT JOIN document_balance b ON b.document_id = d.id WHERE d.id = ? AND d.removed_at IS NULL`,
  ).get(dispute.documentId);
  if (row === undefined) return err(appError('not-found', { what: 'document', id: dispute.documentId }));
  if (dispute.cents <= 0 || dispute.cents > (row.open ?? 0) - row.disputed) return err(appError('not-allowed-now', { what: 'dispute', id: dispute.documentId }));
  if (dispute.reason.trim() === '') return err(appError('reason-missing'));
  const { lastInsertRowid } = prepared<[DocumentId, Cents, string, string], never>(
    db,
    'INSERT INTO dispute (document_id, cents, reason, opened_on, resolved_on, outcome) VALUES (?, ?, ?, ?, NULL, NULL)',
  ).run(dispute.documentId, dispute.cents, dispute.reason, dispute.openedOn);
  logEvent(db, { at: dispute.at, actor: 'person', kind: 'dispute', subject: 'customer', subjectId: row.customer_id, detail: { documentId: dispute.documentId, cents: dispute.cents, reason: dispute.reason } });
  return ok(Number(lastInsertRowid) as DisputeId);
}

export function resolveDispute(
  db: WritableDb,
  resolution: At & { readonly disputeId: DisputeId; readonly outcome: 'credited' | 'rejected' | 'partly'; readonly on: PlainDateText },
): Result<null, AppError> {
  const changed = prepared<[string, string, DisputeId], never>(db, 'UPDATE dispute SET resolved_on = ?, outcome = ? WHERE id = ? AND resolved_on IS NULL').run(
    resolution.on,
    resolution.outcome,
    resolution.disputeId,
  ).changes;
  if (changed === 0) return err(appError('not-found', { what: 'dispute', id: resolution.disputeId }));
  logEvent(db, { at: resolution.at, actor: 'person', kind: 'dispute-resolved', subject: 'dispute', subjectId: resolution.disputeId, detail: { outcome: resolution.outcome } });
  return ok(null);
}

export type NewPromise = At & { readonly customerId: CustomerId; readonly promisedOn: PlainDateText; readonly dueOn: PlainDateText; readonly cents: Cents };

/** A promise of the customer to pay an amount by a day; from its day on it is held against what came in. */
export function addPromise(db: WritableDb, promise: NewPromise): Result<PromiseId, AppError> {
  if (!customerExists(db, promise.customerId)) return err(appError('not-found', { what: 'customer', id: promise.customerId }));
  if (promise.cents <= 0 || promise.dueOn < promise.promisedOn) return err(appError('not-allowed-now', { what: 'promise', id: promise.customerId }));
  const { lastInsertRowid } = prepared<[CustomerId, string, string, Cents], never>(
    db,
    'INSERT INTO promise (customer_id, promised_on, due_on, cents, cancelled_at) VALUES (?, ?, ?, ?, NULL)',
  ).run(promise.customerId, promise.promisedOn, promise.dueOn, promise.cents);
  logEvent(db, { at: promise.at, actor: 'person', kind: 'promise', subject: 'customer', subjectId: promise.customerId, detail: { on: promise.dueOn, cents: promise.cents } });
  return ok(Number(lastInsertRowid) as PromiseId);
}

export type PromiseRow = {
  readonly promiseId: PromiseId;
  readonly customerId: CustomerId;
  readonly promisedOn: PlainDateText;
  readonly on: PlainDateText;
  /** The last day on which the money still keeps the promise. */
  readonly deadline: PlainDateText;
  readonly cents: Cents;
  readonly received: Cents;
};

/** Promises with what the customer paid from the day it was made up to its day and the grace in working days (metrics.md §16). */
export function readPromises(db: ReadableDb, customerId: CustomerId | null, graceDays: number): readonly PromiseRow[] {
  const calendar = readWorkCalendar(db);
  const received = prepared<[{ customerId: CustomerId; from: PlainDateText; to: PlainDateText }], { cents: Cents }>(
    db,
    `SELECT coalesce(sum(a.cents), 0) AS cents FROM allocation a JOIN document d ON d.id = a.document_id JOIN journal_entry e ON e.id = a.entry_id
     WHERE d.customer_id = @customerId AND a.bank_entry_id IS NOT NULL AND e.effective_date BETWEEN @from AND @to
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)`,
  );
  return prepared<[{ customerId: CustomerId | null }], Omit<PromiseRow, 'received' | 'deadline'>>(
    db,
    `SELECT p.id AS promiseId, p.customer_id AS customerId, p.promised_on AS promisedOn, p.due_on AS "on", p.cents
     FROM promise p WHERE p.cancelled_at IS NULL AND (@customerId IS NULL OR p.customer_id = @customerId) ORDER BY p.due_on, p.id`,
  )
    .all({ customerId })
    .map((promise) => {
      const deadline = addWorkingDays(promise.on, graceDays, calendar);
      const cents = received.get({ customerId: promise.customerId, from: promise.promisedOn, to: deadline })?.cents ?? (0 as Cents);
      return { ...promise, deadline, received: cents };
    });
}

export type NewNote = At & { readonly customerId: CustomerId; readonly kind: 'note' | 'call'; readonly on: PlainDateText; readonly text: string; readonly reason: string | null };

/** A note or a call; a call is not closed without the reason why the customer does not pay (requirement 44): `reason-missing`. */
export function addNote(db: WritableDb, note: NewNote): Result<null, AppError> {
  if (!customerExists(db, note.customerId)) return err(appError('not-found', { what: 'customer', id: note.customerId }));
  if (note.text.trim() === '' || (note.kind === 'call' && note.reason === null)) return err(appError('reason-missing'));
  prepared<[CustomerId, string, string, string, string, string | null], never>(
    db,
    'INSERT INTO note (customer_id, kind, noted_on, noted_at, text, reason) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(note.customerId, note.kind, note.on, note.at, note.text, note.reason);
  return ok(null);
}

export type Contact = {
  readonly name: string;
  readonly role: 'accounts-payable' | 'approver' | 'buyer' | 'project' | 'management' | 'legal' | 'other';
  readonly email: string;
  readonly phone: string;
  readonly language: 'nl' | 'fr' | 'en' | 'de' | null;
  readonly isPaymentContact: boolean;
  readonly canReleasePayment: boolean;
};
export type StoredContact = Contact & { readonly contactId: ContactId; readonly customerId: CustomerId };
type ContactRow = Omit<StoredContact, 'isPaymentContact' | 'canReleasePayment'> & { isPaymentContact: number; canReleasePayment: number };

/** Contacts of one customer or of all, the payment contact first. */
export function readContacts(db: ReadableDb, customerId: CustomerId | null): readonly StoredContact[] {
  return prepared<[{ customerId: CustomerId | null }], ContactRow>(
    db,
    `SELECT id AS contactId, customer_id AS customerId, name, role, email, phone, language, is_payment_contact AS isPaymentContact, can_release_payment AS canReleasePayment
     FROM contact WHERE removed_at IS NULL AND (@customerId IS NULL OR customer_id = @customerId) ORDER BY is_payment_contact DESC, id`,
  )
    .all({ customerId })
    .map((row) => ({ ...row, isPaymentContact: row.isPaymentContact === 1, canReleasePayment: row.canReleasePayment === 1 }));
}

/** Adds or changes a contact. There is one payment contact per customer: naming a new one unnames the old one. */
export function saveContact(db: WritableDb, change: At & { readonly customerId: CustomerId; readonly contactId: ContactId | null; readonly contact: Contact }): Result<ContactId, AppError> {
  const { contact, customerId, contactId, at } = change;
  if (!customerExists(db, customerId)) return err(appError('not-found', { what: 'customer', id: customerId }));
  if (contactId !== null && prepared<[ContactId, CustomerId], { id: number }>(db, 'SELECT id FROM contact WHERE id = ? AND customer_id = ? AND removed_at IS NULL').get(contactId, customerId) === undefined)
    return err(appError('not-found', { what: 'contact', id: contactId }));
  if (contact.isPaymentContact) {
    prepared<[CustomerId, ContactId | null], never>(db, 'UPDATE contact SET is_payment_contact = 0 WHERE customer_id = ? AND removed_at IS NULL AND id IS NOT ?').run(customerId, contactId);
  }
  const values = [contact.name, contact.role, contact.email, contact.phone, contact.language, contact.isPaymentContact ? 1 : 0, contact.canReleasePayment ? 1 : 0] as const;
  logEvent(db, { at, actor: 'person', kind: 'contact-saved', subject: 'customer', subjectId: customerId, detail: { contactId, contact } });
  if (contactId === null) {
    const insert = prepared<unknown[], never>(
      db,
      'INSERT INTO contact (name, role, email, phone, language, is_payment_contact, can_release_payment, customer_id, removed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)',
    );
    return ok(Number(insert.run(...values, customerId).lastInsertRowid) as ContactId);
  }
  const update = prepared<unknown[], never>(
    db,
    'UPDATE contact SET name = ?, role = ?, email = ?, phone = ?, language = ?, is_payment_contact = ?, can_release_payment = ? WHERE id = ? AND customer_id = ? AND removed_at IS NULL',
  );
  update.run(...values, contactId, customerId);
  return ok(contactId);
}

export function removeContact(db: WritableDb, contactId: ContactId, at: string): Result<null, AppError> {
  const row = prepared<[ContactId], { customerId: CustomerId; name: string; email: string }>(db, 'SELECT customer_id AS customerId, name, email FROM contact WHERE id = ? AND removed_at IS NULL').get(contactId);
  if (row === undefined) return err(appError('not-found', { what: 'contact', id: contactId }));
  prepared<[string, ContactId], never>(db, 'UPDATE contact SET removed_at = ?, is_payment_contact = 0 WHERE id = ?').run(at, contactId);
  logEvent(db, { at, actor: 'person', kind: 'contact-removed', subject: 'customer', subjectId: row.customerId, detail: { contactId, name: row.name, email: row.email } });
  return ok(null);
}
