/**
 * A table that no bank's own layout fits, as a list of bookings: when it looks like one, or when somebody said that it is. What was
 * pointed out is remembered by the names of the columns, in the same place as the columns of invoice lists.
 */
import type { ColumnMapping } from '../../../src-shared/contract/imports.ts';
import { type Problem, problem } from '../../../src-shared/errors.ts';
import type { ParsedBankFile } from '../../domain/bankStatement.ts';
import { mappedColumns } from './formats/csv/bankColumnNames.ts';
import { type BankTable, bankTableOf } from './formats/csv/bankTable.ts';
import { type BankMapping, readMappedBank } from './formats/csv/mappedBank.ts';
import { areComplete, type BankColumns, proposeBankColumns } from './formats/csv/proposeBankColumns.ts';
import { columnsUnder, findHeaderRow } from './invoiceFormats/headerRow.ts';
import { headerSignature } from './invoiceFormats/headerSynonyms.ts';
import { isBlankRow, type RawTable } from './invoiceFormats/rawTable.ts';
import { proposeForTable } from './invoiceFormats/readInvoiceFile.ts';
import type { Mappings, ParsedBankTable } from './parsedFile.ts';

export type BankList = {
  readonly reader: string;
  readonly format: string;
  readonly file: ParsedBankFile;
  readonly table: ParsedBankTable;
};

/** The same table under the header an invoice list would have: for when somebody says that what looked like invoices are bookings. */
function underInvoiceHeader(table: RawTable): BankTable | null {
  const index = findHeaderRow(table);
  if (index === null) return null;
  const { headers, rows } = columnsUnder(table, index);
  return {
    file: table.file,
    delimiter: table.delimiter,
    headers,
    rows: rows.filter((row) => !isBlankRow(row)),
    signature: headerSignature(headers),
    namedAccount: '',
  };
}

/** Words of invoices outweigh those of banks: a due date or an invoice number stands in no statement. */
function looksLikeInvoices(table: RawTable): boolean {
  const columns = proposeForTable(table)?.mapping.columns;
  if (columns === undefined) return false;
  return columns.dueDate !== undefined || columns.invoiceNumber !== undefined || columns.customerCode !== undefined;
}

/** A day and money make bookings; an account, a balance, a direction or a message besides make them those of a bank. */
function looksLikeBank({ columns }: BankColumns): boolean {
  const { balance, counterAccount, account, sign, text, reference, debit, credit } = columns;
  const signs = [balance, counterAccount, account, sign, text, reference, debit !== undefined && credit !== undefined ? debit : undefined];
  return areComplete(columns) && signs.some((column) => column !== undefined);
}

function mappingOf(given: ColumnMapping | undefined, proposal: BankColumns, width: number): BankMapping {
  const account = given?.account ?? '';
  if (given === undefined || Object.keys(given.columns).length === 0) {
    return { columns: proposal.columns, dateOrder: proposal.dateOrder, decimalMark: proposal.decimalMark, account };
  }
  const columns = mappedColumns.flatMap((name) => {
    const place = given.columns[name] ?? -1;
    return place >= 0 && place < width ? [[name, place] as const] : [];
  });
  return { columns: Object.fromEntries(columns), dateOrder: given.dateOrder, decimalMark: given.decimalMark, account };
}

const toContract = ({ columns, dateOrder, decimalMark, account }: BankMapping): ColumnMapping => ({
  columns: Object.fromEntries(mappedColumns.flatMap((name) => (columns[name] === undefined ? [] : [[name, columns[name]]]))),
  dateOrder,
  decimalMark,
  kind: 'bank',
  ...(account === '' ? {} : { account }),
});

function questions(table: BankTable, proposal: BankColumns): readonly Problem[] {
  const where = { file: table.file };
  const columnOf = (column: number | undefined): string => (table.headers[column ?? -1] ?? '').slice(0, 60);
  const { columns } = proposal;
  return [
    ...(proposal.isDateOrderClear ? [] : [problem('warning', 'table-date-order-unclear', { column: columnOf(columns.bookDate) }, where)]),
    ...(proposal.isDecimalClear
      ? []
      : [problem('warning', 'table-decimal-unclear', { column: columnOf(columns.amount ?? columns.debit ?? columns.credit) }, where)]),
    ...(proposal.isSignClear ? [] : [problem('warning', 'bank-table-sign-unclear', {}, where)]),
  ];
}

const sampleRows = 12;

/** The table as bookings; null when it is rather a list of invoices, or nothing at all. */
export function bankListOf(raw: RawTable, mappings: Mappings): BankList | null {
  const [own, invoices] = [bankTableOf(raw), underInvoiceHeader(raw)];
  const given = [own, invoices].flatMap((table) => {
    const mapping = table !== null && Object.hasOwn(mappings, table.signature) ? mappings[table.signature] : undefined;
    return table === null || mapping === undefined ? [] : [{ table, mapping }];
  });
  const chosen = given.find(({ mapping }) => mapping.kind === 'bank');
  if (chosen === undefined && given.length > 0) return null;
  const table = chosen?.table ?? own;
  if (table === null) return null;
  const proposal = proposeBankColumns(table);
  if (chosen === undefined && (!looksLikeBank(proposal) || looksLikeInvoices(raw))) return null;
  const mapping = mappingOf(chosen?.mapping, proposal, table.headers.length);
  const isRemembered = chosen !== undefined && Object.keys(chosen.mapping.columns).length > 0;
  const { file, rows } = readMappedBank(table, mapping, `${raw.format}-mapped`);
  return {
    reader: `${raw.format}-mapped`,
    format: raw.format === 'csv' ? 'CSV' : 'XLSX',
    file: { ...file, problems: [...(isRemembered ? [] : questions(table, proposal)), ...file.problems] },
    table: {
      headers: table.headers.map((header) => header.slice(0, 200)),
      sample: table.rows
        .slice(0, sampleRows)
        .map((row) => table.headers.map((_header, column) => (row.cells[column]?.text ?? '').slice(0, 200))),
      mapping: toContract(mapping),
      signature: table.signature,
      isRemembered,
      namedAccount: table.namedAccount,
      rows,
    },
  };
}
