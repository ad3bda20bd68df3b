/** Reads a list of bookings by columns that were pointed out, with the same engine as the layouts of banks. */
import type { ParsedBankFile } from '../../../../domain/bankStatement.ts';
import { looksLikeIban, normalizeAccount } from '../../../../domain/references/iban.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import { type Problem, problem } from '../../../../../src-shared/errors.ts';
import type { Cents } from '../../../../../src-shared/money.ts';
import { cellAt, type TableRow } from '../../invoiceFormats/rawTable.ts';
import { totalRow } from '../../invoiceFormats/tableWords.ts';
import { directionWords, type MappedColumn, mappedColumns } from './bankColumnNames.ts';
import { type BankTable, isDateCell, textOfCell } from './bankTable.ts';
import type { CsvEntry, CsvReading } from './csvEntry.ts';
import { type CsvColumn, type CsvLayout, commonLayout } from './csvLayout.ts';
import { readRows } from './csvReader.ts';
import type { CsvRow } from './csvRows.ts';
import { csvStatements } from './csvStatements.ts';
import type { DateOrder, DecimalMark } from './csvValues.ts';
import { areComplete } from './proposeBankColumns.ts';

export type BankMapping = {
  readonly columns: Readonly<Partial<Record<MappedColumn, number>>>;
  readonly dateOrder: DateOrder;
  readonly decimalMark: DecimalMark;
  /** The account the list is of, when no column says so. */
  readonly account: string;
};

/** A row as it will be taken in, or why it will not. */
export type MappedRow = {
  readonly line: number;
  readonly bookDate: PlainDateText | null;
  readonly amount: Cents | null;
  readonly currency: string;
  readonly name: string;
  readonly account: string;
  readonly text: string;
  readonly balance: Cents | null;
  readonly problem: Problem | null;
};

export type MappedBank = { readonly file: ParsedBankFile; readonly rows: readonly MappedRow[] };

const layoutOf = (mapping: BankMapping, id: string): CsvLayout => ({
  ...commonLayout,
  id,
  label: 'CSV',
  find: { header: [], without: [], names: {} },
  mark: mapping.decimalMark,
  signs: mapping.columns.sign === undefined ? null : directionWords,
  // A row without money says nothing about a payment: a heading, a remark, information of the bank.
  isEmpty: (record) => record.cell('amount') === '' && record.cell('debit') === '' && record.cell('credit') === '',
});

const toCsvRow = (row: TableRow, mark: DecimalMark): CsvRow => {
  const cells = row.cells.map((cell) => textOfCell(cell, mark));
  return { line: row.line, endLine: row.line, cells, raw: cells.join(';') };
};

/** A sum below the bookings: no day, and a first word that says so. */
function isTotal(row: TableRow, { columns }: BankMapping): boolean {
  const first = row.cells.find((cell) => cell.text !== '')?.text ?? '';
  return !isDateCell(cellAt(row, columns.bookDate)) && totalRow(first) !== null;
}

const shownRows = 8;

function shownOf(rows: readonly TableRow[], entries: readonly CsvEntry[], problems: readonly Problem[]): readonly MappedRow[] {
  const byLine = new Map(entries.map((entry) => [entry.line, entry]));
  const unread = new Map(problems.map((one) => [one.where?.line ?? 0, one]));
  return rows.slice(0, shownRows).map(({ line }): MappedRow => {
    const found = byLine.get(line);
    const entry = found?.entry;
    return {
      line,
      bookDate: entry?.bookDate ?? null,
      amount: entry?.amount ?? null,
      currency: entry?.currency ?? 'EUR',
      name: entry?.counterName ?? '',
      account: entry?.counterIban ?? entry?.counterAccount ?? '',
      text: entry?.remittance ?? entry?.structuredReferences[0]?.text ?? '',
      balance: found?.after ?? null,
      problem: unread.get(line) ?? null,
    };
  });
}

/** An account a person typed: an IBAN, or an older number. Empty when it can be neither. */
export function typedAccount(text: string): string {
  const account = normalizeAccount(text);
  return looksLikeIban(account) || /^\d{5,12}$/.test(account) ? account : '';
}

const unnamed = 'UNNAMED';

/**
 * The statements of a list, and its first rows as they will be read. Without an account there are rows to look at and no statements.
 * Codes: bank-table-columns-missing, bank-table-account-unknown, and those of the rows.
 */
export function readMappedBank(table: BankTable, mapping: BankMapping, id: string): MappedBank {
  const { file } = table;
  const nothing = (found: Problem): MappedBank => ({
    file: { format: id, statements: [], problems: [found] },
    rows: shownOf(table.rows, [], []),
  });
  if (!areComplete(mapping.columns)) return nothing(problem('error', 'bank-table-columns-missing', {}, { file }));
  const columns = new Map<CsvColumn, number>();
  for (const column of mappedColumns) {
    const place = mapping.columns[column];
    if (place !== undefined) columns.set(column, place);
  }
  // What the file itself says goes before what was remembered: another download may be of another account.
  const account = table.namedAccount === '' ? typedAccount(mapping.account) : table.namedAccount;
  const isNamed = account !== '' || columns.has('account');
  const layout = layoutOf(mapping, id);
  const reading: CsvReading = {
    file,
    layout,
    columns,
    mark: mapping.decimalMark,
    dateOrder: mapping.dateOrder,
    account: isNamed ? account : unnamed,
  };
  const rows = table.rows.filter((row) => !isTotal(row, mapping)).map((row) => toCsvRow(row, mapping.decimalMark));
  // A last line with fewer cells than any other is half a line: the file was cut off there.
  const width = Math.min(...rows.slice(0, -1).map(({ cells }) => cells.length));
  const { entries, problems } = readRows(rows, reading, { width, isCut: table.delimiter !== null && rows.length > 1 });
  const shown = shownOf(table.rows, entries, problems);
  if (!isNamed) {
    const missing = problem('error', 'bank-table-account-unknown', {}, { file });
    return { file: { format: id, statements: [], problems: [missing, ...problems] }, rows: shown };
  }
  const groups = csvStatements(entries, { layout, file, closing: null });
  const found = [...problems, ...groups.flatMap((group) => group.problems)];
  return { file: { format: id, statements: groups.map(({ statement }) => statement), problems: found }, rows: shown };
}
