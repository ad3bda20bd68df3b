/** The review list of doubtful bookings for typed queries; the migration is the truth (see schema.ts). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankDoubtId, ImportFileId, OwnAccountId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';

export const bankDoubt = sqliteTable('bank_doubt', {
  id: integer('id').$type<BankDoubtId>().primaryKey(),
  importFileId: integer('import_file_id').$type<ImportFileId>().notNull(),
  ownAccountId: integer('own_account_id').$type<OwnAccountId>().notNull(),
  entryKey: text('entry_key').notNull(),
  occurrence: integer('occurrence').notNull(),
  twinKey: text('twin_key').notNull(),
  twinOccurrence: integer('twin_occurrence').notNull(),
  bookDate: text('book_date').$type<PlainDateText>().notNull(),
  amount: integer('amount').$type<Cents>().notNull(),
  currency: text('currency').notNull(),
  facts: text('facts').notNull(),
  bookings: text('bookings').notNull(),
  verdict: text('verdict', { enum: ['same', 'new'] }),
  decidedAt: text('decided_at'),
  removedAt: text('removed_at'),
});
