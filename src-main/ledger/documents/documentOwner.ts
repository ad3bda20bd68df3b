import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

/** Whether a document is this customer's and still counts. */
export const isDocumentOf = (db: ReadableDb, documentId: DocumentId, customerId: CustomerId): boolean =>
  prepared<[DocumentId, CustomerId], { found: number }>(db, 'SELECT 1 AS found FROM document WHERE id = ? AND customer_id = ? AND removed_at IS NULL').get(documentId, customerId) !== undefined;
