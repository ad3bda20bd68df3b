/** The tables of cash application for typed queries; the migration is the truth (see schema.ts). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BankEntryId, CustomerId, DocumentId, EntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';

export const moneyBack = sqliteTable('money_back', {
  entryId: integer('entry_id').$type<EntryId>().primaryKey(),
  bankEntryId: integer('bank_entry_id').$type<BankEntryId>().notNull(),
  kind: text('kind', { enum: ['return', 'refund'] }).notNull(),
  reversedBankEntryId: integer('reversed_bank_entry_id').$type<BankEntryId>(),
  cents: integer('cents').$type<Cents>().notNull(),
  costCents: integer('cost_cents').$type<Cents>().notNull(),
  claimDocumentId: integer('claim_document_id').$type<DocumentId>(),
});

export const bookedTogether = sqliteTable('booked_together', {
  entryId: integer('entry_id').$type<EntryId>().primaryKey(),
  leadEntryId: integer('lead_entry_id').$type<EntryId>().notNull(),
});

export const learned = sqliteTable(
  'learned',
  {
    kind: text('kind', { enum: ['account', 'name', 'takes-discount', 'deducts-bank-costs', 'leaves-small-difference'] }).notNull(),
    key: text('key').notNull(),
    customerId: integer('customer_id').$type<CustomerId>().notNull(),
    times: integer('times').notNull(),
    maxCents: integer('max_cents').$type<Cents>().notNull(),
    firstAt: text('first_at').notNull(),
    lastAt: text('last_at').notNull(),
    revokedAt: text('revoked_at'),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.customerId] })],
);

export const discountTerm = sqliteTable('discount_term', {
  customerId: integer('customer_id').$type<CustomerId>().primaryKey(),
  basisPoints: integer('basis_points').notNull(),
  days: integer('days').notNull(),
  at: text('at').notNull(),
});
