/**
 * Everything a ledger holds as plain tables, for other programs and for the day this one is gone: one CSV text per table, written row by row
 * so that a ledger of any size fits. Amounts stay whole cents and dates YYYY-MM-DD, as stored; stored files go apart.
 */
import { csvCell } from '../../domain/csvCell.ts';
import type { ReadableDb } from '../connection.ts';

export type ExportedTable = {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly string[];
  /** The CSV text in pieces of some hundreds of kilobytes, header row first. */
  readonly pieces: () => Generator<string>;
};

const pieceLength = 500_000;

/** Says only that an entry is complete: every exported entry is. */
const notExported = new Set(['entry_seal']);

type Column = { readonly name: string; readonly type: string };

/** Tables are strict and columns of bytes are left out: what is left is a number, a text or nothing. */
function cellOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'string') return csvCell(value);
  if (value === null) return '';
  throw new TypeError(`a cell of type ${typeof value}`);
}

function* piecesOf(db: ReadableDb, table: string, columns: readonly string[]): Generator<string> {
  let piece = `${columns.map(csvCell).join(',')}\r\n`;
  const list = columns.map((column) => `"${column}"`).join(', ');
  const rows = db.sqlite.prepare<[], unknown[]>(`SELECT ${list} FROM "${table}" ORDER BY 1`).raw().iterate();
  for (const row of rows) {
    piece += `${row.map(cellOf).join(',')}\r\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Every table with its number of rows; columns with the bytes of files are left out. Nothing may be written while pieces are taken. */
export function exportTables(db: ReadableDb): readonly ExportedTable[] {
  const { sqlite } = db;
  const names = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`)
    .pluck()
    .all();
  return names
    .filter((name) => !notExported.has(name))
    .map((name) => {
      const columns = sqlite.prepare<[string], Column>('SELECT name, type FROM pragma_table_info(?)').all(name);
      const shown = columns.filter(({ type }) => type.toUpperCase() !== 'BLOB').map((column) => column.name);
      return {
        name,
        rows: sqlite.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0,
        columns: shown,
        pieces: () => piecesOf(db, name, shown),
      };
    });
}
