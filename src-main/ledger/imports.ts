/** What was taken in, from which files, and when: the raw bytes are kept, so that every posting can name its file. */
import { type ColumnMapping, zColumnMapping } from '../../src-shared/contract/imports.ts';
import type { DocumentId, EntryId, ImportFileId, ImportId } from '../../src-shared/ids.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { prepared } from './statements.ts';

export type ImportKind = 'invoices' | 'bank' | 'mixed';

/** Opens an import. Everything it books names it. */
export function insertImport(
  db: WritableDb,
  values: { readonly kind: ImportKind; readonly at: string; readonly problems: number },
): ImportId {
  const result = prepared<[string, string, number], never>(db, 'INSERT INTO import (kind, at, problems) VALUES (?, ?, ?)').run(
    values.kind,
    values.at,
    values.problems,
  );
  return Number(result.lastInsertRowid) as ImportId;
}

export type NewImportFile = {
  readonly importId: ImportId;
  readonly name: string;
  readonly reader: string;
  readonly sha256: string;
  readonly size: number;
  /** The file as it came, deflated (raw, without header). */
  readonly deflated: Uint8Array;
};

export function insertImportFile(db: WritableDb, file: NewImportFile): ImportFileId {
  const result = prepared<[ImportId, string, string, string, number, Uint8Array], never>(
    db,
    'INSERT INTO import_file (import_id, name, reader, sha256, size, deflated) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(file.importId, file.name, file.reader, file.sha256, file.size, file.deflated);
  return Number(result.lastInsertRowid) as ImportFileId;
}

/** All remembered mappings by signature of their headers. */
export function readColumnMappings(db: ReadableDb): Readonly<Record<string, ColumnMapping>> {
  const rows = prepared<[], { signature: string; mapping: string }>(db, 'SELECT signature, mapping FROM column_mapping').all();
  return Object.fromEntries(rows.map((row) => [row.signature, zColumnMapping.parse(JSON.parse(row.mapping))]));
}

export function saveColumnMapping(
  db: WritableDb,
  remembered: { readonly signature: string; readonly mapping: ColumnMapping; readonly at: string },
): void {
  prepared<[string, string, string], never>(
    db,
    'INSERT INTO column_mapping (signature, mapping, at) VALUES (?, ?, ?) ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, at = excluded.at',
  ).run(remembered.signature, JSON.stringify(remembered.mapping), remembered.at);
}

export type ImportRow = {
  readonly id: ImportId;
  readonly at: string;
  readonly kind: ImportKind;
  readonly files: readonly string[];
  readonly documents: number;
  readonly bankEntries: number;
  readonly undoneAt: string | null;
  readonly problems: number;
};

/** The newest thousand imports, newest first, undone ones included. Counts are of what was taken in at the time. */
export function readImportHistory(db: ReadableDb): readonly ImportRow[] {
  const rows = prepared<[], Omit<ImportRow, 'files'>>(
    db,
    `SELECT i.id, i.at, i.kind, i.undone_at AS undoneAt, i.problems,
       (SELECT count(*) FROM document d JOIN import_file f ON f.id = d.import_file_id WHERE f.import_id = i.id) AS documents,
       (SELECT count(*) FROM bank_entry e JOIN statement s ON s.id = e.statement_id JOIN import_file f ON f.id = s.import_file_id
         WHERE f.import_id = i.id) AS bankEntries
     FROM import i ORDER BY i.id DESC LIMIT 1000`,
  ).all();
  const filesOf = prepared<[ImportId], { name: string }>(db, 'SELECT name FROM import_file WHERE import_id = ? ORDER BY id LIMIT 20000');
  return rows.map((row) => ({ ...row, files: filesOf.all(row.id).map((file) => file.name) }));
}

/** Null when there is no such import. */
export function readImport(db: ReadableDb, importId: ImportId): { readonly id: ImportId; readonly undoneAt: string | null } | null {
  return (
    prepared<[ImportId], { id: ImportId; undoneAt: string | null }>(db, 'SELECT id, undone_at AS undoneAt FROM import WHERE id = ?').get(
      importId,
    ) ?? null
  );
}

const documentsOf = 'SELECT d.id FROM document d JOIN import_file f ON f.id = d.import_file_id WHERE f.import_id = @importId';
const statementsOf = 'SELECT s.id FROM statement s JOIN import_file f ON f.id = s.import_file_id WHERE f.import_id = @importId';
const bankEntriesOf = `SELECT e.id FROM bank_entry e WHERE e.statement_id IN (${statementsOf})`;

/**
 * Entries that still count and that an undoing takes back, newest first: those of the import itself, and those of anybody that touch a
 * document or a bank entry it brought in.
 */
export function entriesToUndo(db: ReadableDb, importId: ImportId): readonly EntryId[] {
  return prepared<[{ importId: ImportId }], { id: EntryId }>(
    db,
    `WITH touching AS MATERIALIZED (
       SELECT id FROM journal_entry WHERE import_id = @importId
       UNION SELECT entry_id FROM posting WHERE document_id IN (${documentsOf})
       UNION SELECT entry_id FROM posting WHERE bank_entry_id IN (${bankEntriesOf})),
     leads AS MATERIALIZED (SELECT DISTINCT coalesce(t.lead_entry_id, x.id) AS id FROM touching x LEFT JOIN booked_together t ON t.entry_id = x.id)
     SELECT e.id FROM journal_entry e
     WHERE e.id IN (
         SELECT id FROM touching
         UNION SELECT id FROM leads
         UNION SELECT t.entry_id FROM leads l CROSS JOIN booked_together t ON t.lead_entry_id = l.id
         UNION SELECT p.entry_id FROM leads l CROSS JOIN money_back m ON m.entry_id = l.id CROSS JOIN posting p ON p.document_id = m.claim_document_id)
       AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)
     ORDER BY e.id DESC`,
  )
    .all({ importId })
    .map((row) => row.id);
}

/** Marks what the import brought in as removed, so that the same files are new again, and the import as undone. */
export function markImportUndone(db: WritableDb, importId: ImportId, at: string): void {
  const values = { importId, at };
  const run = (sql: string): void => void prepared<[typeof values], never>(db, sql).run(values);
  run(`UPDATE document SET removed_at = @at WHERE removed_at IS NULL AND id IN (${documentsOf})`);
  run(`UPDATE bank_entry SET removed_at = @at WHERE removed_at IS NULL AND id IN (${bankEntriesOf})`);
  run(`UPDATE statement SET removed_at = @at WHERE removed_at IS NULL AND id IN (${statementsOf})`);
  run('UPDATE bank_doubt SET removed_at = @at WHERE removed_at IS NULL AND import_file_id IN (SELECT id FROM import_file WHERE import_id = @importId)');
  run('UPDATE import SET undone_at = @at WHERE id = @importId');
}

/** Entries of documents that are still here which this import had replaced: undoing the import brings them back. */
export function entriesReplacedBy(
  db: ReadableDb,
  importId: ImportId,
): readonly { readonly entryId: EntryId; readonly documentId: DocumentId }[] {
  return prepared<[{ importId: ImportId }], { entryId: EntryId; documentId: DocumentId }>(
    db,
    `SELECT DISTINCT o.id AS entryId, p.document_id AS documentId FROM journal_entry r
     CROSS JOIN journal_entry o ON o.id = r.reverses_id CROSS JOIN posting p ON p.entry_id = o.id AND p.document_id IS NOT NULL
     CROSS JOIN document d ON d.id = p.document_id AND d.removed_at IS NULL
     WHERE r.reverses_id IS NOT NULL AND +r.import_id = @importId AND o.import_id IS NOT @importId AND o.kind IN ('invoice', 'credit-note') ORDER BY o.id`,
  ).all({ importId });
}

/** Documents of other imports that this one changed. */
export function documentsChangedBy(db: ReadableDb, importId: ImportId): readonly DocumentId[] {
  return prepared<[ImportId], { documentId: DocumentId }>(
    db,
    `SELECT DISTINCT subject_id AS documentId FROM event WHERE kind = 'document-changed' AND json_extract(detail, '$.importId') = ?`,
  )
    .all(importId)
    .map((row) => row.documentId);
}

/** What undone imports had changed in a document, from the audit log; the newest change first. */
export function undoneChangesOf(db: ReadableDb, documentId: DocumentId): readonly unknown[] {
  return prepared<[DocumentId], { detail: string }>(
    db,
    `SELECT e.detail FROM event e JOIN import i ON i.id = json_extract(e.detail, '$.importId')
     WHERE e.subject = 'document' AND e.subject_id = ? AND e.kind = 'document-changed' AND i.undone_at IS NOT NULL ORDER BY e.id DESC`,
  )
    .all(documentId)
    .map((row): unknown => JSON.parse(row.detail));
}
