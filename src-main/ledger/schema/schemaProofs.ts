/** Proofs and corrections of postings for typed queries; the migration is the truth (see schema.ts). */
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CustomerId, DocumentId, MessageId, ProofId } from '../../../src-shared/ids.ts';

export const proof = sqliteTable('proof', {
  id: integer('id').$type<ProofId>().primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  documentId: integer('document_id').$type<DocumentId>(),
  messageId: integer('message_id').$type<MessageId>(),
  kind: text('kind', { enum: ['delivery', 'sending', 'other'] }).notNull(),
  name: text('name').notNull(),
  mime: text('mime', { enum: ['application/pdf', 'image/png', 'image/jpeg'] }).notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  deflated: blob('deflated', { mode: 'buffer' }).notNull(),
  pages: text('pages').notNull(),
  isEnclosed: integer('is_enclosed', { mode: 'boolean' }).notNull(),
  addedAt: text('added_at').notNull(),
  removedAt: text('removed_at'),
});

export const postingCorrection = sqliteTable('posting_correction', {
  id: integer('id').primaryKey(),
  messageId: integer('message_id').$type<MessageId>().notNull(),
  postedOn: text('posted_on').notNull(),
  postedAt: text('posted_at').notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
});
