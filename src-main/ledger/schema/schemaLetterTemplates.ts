/** The versions of letter templates for typed queries; the migration is the truth (see schema.ts). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { LetterKind } from '../../../src-shared/letterTemplate.ts';

export const letterTemplate = sqliteTable('letter_template', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<LetterKind>().notNull(),
  language: text('language').$type<LetterLanguage>().notNull(),
  country: text('country', { enum: ['NL', 'BE'] }).notNull(),
  customerKind: text('customer_kind', { enum: ['business', 'consumer'] }).notNull(),
  version: integer('version').notNull(),
  words: text('words'),
  at: text('at').notNull(),
});
