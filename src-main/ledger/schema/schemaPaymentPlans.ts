/** The tables of payment plans, of our own direct debits and of bookings that were taken apart later for typed queries; the migration is the truth (see schema.ts). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DirectDebitOrderId, DocumentId, EntryId, ImportFileId, PaymentPlanId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';

export const paymentPlan = sqliteTable('payment_plan', {
  id: integer('id').$type<PaymentPlanId>().primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  reference: text('reference').notNull(),
  currency: text('currency').notNull(),
  agreedOn: text('agreed_on').$type<PlainDateText>().notNull(),
  signBy: text('sign_by').$type<PlainDateText>().notNull(),
  isInterestWaived: integer('is_interest_waived', { mode: 'boolean' }).notNull(),
  afterEntryId: integer('after_entry_id').$type<EntryId>().notNull(),
  at: text('at').notNull(),
});

export const paymentPlanDocument = sqliteTable(
  'payment_plan_document',
  {
    paymentPlanId: integer('payment_plan_id').$type<PaymentPlanId>().notNull(),
    documentId: integer('document_id').$type<DocumentId>().notNull(),
    open: integer('open').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.paymentPlanId, table.documentId] })],
);

export const paymentPlanInstalment = sqliteTable(
  'payment_plan_instalment',
  {
    paymentPlanId: integer('payment_plan_id').$type<PaymentPlanId>().notNull(),
    position: integer('position').notNull(),
    dueOn: text('due_on').$type<PlainDateText>().notNull(),
    cents: integer('cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.paymentPlanId, table.position] })],
);

export const paymentPlanEnd = sqliteTable('payment_plan_end', {
  paymentPlanId: integer('payment_plan_id').$type<PaymentPlanId>().primaryKey(),
  kind: text('kind', { enum: ['ended', 'cancelled'] }).notNull(),
  reason: text('reason').notNull(),
  endedOn: text('ended_on').$type<PlainDateText>().notNull(),
  at: text('at').notNull(),
});

export const directDebitOrder = sqliteTable('direct_debit_order', {
  id: integer('id').$type<DirectDebitOrderId>().primaryKey(),
  message: text('message').notNull(),
  account: text('account').notNull(),
  fileName: text('file_name').notNull(),
  at: text('at').notNull(),
});

export const directDebit = sqliteTable('direct_debit', {
  id: integer('id').primaryKey(),
  orderId: integer('direct_debit_order_id').$type<DirectDebitOrderId>().notNull(),
  documentId: integer('document_id').$type<DocumentId>().notNull(),
  endToEndId: text('end_to_end_id').notNull(),
  cents: integer('cents').$type<Cents>().notNull(),
  currency: text('currency').notNull(),
  collectOn: text('collect_on').$type<PlainDateText>(),
  mandateId: text('mandate_id'),
  debtorIban: text('debtor_iban'),
});

export const directDebitWithdrawal = sqliteTable('direct_debit_withdrawal', {
  orderId: integer('direct_debit_order_id').$type<DirectDebitOrderId>().primaryKey(),
  at: text('at').notNull(),
});

export const batchSplit = sqliteTable('batch_split', {
  id: integer('id').primaryKey(),
  bankEntryId: integer('bank_entry_id').$type<BankEntryId>().notNull(),
  importFileId: integer('import_file_id').$type<ImportFileId>().notNull(),
  at: text('at').notNull(),
});

export const batchSplitPart = sqliteTable('batch_split_part', {
  bankEntryId: integer('bank_entry_id').$type<BankEntryId>().primaryKey(),
  batchSplitId: integer('batch_split_id').notNull(),
});
