/** A list of bookings without a layout of its own, as rows of text: where its header stands, and what its columns hold. */
import { isValidIban } from '../../../../domain/references/iban.ts';
import { withoutExponent } from '../../invoiceFormats/cellValues.ts';
import { headerSignature } from '../../invoiceFormats/headerSynonyms.ts';
import { isBlankRow, type RawTable, type TableCell, type TableRow } from '../../invoiceFormats/rawTable.ts';
import { isBankHeader } from './bankColumnNames.ts';
import { csvAmount, csvDate } from './csvValues.ts';
import { headerKey } from './headerKey.ts';

export type BankTable = {
  readonly file: string;
  readonly delimiter: string | null;
  /** Empty names where the list has no header. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** By which a layout is known again. */
  readonly signature: string;
  /** The account that stands above the names of the columns; empty when none or more than one does. */
  readonly namedAccount: string;
};

const searchedRows = 25;
const isText = (cell: TableCell): boolean => cell.kind === 'text' && cell.text !== '';
const knownNames = (row: TableRow): number => row.cells.filter((cell) => isText(cell) && isBankHeader(headerKey(cell.text))).length;

export const isDateCell = ({ text, kind }: TableCell): boolean =>
  kind === 'date' || (kind === 'text' && (csvDate(text, 'dmy') !== null || csvDate(text, 'mdy') !== null));

/** Whether a cell can hold money. Whole numbers of eight digits and more are dates or accounts. */
export const isAmountCell = ({ text, kind }: TableCell): boolean =>
  kind === 'number' ||
  (kind === 'text' && !/^\d{8,}$/.test(text.trim()) && (csvAmount(text, ',') !== null || csvAmount(text, '.') !== null));

/** Names stand in the row with the most known names, at least two, and data below it. */
function headerIndex(table: RawTable): number | null {
  let best: { index: number; hits: number } | null = null;
  for (const [index, row] of table.rows.slice(0, searchedRows).entries()) {
    const hits = knownNames(row);
    const next = table.rows.slice(index + 1).find((candidate) => !isBlankRow(candidate));
    if (hits >= 2 && next !== undefined && next.cells.some(isDateCell) && (best === null || hits > best.hits)) best = { index, hits };
  }
  return best?.index ?? null;
}

/** Without a header the kinds of the columns stand in for their names, so that another list of the same width is not taken for this one. */
function shapeOf(rows: readonly TableRow[], width: number): string {
  const kinds = Array.from({ length: width }, (_none, column) => {
    const cells = rows.slice(0, 50).flatMap((row) => row.cells[column] ?? []);
    const filled = cells.filter((cell) => cell.text !== '');
    if (filled.length === 0) return 'empty';
    if (filled.every(isDateCell)) return 'date';
    return filled.every(isAmountCell) ? 'amount' : 'text';
  });
  return kinds.join(' ');
}

/** The one IBAN in the lines above the names of the columns, by its check digits; empty when there is none or more than one. */
function accountAbove(rows: readonly TableRow[]): string {
  const found = new Set<string>();
  for (const { text } of rows.flatMap(({ cells }) => cells)) {
    for (const match of text
      .slice(0, 200)
      .replace(/\s/g, '')
      .matchAll(/[A-Z]{2}\d{2}[A-Z0-9]{10,30}/g)) {
      // What follows an account without a blank would belong to it: the lengths of Dutch and Belgian ones are known.
      const account = [match[0], match[0].slice(0, 18), match[0].slice(0, 16)].find(isValidIban);
      if (account !== undefined) found.add(account);
    }
  }
  const [only = ''] = found;
  return found.size === 1 ? only : '';
}

/** A table as a list of bookings; null when it has neither names of columns nor rows that begin with a date and an amount at once. */
export function bankTableOf(table: RawTable): BankTable | null {
  const { file, delimiter } = table;
  const index = headerIndex(table);
  if (index !== null) {
    const headers = table.rows[index]?.cells.map((cell) => cell.text) ?? [];
    const rows = table.rows.slice(index + 1).filter((row) => !isBlankRow(row));
    const namedAccount = accountAbove(table.rows.slice(0, index));
    return { file, delimiter, headers, rows, signature: headerSignature(headers), namedAccount };
  }
  const rows = table.rows.filter((row) => !isBlankRow(row));
  const isBooking = ({ cells }: TableRow): boolean =>
    cells.some(isDateCell) && cells.some((cell) => isAmountCell(cell) && !isDateCell(cell));
  const booked = rows.slice(0, 50).filter(isBooking).length;
  if (booked < 1 || booked < Math.min(rows.length, 50) * 0.8) return null;
  const width = Math.max(...rows.slice(0, 50).map(({ cells }) => cells.length));
  if (width < 3) return null;
  const headers = Array.from({ length: width }, () => '');
  return { file, delimiter, headers, rows, signature: headerSignature([`headerless ${shapeOf(rows, width)}`]), namedAccount: '' };
}

/** A cell as a bank would have written it: numbers of a workbook get the decimal mark of the rest. */
export const textOfCell = ({ text, kind }: TableCell, mark: ',' | '.'): string =>
  kind === 'number'
    ? withoutExponent(text)
        .replace(/(\.\d\d)\d{4,}$/, '$1')
        .replace('.', mark)
    : text;
