/** The print log for typed queries; the migration is the truth (see schema.ts). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MessageId, PrintRunId } from '../../../src-shared/ids.ts';

export const printRun = sqliteTable('print_run', {
  id: integer('id').$type<PrintRunId>().primaryKey(),
  at: text('at').notNull(),
  kind: text('kind', { enum: ['ordinary', 'registered'] }).notNull(),
  carrier: text('carrier', { enum: ['PostNL', 'bpost'] }),
  isDuplex: integer('is_duplex', { mode: 'boolean' }).notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  pages: integer('pages').notNull(),
});

export const printRunMessage = sqliteTable(
  'print_run_message',
  {
    printRunId: integer('print_run_id').$type<PrintRunId>().notNull(),
    messageId: integer('message_id').$type<MessageId>().notNull(),
    position: integer('position').notNull(),
    firstPage: integer('first_page').notNull(),
    pages: integer('pages').notNull(),
  },
  (table) => [primaryKey({ columns: [table.printRunId, table.messageId] })],
);
