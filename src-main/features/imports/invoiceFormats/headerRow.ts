/** Where a list begins: the row of column names below a title, a company name and a period, and the date for which the list is valid. */
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { type DateOrder, readDateCell } from './cellValues.ts';
import { isKnownHeader } from './headerSynonyms.ts';
import { isBlankRow, type RawTable, type TableRow } from './rawTable.ts';

const searchedRows = 20;

const knownHeaders = (row: TableRow): number => row.cells.filter((cell) => cell.kind === 'text' && isKnownHeader(cell.text)).length;

/**
 * The index of the header row: the first of the first twenty rows with at least three known names and a row with data below it, else the
 * one with the most known names (at least two). Null when there is none.
 */
export function findHeaderRow(table: RawTable): number | null {
  let best: { index: number; hits: number } | null = null;
  const rows = table.rows.slice(0, searchedRows);
  for (const [index, row] of rows.entries()) {
    const hits = knownHeaders(row);
    const next = table.rows.slice(index + 1, index + 4).find((candidate) => !isBlankRow(candidate));
    const hasData = next !== undefined && next.cells.filter((cell) => cell.text !== '').length >= 2 && knownHeaders(next) < 2;
    if (hits >= 3 && hasData) return index;
    if (hits >= 2 && (best === null || hits > best.hits)) best = { index, hits };
  }
  return best?.index ?? null;
}

/** The columns under a header row, each with its name; columns without any name and any content are left in place to keep the indexes. */
export type TableColumns = { readonly headers: readonly string[]; readonly rows: readonly TableRow[]; readonly headerLine: number };

export function columnsUnder(table: RawTable, headerIndex: number): TableColumns {
  const header = table.rows[headerIndex];
  return {
    headers: header?.cells.map((cell) => cell.text) ?? [],
    rows: table.rows.slice(headerIndex + 1).filter((row) => !isBlankRow(row)),
    headerLine: header?.line ?? 1,
  };
}

/** Everything above the header row as text. */
export const preambleText = (table: RawTable, headerIndex: number): string =>
  table.rows
    .slice(0, headerIndex)
    .flatMap((row) => row.cells.map((cell) => cell.text))
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, 5_000);

const validOn =
  /\b(?:per|peildatum|openstaand op|as of|as at|au|am|stand)\b[^0-9\p{L}\n]{0,12}(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} \p{L}{3,10} \d{4}|\p{L}{3,10} \d{1,2}, \d{4})/iu;

/** The date for which a list was drawn up ("per 31-12-2025"), from what stands above it. */
export function validOnDate(preamble: string, order: DateOrder): PlainDateText | null {
  const text = validOn.exec(preamble)?.[1];
  return text === undefined ? null : readDateCell({ text, kind: 'text' }, order);
}
