/**
 * The tables for typed queries. The migrations are the truth; a test holds every column here against the table it names. Columns with JSON
 * are plain text here: what is read out of them passes a Zod schema of its reader.
 */
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type {
  BankEntryId,
  ContactId,
  CustomerId,
  DisputeId,
  DocumentId,
  DueStepId,
  EntryId,
  HoldId,
  ImportFileId,
  ImportId,
  MessageId,
  OwnAccountId,
  StatementId,
} from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { AccountName } from '../../domain/posting/posting.ts';

export const administration = sqliteTable('administration', {
  id: integer('id').primaryKey(),
  profile: text('profile').notNull(),
  isDemo: integer('is_demo', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
});

export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

export const event = sqliteTable('event', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  actor: text('actor').notNull(),
  kind: text('kind').notNull(),
  subject: text('subject').notNull(),
  subjectId: integer('subject_id'),
  detail: text('detail').notNull(),
});

/** Table `import`; the word is reserved in the language. */
export const imports = sqliteTable('import', {
  id: integer('id').$type<ImportId>().primaryKey(),
  kind: text('kind', { enum: ['invoices', 'bank', 'mixed'] }).notNull(),
  at: text('at').notNull(),
  undoneAt: text('undone_at'),
  problems: integer('problems').notNull(),
});

export const importFile = sqliteTable('import_file', {
  id: integer('id').$type<ImportFileId>().primaryKey(),
  importId: integer('import_id').$type<ImportId>().notNull(),
  name: text('name').notNull(),
  reader: text('reader').notNull(),
  sha256: text('sha256').notNull(),
  size: integer('size').notNull(),
  deflated: blob('deflated', { mode: 'buffer' }).notNull(),
});

export const columnMapping = sqliteTable('column_mapping', {
  signature: text('signature').primaryKey(),
  mapping: text('mapping').notNull(),
  at: text('at').notNull(),
});

export const customer = sqliteTable('customer', {
  id: integer('id').$type<CustomerId>().primaryKey(),
  parentId: integer('parent_id').$type<CustomerId>(),
  matchKey: text('match_key').notNull(),
  name: text('name').notNull(),
  number: text('number').notNull(),
  kind: text('kind', { enum: ['business', 'consumer'] }).notNull(),
  country: text('country').notNull(),
  language: text('language', { enum: ['nl', 'fr', 'en', 'de'] }).notNull(),
  attention: text('attention').notNull(),
  street: text('street').notNull(),
  postcode: text('postcode').notNull(),
  city: text('city').notNull(),
  vatNumber: text('vat_number').notNull(),
  registrationNumber: text('registration_number').notNull(),
  email: text('email').notNull(),
  phone: text('phone').notNull(),
  termDays: integer('term_days'),
  ladder: text('ladder'),
  channel: text('channel', { enum: ['email', 'letter'] }).notNull(),
  insolventOn: text('insolvent_on').$type<PlainDateText>(),
  editedFields: text('edited_fields').notNull(),
  importFileId: integer('import_file_id').$type<ImportFileId>(),
  createdAt: text('created_at').notNull(),
});

export const contact = sqliteTable('contact', {
  id: integer('id').$type<ContactId>().primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  name: text('name').notNull(),
  role: text('role', { enum: ['accounts-payable', 'approver', 'buyer', 'project', 'management', 'legal', 'other'] }).notNull(),
  email: text('email').notNull(),
  phone: text('phone').notNull(),
  language: text('language', { enum: ['nl', 'fr', 'en', 'de'] }),
  isPaymentContact: integer('is_payment_contact', { mode: 'boolean' }).notNull(),
  canReleasePayment: integer('can_release_payment', { mode: 'boolean' }).notNull(),
  removedAt: text('removed_at'),
});

export const customerIban = sqliteTable(
  'customer_iban',
  {
    iban: text('iban').notNull(),
    customerId: integer('customer_id').$type<CustomerId>().notNull(),
    origin: text('origin', { enum: ['match', 'person', 'import'] }).notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.iban, table.customerId] })],
);

export const document = sqliteTable('document', {
  id: integer('id').$type<DocumentId>().primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  kind: text('kind', { enum: ['invoice', 'creditNote', 'claim'] }).notNull(),
  typeCode: text('type_code').notNull(),
  number: text('number').notNull(),
  matchKey: text('match_key').notNull(),
  issueDate: text('issue_date').$type<PlainDateText>().notNull(),
  dueDate: text('due_date').$type<PlainDateText>(),
  dueDateOrigin: text('due_date_origin', { enum: ['stated', 'payment-means', 'terms-text', 'customer-default', 'unknown'] }).notNull(),
  currency: text('currency').notNull(),
  total: integer('total').$type<Cents>().notNull(),
  paymentReference: text('payment_reference'),
  referenceKey: text('reference_key'),
  orderReference: text('order_reference'),
  buyerReference: text('buyer_reference'),
  collectHold: text('collect_hold'),
  creditsNumbers: text('credits_numbers').notNull(),
  importFileId: integer('import_file_id').$type<ImportFileId>(),
  origin: text('origin').notNull(),
  removedAt: text('removed_at'),
});

export const ownAccount = sqliteTable('own_account', {
  id: integer('id').$type<OwnAccountId>().primaryKey(),
  iban: text('iban').notNull(),
  currency: text('currency').notNull(),
  ownership: text('ownership', { enum: ['ours', 'not-ours', 'unknown'] }).notNull(),
});

export const statement = sqliteTable('statement', {
  id: integer('id').$type<StatementId>().primaryKey(),
  ownAccountId: integer('own_account_id').$type<OwnAccountId>().notNull(),
  importFileId: integer('import_file_id').$type<ImportFileId>().notNull(),
  number: text('number'),
  currency: text('currency').notNull(),
  opening: integer('opening').$type<Cents>(),
  closing: integer('closing').$type<Cents>(),
  openingDate: text('opening_date').$type<PlainDateText>(),
  closingDate: text('closing_date').$type<PlainDateText>(),
  addsUp: integer('adds_up', { mode: 'boolean' }).notNull(),
  difference: integer('difference').$type<Cents>().notNull(),
  entries: integer('entries').notNull(),
  removedAt: text('removed_at'),
});

export const bankEntry = sqliteTable('bank_entry', {
  id: integer('id').$type<BankEntryId>().primaryKey(),
  statementId: integer('statement_id').$type<StatementId>().notNull(),
  ownAccountId: integer('own_account_id').$type<OwnAccountId>().notNull(),
  bookDate: text('book_date').$type<PlainDateText>().notNull(),
  valueDate: text('value_date').$type<PlainDateText>(),
  amount: integer('amount').$type<Cents>().notNull(),
  currency: text('currency').notNull(),
  counterIban: text('counter_iban'),
  counterName: text('counter_name'),
  remittance: text('remittance').notNull(),
  structuredRef: text('structured_ref'),
  structuredIssuer: text('structured_issuer'),
  endToEndId: text('end_to_end_id'),
  mandateId: text('mandate_id'),
  returnReason: text('return_reason'),
  bankRef: text('bank_ref'),
  entryKey: text('entry_key').notNull(),
  weakKey: text('weak_key').notNull(),
  occurrence: integer('occurrence').notNull(),
  raw: text('raw').notNull(),
  origin: text('origin').notNull(),
  customerId: integer('customer_id').$type<CustomerId>(),
  parkedReason: text('parked_reason'),
  parkedUntil: text('parked_until').$type<PlainDateText>(),
  removedAt: text('removed_at'),
});

export const journalEntry = sqliteTable('journal_entry', {
  id: integer('id').$type<EntryId>().primaryKey(),
  kind: text('kind').notNull(),
  effectiveDate: text('effective_date').$type<PlainDateText>().notNull(),
  recordedAt: text('recorded_at').notNull(),
  currency: text('currency').notNull(),
  reversesId: integer('reverses_id').$type<EntryId>(),
  importId: integer('import_id').$type<ImportId>(),
  actor: text('actor', { enum: ['program', 'person'] }).notNull(),
  reason: text('reason').notNull(),
});

/** `cents` is positive for a debit, negative for a credit. */
export const posting = sqliteTable('posting', {
  id: integer('id').primaryKey(),
  entryId: integer('entry_id').$type<EntryId>().notNull(),
  account: text('account').$type<AccountName>().notNull(),
  documentId: integer('document_id').$type<DocumentId>(),
  bankEntryId: integer('bank_entry_id').$type<BankEntryId>(),
  ownAccountId: integer('own_account_id').$type<OwnAccountId>(),
  cents: integer('cents').$type<Cents>().notNull(),
  effectiveDate: text('effective_date').$type<PlainDateText>().notNull(),
});

export const entrySeal = sqliteTable('entry_seal', {
  entryId: integer('entry_id').$type<EntryId>().primaryKey(),
});

export const allocation = sqliteTable(
  'allocation',
  {
    entryId: integer('entry_id').$type<EntryId>().notNull(),
    bankEntryId: integer('bank_entry_id').$type<BankEntryId>(),
    fromDocumentId: integer('from_document_id').$type<DocumentId>(),
    documentId: integer('document_id').$type<DocumentId>().notNull(),
    cents: integer('cents').$type<Cents>().notNull(),
    rule: text('rule').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.documentId] })],
);

export const documentBalance = sqliteTable('document_balance', {
  documentId: integer('document_id').$type<DocumentId>().primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  open: integer('open').$type<Cents>().notNull(),
  settledOn: text('settled_on').$type<PlainDateText>(),
});

export const bankEntryBalance = sqliteTable('bank_entry_balance', {
  bankEntryId: integer('bank_entry_id').$type<BankEntryId>().primaryKey(),
  unmatched: integer('unmatched').$type<Cents>().notNull(),
});

export const salesDay = sqliteTable(
  'sales_day',
  {
    issueDate: text('issue_date').$type<PlainDateText>().notNull(),
    currency: text('currency').notNull(),
    cents: integer('cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueDate, table.currency] })],
);

export const hold = sqliteTable('hold', {
  id: integer('id').$type<HoldId>().primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  documentId: integer('document_id').$type<DocumentId>(),
  reason: text('reason').notNull(),
  until: text('until').$type<PlainDateText>().notNull(),
  createdAt: text('created_at').notNull(),
  endedAt: text('ended_at'),
});

export const dispute = sqliteTable('dispute', {
  id: integer('id').$type<DisputeId>().primaryKey(),
  documentId: integer('document_id').$type<DocumentId>().notNull(),
  cents: integer('cents').$type<Cents>().notNull(),
  reason: text('reason').notNull(),
  openedOn: text('opened_on').$type<PlainDateText>().notNull(),
  resolvedOn: text('resolved_on').$type<PlainDateText>(),
  outcome: text('outcome', { enum: ['credited', 'rejected', 'partly'] }),
});

export const promise = sqliteTable('promise', {
  id: integer('id').primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  promisedOn: text('promised_on').$type<PlainDateText>().notNull(),
  dueOn: text('due_on').$type<PlainDateText>().notNull(),
  cents: integer('cents').$type<Cents>().notNull(),
  cancelledAt: text('cancelled_at'),
});

export const note = sqliteTable('note', {
  id: integer('id').primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  kind: text('kind', { enum: ['note', 'call'] }).notNull(),
  notedOn: text('noted_on').$type<PlainDateText>().notNull(),
  notedAt: text('noted_at').notNull(),
  text: text('text').notNull(),
  reason: text('reason'),
});

export const file = sqliteTable('file', {
  sha256: text('sha256').primaryKey(),
  mime: text('mime').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

export const message = sqliteTable('message', {
  id: integer('id').$type<MessageId>().primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  step: text('step').notNull(),
  plannedOn: text('planned_on').$type<PlainDateText>().notNull(),
  channel: text('channel', { enum: ['email', 'letter'] }).notNull(),
  language: text('language', { enum: ['nl', 'fr', 'en', 'de'] }).notNull(),
  recipient: text('recipient').notNull(),
  recipientName: text('recipient_name').notNull(),
  reference: text('reference').notNull(),
  payBy: text('pay_by').$type<PlainDateText>().notNull(),
  reason: text('reason').notNull(),
  edits: text('edits').notNull(),
  cents: integer('cents').$type<Cents>().notNull(),
  state: text('state', { enum: ['planned', 'approved', 'sending', 'sent', 'failed', 'unconfirmed', 'cancelled'] }).notNull(),
  subject: text('subject'),
  text: text('text'),
  html: text('html'),
  pdfSha256: text('pdf_sha256'),
  content: text('content'),
  contentSha256: text('content_sha256'),
  messageIdHeader: text('message_id_header'),
  approvedAt: text('approved_at'),
  sentAt: text('sent_at'),
  sentOn: text('sent_on').$type<PlainDateText>(),
  attempts: integer('attempts').notNull(),
  failure: text('failure'),
});

export const messageDocument = sqliteTable(
  'message_document',
  {
    messageId: integer('message_id').$type<MessageId>().notNull(),
    documentId: integer('document_id').$type<DocumentId>().notNull(),
    open: integer('open').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.documentId] })],
);

export const dueStep = sqliteTable('due_step', {
  id: integer('id').$type<DueStepId>().primaryKey(),
  documentId: integer('document_id').$type<DocumentId>().notNull(),
  step: text('step').notNull(),
  dueOn: text('due_on').$type<PlainDateText>().notNull(),
  state: text('state', { enum: ['due', 'sent', 'held', 'missed', 'skipped'] }).notNull(),
  messageId: integer('message_id').$type<MessageId>(),
  reason: text('reason').notNull(),
  decidedAt: text('decided_at'),
});

export const messageEvent = sqliteTable('message_event', {
  id: integer('id').primaryKey(),
  messageId: integer('message_id').$type<MessageId>().notNull(),
  at: text('at').notNull(),
  state: text('state').notNull(),
  detail: text('detail').notNull(),
});

export * from './schemaCashApplication.ts';
export * from './schemaBankDoubts.ts';
export * from './schemaLaw.ts';
export * from './schemaPaymentPlans.ts';
export * from './schemaPlanEvents.ts';
export * from './schemaCosts.ts';
export * from './schemaPrintLog.ts';
export * from './schemaLetterTemplates.ts';
export * from './schemaProofs.ts';
export * from './schemaHandover.ts';
export * from './schemaCorrespondence.ts';
