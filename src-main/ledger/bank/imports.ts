/** What was taken in, from which files, and when: the raw bytes are kept, so that every posting can name its file. */
import { type ColumnMapping, zColumnMapping } from '../../../src-shared/contract/imports.ts';
import type { DocumentId, ImportFileId, ImportId } from '../../../src-shared/ids.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

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
