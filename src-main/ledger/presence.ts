import type { DocumentId } from '../../src-shared/ids.ts';
import type { ReadableDb } from './connection.ts';
import { prepared } from './statements.ts';

/** Whether there is anything to follow up, and anything to match it with. */
export function holdsSomething(db: ReadableDb): { readonly hasDocuments: boolean; readonly hasBank: boolean } {
  const row = prepared<[], { documents: number; bank: number }>(
    db,
    'SELECT EXISTS (SELECT 1 FROM document WHERE removed_at IS NULL) AS documents, EXISTS (SELECT 1 FROM statement WHERE removed_at IS NULL) AS bank',
  ).get();
  return { hasDocuments: row?.documents === 1, hasBank: row?.bank === 1 };
}

/** Whether nothing was ever booked. */
export const isJournalEmpty = (db: ReadableDb): boolean =>
  prepared<[], { found: 0 | 1 }>(db, 'SELECT EXISTS (SELECT 1 FROM journal_entry) AS found').get()?.found !== 1;

/** A number that grows with every row written through this connection, the only one there is: as long as it stays, so does every answer. */
export const changesSoFar = (db: ReadableDb): number => prepared<[], { changes: number }>(db, 'SELECT total_changes() AS changes').get()?.changes ?? 0;

/** Whether a long write is half done: what is read now may never come to be, and undoing it counts as no change. */
export const isHalfWritten = (db: ReadableDb): boolean => db.sqlite.inTransaction;

/** Names of all customers by id. */
export function customerNames(db: ReadableDb): ReadonlyMap<number, string> {
  return new Map(prepared<[], { id: number; name: string }>(db, 'SELECT id, name FROM customer').all().map((row) => [row.id, row.name]));
}

/** Numbers of some documents by id. */
export function documentNumbers(db: ReadableDb, ids: ReadonlySet<DocumentId>): ReadonlyMap<DocumentId, string> {
  const statement = prepared<[DocumentId], { number: string }>(db, 'SELECT number FROM document WHERE id = ?');
  return new Map([...ids].map((id) => [id, statement.get(id)?.number ?? '']));
}
