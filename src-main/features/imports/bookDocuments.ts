/** Carries out the plan for documents: customers, documents and their entries, all inside the transaction of the import. */
import type { Reason } from '../../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, ImportFileId, ImportId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, negateCents, subtractCents } from '../../../src-shared/money.ts';
import type { BookedCustomer } from '../../domain/importPlan/customerBook.ts';
import type { DocumentValues, SettledPart } from '../../domain/importPlan/documentValues.ts';
import type { DocumentOutcome, PlannedDocument } from '../../domain/importPlan/planDocuments.ts';
import {
  booksAdjusted,
  creditNoteIssued,
  creditNoteSetOff,
  invoiceIssued,
  openItemImported,
  type Posting,
} from '../../domain/posting/posting.ts';
import type { Steps, WritableDb } from '../../ledger/connection.ts';
import { addContacts, insertCustomer, updateCustomerFacts } from '../../ledger/customers/customers.ts';
import {
  customersWithNamedCredit,
  type DocumentFields,
  insertDocument,
  insertSetOffAllocation,
  issueEntryOf,
  namesInvoice,
  type OpenDocument,
  openDocumentsOf,
  readDocumentFields,
  saveDocumentFields,
} from '../../ledger/documents/documents.ts';
import { type EntryKind, post, reverseEntry } from '../../ledger/journal.ts';
import { logEvent } from '../../ledger/settings.ts';

export type Booking = {
  readonly importId: ImportId;
  /** Instant at which the import is recorded. */
  readonly at: string;
  readonly today: PlainDateText;
  /** The stored file at a place of the set. */
  readonly fileOf: (place: number) => ImportFileId;
};

type Line = {
  readonly kind: EntryKind;
  readonly on: PlainDateText;
  readonly currency: string;
  readonly reason: Reason;
  readonly postings: readonly Posting[];
};

/** Books a line; one over nothing is no entry. */
function book(db: WritableDb, { importId, at }: Booking, line: Line): ReturnType<typeof post> | null {
  if (line.postings.length === 0) return null;
  const { kind, currency, reason, postings } = line;
  return post(db, { kind, effectiveDate: line.on, recordedAt: at, currency, actor: 'program', reason, importId, postings });
}

const entryKindOf = (values: Pick<DocumentValues, 'kind'>): EntryKind => (values.kind === 'invoice' ? 'invoice' : 'credit-note');

/** The issue of a document over its signed total. */
const issuePostings = (documentId: DocumentId, total: Cents): readonly Posting[] =>
  total < 0 ? creditNoteIssued({ documentId, totalCents: negateCents(total) }) : invoiceIssued({ documentId, totalCents: total });

/** Writes customers once, when the first document needs them. */
function customerWriter(db: WritableDb, booking: Booking): (customer: BookedCustomer, file: number) => CustomerId {
  const written = new Map<number, CustomerId>();
  return (customer, file) => {
    const found = written.get(customer.place);
    if (found !== undefined) return found;
    const { id: known, now, before } = customer;
    const id = known ?? insertCustomer(db, { facts: now, importFileId: booking.fileOf(file), createdAt: booking.at });
    if (known !== null && JSON.stringify(now) !== JSON.stringify(before)) {
      updateCustomerFacts(db, known, now);
      const detail = { importId: booking.importId, before, after: now };
      logEvent(db, { at: booking.at, actor: 'program', kind: 'customer-changed', subject: 'customer', subjectId: known, detail });
    }
    addContacts(db, id, customer.contacts);
    written.set(customer.place, id);
    return id;
  };
}

function bookSettled(
  db: WritableDb,
  booking: Booking,
  settled: { documentId: DocumentId; values: DocumentValues; parts: readonly SettledPart[] },
): void {
  const { documentId, values } = settled;
  for (const part of settled.parts) {
    const { onListDate } = openItemImported({ documentId, totalCents: part.cents, openCents: 0 as Cents });
    const reason = { code: 'imported-settled', params: { number: values.number } };
    book(db, booking, { kind: 'opening-item', on: part.on, currency: values.currency, reason, postings: onListDate });
  }
}

type Fresh = Extract<DocumentOutcome, { kind: 'fresh' }>;
type Changed = Extract<DocumentOutcome, { kind: 'changed' }>;

function bookFresh(
  db: WritableDb,
  booking: Booking,
  fresh: { planned: PlannedDocument; outcome: Fresh; customerId: CustomerId },
): DocumentId {
  const { planned, outcome, customerId } = fresh;
  const { values } = outcome;
  const documentId = insertDocument(db, { values, customerId, importFileId: booking.fileOf(planned.file) });
  const reason = { code: 'imported-document', params: { number: values.number, origin: values.origin } };
  book(db, booking, {
    kind: entryKindOf(values),
    on: values.issueDate,
    currency: values.currency,
    reason,
    postings: issuePostings(documentId, values.total),
  });
  bookSettled(db, booking, { documentId, values, parts: outcome.settled });
  return documentId;
}

/** Replaces what was booked by a counter-entry and a new entry; the row follows, and the audit log keeps both sides. */
function bookChanged(db: WritableDb, booking: Booking, { planned, outcome }: { planned: PlannedDocument; outcome: Changed }): void {
  const { known, change, values } = outcome;
  const before = readDocumentFields(db, known.id);
  if (before === null) throw new Error('a planned document is gone');
  const reason = { code: 'imported-change', params: { number: known.number, origin: values.origin } };
  if (change.rebooked !== null) {
    const { total, issueDate } = change.rebooked;
    const entryId = issueEntryOf(db, known.id);
    if (entryId !== null) {
      const reversed = reverseEntry(db, { entryId, recordedAt: booking.at, actor: 'program', reason, importId: booking.importId });
      if (!reversed.ok) throw new Error(`an entry that counts could not be reversed: ${reversed.error.code}`);
    }
    const postings = issuePostings(known.id, total);
    book(db, booking, { kind: entryKindOf(known), on: issueDate, currency: known.currency, reason, postings });
  }
  if (change.openChange !== 0) {
    const listedOn = planned.listDate ?? booking.today;
    const on = listedOn > values.issueDate ? listedOn : values.issueDate;
    const postings = booksAdjusted({ documentId: known.id, changeCents: change.openChange });
    const listReason = { code: 'imported-list-balance', params: { number: known.number, origin: values.origin } };
    book(db, booking, { kind: 'books-adjustment', on, currency: known.currency, reason: listReason, postings });
  }
  const after: DocumentFields = { ...before, ...change.fields, ...change.rebooked };
  saveDocumentFields(db, known.id, after);
  const detail = { importId: booking.importId, origin: values.origin, before, after, openChange: change.openChange };
  logEvent(db, { at: booking.at, actor: 'program', kind: 'document-changed', subject: 'document', subjectId: known.id, detail });
}

type SetOff = { readonly creditNote: OpenDocument; readonly invoice: OpenDocument; readonly amountCents: Cents };

const smaller = (one: Cents, other: Cents): Cents => (one < other ? one : other);

/** Credit notes against the one invoice each of them names, as far as both are open; at least one of the two is new. */
function setOffs(documents: readonly OpenDocument[], fresh: ReadonlySet<DocumentId>): readonly SetOff[] {
  const open = new Map(documents.map((document) => [document.id, document.open]));
  const openOf = (document: OpenDocument): Cents => open.get(document.id) ?? (0 as Cents);
  const found: SetOff[] = [];
  for (const creditNote of documents.filter(({ kind }) => kind === 'creditNote')) {
    const [invoice, ...others] = documents.filter((one) => one.kind === 'invoice' && namesInvoice(creditNote, one));
    if (invoice === undefined || others.length > 0 || !(fresh.has(invoice.id) || fresh.has(creditNote.id))) continue;
    const amountCents = smaller(negateCents(openOf(creditNote)), openOf(invoice));
    if (amountCents <= 0) continue;
    open.set(invoice.id, subtractCents(openOf(invoice), amountCents));
    open.set(creditNote.id, addCents(openOf(creditNote), amountCents));
    found.push({ creditNote, invoice, amountCents });
  }
  return found;
}

function* bookSetOffs(
  db: WritableDb,
  booking: Booking,
  taken: { customers: ReadonlySet<CustomerId>; fresh: ReadonlySet<DocumentId> },
): Steps<void> {
  const withCredit = customersWithNamedCredit(db);
  for (const customerId of taken.customers) {
    if (!withCredit.has(customerId)) continue;
    for (const { creditNote, invoice, amountCents } of setOffs(openDocumentsOf(db, customerId), taken.fresh)) {
      const on = creditNote.issueDate > invoice.issueDate ? creditNote.issueDate : invoice.issueDate;
      const postings = creditNoteSetOff({ creditNoteId: creditNote.id, invoiceId: invoice.id, amountCents });
      const reason = { code: 'credit-note-names-invoice', params: { creditNote: creditNote.number, number: invoice.number } };
      const entryId = book(db, booking, { kind: 'set-off', on, currency: invoice.currency, reason, postings });
      if (entryId === null) continue;
      insertSetOffAllocation(db, {
        entryId,
        fromDocumentId: creditNote.id,
        documentId: invoice.id,
        cents: amountCents,
        rule: 'credit-note-names-invoice',
      });
    }
    yield;
  }
}

export type BookedDocuments = { readonly documents: number; readonly changed: number; readonly customers: number };

/** Books every new and changed document of the plan, in its order. */
export function* bookDocuments(db: WritableDb, booking: Booking, documents: readonly PlannedDocument[]): Steps<BookedDocuments> {
  const customerIdOf = customerWriter(db, booking);
  const customers = new Set<CustomerId>();
  const newCustomers = new Set<number>();
  const fresh = new Set<DocumentId>();
  let changed = 0;
  for (const planned of documents) {
    const { outcome } = planned;
    if (outcome.kind !== 'fresh' && outcome.kind !== 'changed') continue;
    const customerId = customerIdOf(outcome.customer, planned.file);
    customers.add(customerId);
    if (outcome.customer.id === null) newCustomers.add(outcome.customer.place);
    if (outcome.kind === 'fresh') fresh.add(bookFresh(db, booking, { planned, outcome, customerId }));
    else {
      bookChanged(db, booking, { planned, outcome });
      changed += 1;
    }
    yield;
  }
  yield* bookSetOffs(db, booking, { customers, fresh });
  return { documents: fresh.size, changed, customers: newCustomers.size };
}
