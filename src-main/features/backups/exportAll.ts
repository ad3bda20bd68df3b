import { exportTables } from '../../ledger/exportTables.ts';
import type { ReadableDb } from '../../ledger/connection.ts';

/** A file of the export; `pieces` hands its text out bit by bit, and may be asked for once more. */
export type ExportedFile = { readonly name: string; readonly rows: number | null; readonly mime: string; readonly pieces: () => Iterable<string> };

const explanation = (tables: readonly { readonly name: string; readonly rows: number }[]): string =>
  [
    'Termijn: de hele administratie als tabellen / the whole administration as tables',
    '',
    'CSV, UTF-8, komma als scheiding; bedragen in hele centen; datums JJJJ-MM-DD; tijden in UTC.',
    'CSV, UTF-8, separated by commas; amounts in whole cents; dates YYYY-MM-DD; times in UTC.',
    'Een tekst die een rekenblad als formule zou lezen, begint met een apostrof. / A text that a spreadsheet would take for a formula starts with an apostrophe.',
    '',
    ...tables.map(({ name, rows }) => `${name}.csv: ${rows}`),
    '',
  ].join('\r\n');

/** Everything the ledger holds as files that any program can read, with a page that says what they are. */
export function exportAll(db: ReadableDb): readonly ExportedFile[] {
  const tables = exportTables(db);
  const files = tables.map(({ name, rows, pieces }): ExportedFile => ({ name: `${name}.csv`, rows, mime: 'text/csv', pieces }));
  return [{ name: 'README.txt', rows: null, mime: 'text/plain', pieces: () => [explanation(tables)] }, ...files];
}
