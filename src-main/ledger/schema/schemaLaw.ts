/** The tables of the law for typed queries; the migration is the truth (see schema.ts). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, EntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';

export const lawRate = sqliteTable('law_rate', {
  id: integer('id').primaryKey(),
  series: text('series', { enum: ['nl-trade', 'nl-statutory', 'be-trade', 'be-trade-before-2013', 'be-civil'] }).notNull(),
  fromDate: text('from_date').$type<PlainDateText>().notNull(),
  percent: text('percent').notNull(),
  source: text('source').notNull(),
  at: text('at').notNull(),
});

export const customerLaw = sqliteTable('customer_law', {
  customerId: integer('customer_id').$type<CustomerId>().primaryKey(),
  isTreatedAsConsumer: integer('is_treated_as_consumer', { mode: 'boolean' }).notNull(),
  isTermAgreed: integer('is_term_agreed', { mode: 'boolean' }),
  interestPercent: text('interest_percent'),
  isSimple: integer('is_simple', { mode: 'boolean' }).notNull(),
  afterPayment: text('after_payment', { enum: ['keep', 'waive'] }),
  changedAt: text('changed_at').notNull(),
});

export const claimDecision = sqliteTable('claim_decision', {
  id: integer('id').primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  documentId: integer('document_id').$type<DocumentId>(),
  what: text('what', { enum: ['interest', 'costs'] }).notNull(),
  decision: text('decision', { enum: ['waive', 'keep', 'book'] }).notNull(),
  cents: integer('cents').$type<Cents>().notNull(),
  working: text('working').notNull(),
  reason: text('reason').notNull(),
  entryId: integer('entry_id').$type<EntryId>(),
  claimDocumentId: integer('claim_document_id').$type<DocumentId>(),
  decidedOn: text('decided_on').$type<PlainDateText>().notNull(),
  at: text('at').notNull(),
});
