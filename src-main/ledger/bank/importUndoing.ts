/**
 * What undoing an import reads and marks, in pages: an import may have brought in hundreds of thousands of bookings, and no single question
 * about all of them may hold up the windows.
 */
import type { DocumentId, EntryId, ImportId } from '../../../src-shared/ids.ts';
import type { ReadableDb, Steps, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';
import { splitPartsOf } from './storedBatches.ts';

/** Rows of one page. */
const pageSize = 250;

type Ids = { readonly ids: string };
type Id = { readonly id: number };

const idsOf = (rows: readonly Id[]): string => JSON.stringify(rows.map((row) => row.id));
/** A list too long for one question, in pages. */
function* pagesOf(ids: Iterable<number>): Generator<string, void, undefined> {
  let page: number[] = [];
  for (const id of ids) {
    if (page.push(id) < pageSize) continue;
    yield JSON.stringify(page);
    page = [];
  }
  if (page.length > 0) yield JSON.stringify(page);
}

const filesOf = (db: ReadableDb, importId: ImportId): readonly Id[] => prepared<[ImportId], Id>(db, 'SELECT id FROM import_file WHERE import_id = ? ORDER BY id').all(importId);

/** The rows of a table that belong to one row of another, in pages of ids. The ending of the SQL: `<column> = ?`. */
function* rowsUnder(db: ReadableDb, from: string, owner: number): Generator<string, void, undefined> {
  const read = prepared<[number, number, number], Id>(db, `SELECT id FROM ${from} = ? AND id > ? ORDER BY id LIMIT ?`);
  for (let last = 0; ; ) {
    const rows = read.all(owner, last, pageSize);
    if (rows.length > 0) yield idsOf(rows);
    if (rows.length < pageSize) return;
    last = rows.at(-1)?.id ?? last;
  }
}

function* documentsOf(db: ReadableDb, importId: ImportId): Generator<string, void, undefined> {
  for (const { id } of filesOf(db, importId)) yield* rowsUnder(db, 'document INDEXED BY document_import_file WHERE import_file_id', id);
}
function* statementsOf(db: ReadableDb, importId: ImportId): Generator<string, void, undefined> {
  for (const { id } of filesOf(db, importId)) yield* rowsUnder(db, 'statement INDEXED BY statement_import_file WHERE import_file_id', id);
}
function* doubtsOf(db: ReadableDb, importId: ImportId): Generator<string, void, undefined> {
  for (const { id } of filesOf(db, importId)) yield* rowsUnder(db, 'bank_doubt INDEXED BY bank_doubt_file WHERE import_file_id', id);
}

/** The bank entries that an import brought in, also those that took the place of a booking stored before, in pages: each a list of ids in JSON. */
export function* bankEntriesOf(db: ReadableDb, importId: ImportId): Generator<string, void, undefined> {
  const inStatement = prepared<[Ids], Id>(db, 'SELECT value AS id FROM json_each(@ids)');
  for (const ids of statementsOf(db, importId)) {
    for (const { id } of inStatement.all({ ids })) yield* rowsUnder(db, 'bank_entry INDEXED BY bank_entry_statement WHERE statement_id', id);
  }
  yield* pagesOf(splitPartsOf(db, importId).map(({ id }) => id));
}

/** Entries of the import, and those of anybody that touch a document or a bank entry it brought in. */
function* touching(db: ReadableDb, importId: ImportId): Steps<ReadonlySet<number>> {
  const found = new Set<number>();
  const take = (rows: readonly Id[]): void => rows.forEach(({ id }) => found.add(id));
  for (const ids of rowsUnder(db, 'journal_entry INDEXED BY journal_entry_import WHERE import_id', importId)) {
    take(prepared<[Ids], Id>(db, 'SELECT value AS id FROM json_each(@ids)').all({ ids }));
    yield;
  }
  const ofDocuments = prepared<[Ids], Id>(db, 'SELECT DISTINCT p.entry_id AS id FROM json_each(@ids) x CROSS JOIN posting p ON p.document_id = x.value');
  for (const ids of documentsOf(db, importId)) {
    take(ofDocuments.all({ ids }));
    yield;
  }
  const ofBankEntries = prepared<[Ids], Id>(db, 'SELECT DISTINCT p.entry_id AS id FROM json_each(@ids) x CROSS JOIN posting p ON p.bank_entry_id = x.value');
  for (const ids of bankEntriesOf(db, importId)) {
    take(ofBankEntries.all({ ids }));
    yield;
  }
  return found;
}

/** What was decided together with these entries, and the claims that went with it. */
const decidedTogether = `WITH leads AS MATERIALIZED (SELECT DISTINCT coalesce(t.lead_entry_id, x.value) AS id FROM json_each(@ids) x LEFT JOIN booked_together t ON t.entry_id = x.value)
  SELECT id FROM leads
  UNION SELECT t.entry_id FROM leads l CROSS JOIN booked_together t ON t.lead_entry_id = l.id
  UNION SELECT p.entry_id FROM leads l CROSS JOIN money_back m NOT INDEXED ON m.entry_id = l.id CROSS JOIN posting p ON p.document_id = m.claim_document_id`;

const stillCounting = `SELECT e.id FROM json_each(@ids) x CROSS JOIN journal_entry e ON e.id = x.value
  WHERE e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)`;

/**
 * Entries that still count and that an undoing takes back, newest first: those of the import itself, and those of anybody that touch a
 * document or a bank entry it brought in, with what was decided together with them.
 */
export function* entriesToUndo(db: ReadableDb, importId: ImportId): Steps<readonly EntryId[]> {
  const touched = yield* touching(db, importId);
  const together = new Set(touched);
  for (const ids of pagesOf(touched)) {
    for (const { id } of prepared<[Ids], Id>(db, decidedTogether).all({ ids })) together.add(id);
    yield;
  }
  const counting: EntryId[] = [];
  for (const ids of pagesOf(together)) {
    for (const { id } of prepared<[Ids], { id: EntryId }>(db, stillCounting).all({ ids })) counting.push(id);
    yield;
  }
  return counting.sort((one, other) => other - one);
}

/** Marks what the import brought in as removed, so that the same files are new again, and the import as undone. */
export function* markImportUndone(db: WritableDb, importId: ImportId, at: string): Steps<void> {
  const mark = function* (table: string, pages: Iterable<string>): Steps<void> {
    for (const ids of pages) {
      const values = { at, ids };
      prepared<[typeof values], never>(db, `UPDATE ${table} SET removed_at = @at WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(@ids))`).run(values);
      yield;
    }
  };
  yield* mark('document', documentsOf(db, importId));
  yield* mark('bank_entry', bankEntriesOf(db, importId));
  yield* mark('statement', statementsOf(db, importId));
  yield* mark('bank_doubt', doubtsOf(db, importId));
  prepared<[string, ImportId], never>(db, 'UPDATE import SET undone_at = ? WHERE id = ?').run(at, importId);
}

/** An entry of a document that is still here which an import had replaced: undoing the import brings it back. */
export type ReplacedEntry = { readonly entryId: EntryId; readonly documentId: DocumentId };

/** Oldest first. */
export function* entriesReplacedBy(db: ReadableDb, importId: ImportId): Steps<readonly ReplacedEntry[]> {
  const read = prepared<[Ids & { importId: ImportId }], ReplacedEntry>(
    db,
    `SELECT DISTINCT o.id AS entryId, p.document_id AS documentId FROM json_each(@ids) x CROSS JOIN journal_entry r ON r.id = x.value
     CROSS JOIN journal_entry o ON o.id = r.reverses_id CROSS JOIN posting p ON p.entry_id = o.id AND p.document_id IS NOT NULL
     CROSS JOIN document d ON d.id = p.document_id AND d.removed_at IS NULL
     WHERE o.import_id IS NOT @importId AND o.kind IN ('invoice', 'credit-note')`,
  );
  const replaced: ReplacedEntry[] = [];
  for (const ids of rowsUnder(db, 'journal_entry INDEXED BY journal_entry_import WHERE import_id', importId)) {
    replaced.push(...read.all({ ids, importId }));
    yield;
  }
  return replaced.sort((one, other) => one.entryId - other.entryId || one.documentId - other.documentId);
}

/** The entry of a document that an import had replaced; null when it replaced none. */
export const entryReplacedBy = (db: ReadableDb, importId: ImportId, documentId: DocumentId): EntryId | null =>
  prepared<[{ importId: ImportId; documentId: DocumentId }], { id: EntryId }>(
    db,
    `SELECT DISTINCT o.id FROM posting p CROSS JOIN journal_entry o ON o.id = p.entry_id CROSS JOIN journal_entry r ON r.reverses_id = o.id
     WHERE p.document_id = @documentId AND r.import_id = @importId AND o.import_id IS NOT @importId AND o.kind IN ('invoice', 'credit-note') ORDER BY o.id LIMIT 1`,
  ).get({ importId, documentId })?.id ?? null;

/** Documents of other imports that this one changed, in the order of the changes. */
export function* documentsChangedBy(db: ReadableDb, importId: ImportId): Steps<readonly DocumentId[]> {
  const read = prepared<[number, number], { id: number; documentId: DocumentId; importId: number | null }>(
    db,
    `SELECT id, subject_id AS documentId, json_extract(detail, '$.importId') AS importId FROM event INDEXED BY event_kind WHERE kind = 'document-changed' AND id > ? ORDER BY id LIMIT ?`,
  );
  const changed = new Set<DocumentId>();
  for (let last = 0; ; ) {
    const rows = read.all(last, pageSize);
    for (const row of rows) if (row.importId === importId) changed.add(row.documentId);
    if (rows.length < pageSize) return [...changed];
    last = rows.at(-1)?.id ?? last;
    yield;
  }
}
