/** What letters outside the ladders list, for typed queries; the migration is the truth (see schema.ts). */
import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { DocumentId, MessageId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';

export const correspondenceDocument = sqliteTable(
  'correspondence_document',
  {
    messageId: integer('message_id').$type<MessageId>().notNull(),
    documentId: integer('document_id').$type<DocumentId>().notNull(),
    open: integer('open').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.documentId] })],
);
