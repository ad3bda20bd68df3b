/** What a dossier needs beside the facts that other pages read: the stored original of an invoice, and all messages of a customer as sent. */
import { inflateRawSync } from 'node:zlib';
import type { CustomerId, DocumentId, MessageId } from '../../../src-shared/ids.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

/** Larger originals are lists or archives, never one invoice. */
const largestOriginal = 10_000_000;

/** The file an invoice came in with, when that file holds this one document only. */
export function originalOf(db: ReadableDb, documentId: DocumentId): { readonly name: string; readonly bytes: Uint8Array } | null {
  const row = prepared<[DocumentId], { name: string; size: number; deflated: Buffer; documents: number }>(
    db,
    `SELECT f.name, f.size, f.deflated, (SELECT count(*) FROM document o WHERE o.import_file_id = f.id) AS documents
     FROM document d JOIN import_file f ON f.id = d.import_file_id WHERE d.id = ?`,
  ).get(documentId);
  if (row === undefined || row.documents !== 1 || row.size > largestOriginal) return null;
  return { name: row.name, bytes: inflateRawSync(row.deflated, { maxOutputLength: largestOriginal }) };
}

/** Messages that went out or may have, oldest first. */
export const sentMessagesOf = (db: ReadableDb, customerId: CustomerId): readonly MessageId[] =>
  prepared<[CustomerId], { id: MessageId }>(db, `SELECT id FROM message WHERE customer_id = ? AND state IN ('sent', 'unconfirmed') ORDER BY coalesce(sent_at, approved_at), id`)
    .all(customerId)
    .map(({ id }) => id);
