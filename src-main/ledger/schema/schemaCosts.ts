/** For which documents costs were asked or booked, for typed queries; the migration is the truth (see schema.ts). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DocumentId, MessageId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';

export const askedCosts = sqliteTable('asked_costs', {
  messageId: integer('message_id').$type<MessageId>().primaryKey(),
  rule: text('rule').notNull(),
  cents: integer('cents').$type<Cents>().notNull(),
});

export const bookedCostsDocument = sqliteTable(
  'booked_costs_document',
  {
    decisionId: integer('decision_id').notNull(),
    documentId: integer('document_id').$type<DocumentId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.documentId] })],
);
