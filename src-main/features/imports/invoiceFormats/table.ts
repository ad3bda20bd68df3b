/**
 * A list of open items (CSV or Excel) as receivables, with a mapping that was proposed or confirmed. A row that cannot be read stays out
 * and is named with its line; totals, headings and drafts are skipped with their reason; the footer must equal the sum of the rows.
 */
import { comparableName } from '../../../domain/receivable/documentDirection.ts';
import { numberMatchKey } from '../../../domain/receivable/numberMatchKey.ts';
import type { ParsedDocument } from '../../../domain/receivable/parsedDocument.ts';
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { type ErrorCode, type Problem, problem } from '../../../../src-shared/errors.ts';
import { type Cents, decimalFromCents, sumCents } from '../../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { dateEvidence, type DateOrder, decimalEvidence, type DecimalMark } from './cellValues.ts';
import { amountFields, type ColumnMapping, dateFields } from './columnMapping.ts';
import { columnsUnder, findHeaderRow, preambleText, type TableColumns, validOnDate } from './headerRow.ts';
import { headerSignature, normaliseHeader, type TableField } from './headerSynonyms.ts';
import { cellAt, type RawTable } from './rawTable.ts';
import { currencySign, tableDocument } from './tableDocument.ts';
import { type RowContext, type RowRecord, readRow, type SkippedRow } from './tableRow.ts';
import { isPaymentTitle, lineItemHeaders } from './tableWords.ts';

/** What a list turned out to be: items that are open, invoices that were paid, or lines of a ledger. */
export type TableKind = 'open-items' | 'payment-history' | 'ledger';

export type TableContent = {
  readonly kind: TableKind;
  readonly headers: readonly string[];
  readonly headerLine: number;
  /** Rows under the headers, blank ones not counted. */
  readonly dataRows: number;
  readonly mapping: ColumnMapping;
  readonly documents: readonly ParsedDocument[];
  readonly skipped: readonly SkippedRow[];
  /** Problems of the file and of rows that stay out; findings about a document stand with the document. */
  readonly problems: readonly Problem[];
  /** "Per" date of the list, when it names one. */
  readonly validOn: PlainDateText | null;
};

/** The columns a list must have before it can be read, and what is said about the one that is missing. */
function missingColumns(columns: ColumnMapping['columns'], hasGroupRows: boolean): readonly ErrorCode[] {
  const has = (...fields: readonly TableField[]): boolean => fields.some((field) => columns[field] !== undefined);
  const missing: ErrorCode[] = [];
  if (!has('invoiceNumber')) missing.push(has('agingBucket') ? 'table-ageing-only' : 'table-number-column-missing');
  if (!has('customerName', 'customerCode') && !hasGroupRows) missing.push('table-customer-column-missing');
  if (!has('amountOpen', 'amountTotal', 'debit')) missing.push('table-amount-column-missing');
  if (!has('invoiceDate', 'dueDate')) missing.push(has('paidDate') ? 'table-payment-list' : 'table-date-column-missing');
  return missing;
}

/** A list with one date, one amount and no open balance, under a title that says payments, would book receipts as invoices. */
function isPaymentList(columns: ColumnMapping['columns'], preamble: string): boolean {
  return columns.amountOpen === undefined && columns.dueDate === undefined && isPaymentTitle(preamble);
}

/** Date order and decimal mark per column from its own cells; a column that does not settle it follows the mapping. */
function columnHabits(under: TableColumns, mapping: ColumnMapping): Pick<RowContext, 'dateOrders' | 'decimalMarks'> {
  const cellsOf = (field: TableField) =>
    mapping.columns[field] === undefined ? [] : under.rows.map((row) => cellAt(row, mapping.columns[field]));
  const dateOrders = new Map<TableField, DateOrder>();
  for (const field of dateFields) {
    const { dayFirst, monthFirst } = dateEvidence(cellsOf(field));
    if (dayFirst !== monthFirst) dateOrders.set(field, dayFirst > monthFirst ? 'dmy' : 'mdy');
  }
  const decimalMarks = new Map<TableField, DecimalMark>();
  for (const field of amountFields) {
    const { comma, dot } = decimalEvidence(cellsOf(field));
    if (comma !== dot) decimalMarks.set(field, comma > dot ? ',' : '.');
  }
  return { dateOrders, decimalMarks };
}

/** The one currency that signs in the amounts or in the headers name; null when they name none or several. */
function listCurrency(under: TableColumns, mapping: ColumnMapping): string | null {
  const found = new Set<string>();
  for (const field of amountFields) {
    const column = mapping.columns[field];
    if (column === undefined) continue;
    for (const text of [under.headers[column] ?? '', ...under.rows.map((row) => cellAt(row, column).text)]) {
      const currency = currencySign(text);
      if (currency !== null) found.add(currency);
    }
  }
  const [only, ...others] = found;
  return others.length === 0 ? (only ?? null) : null;
}

type ReadRows = {
  readonly records: readonly RowRecord[];
  readonly skipped: readonly SkippedRow[];
  readonly problems: readonly Problem[];
  readonly statedTotal: Cents | null;
};

function readRows(under: TableColumns, context: RowContext): ReadRows {
  const records: RowRecord[] = [];
  const skipped: SkippedRow[] = [];
  const problems: Problem[] = [];
  let statedTotal: Cents | null = null;
  let groupName: string | null = null;
  for (const row of under.rows) {
    const read = readRow(row, { ...context, groupName });
    if (read.kind === 'record') {
      records.push(read.record);
      problems.push(...read.problems);
    } else if (read.kind === 'unreadable') problems.push(...read.problems);
    else {
      skipped.push(read.skipped);
      statedTotal = read.statedTotal ?? statedTotal;
      if (read.skipped.reason === 'group-row') groupName = read.groupName;
      if (read.skipped.reason === 'total-row') groupName = null;
    }
  }
  return { records, skipped, problems, statedTotal };
}

/** Rows of one document: same customer, same number, and credit notes apart because they may share a series. */
function groupRecords(records: readonly RowRecord[]): readonly [RowRecord, ...RowRecord[]][] {
  const groups = new Map<string, [RowRecord, ...RowRecord[]]>();
  for (const record of records) {
    const customer = record.customerCode ?? comparableName(record.customerName ?? '');
    const key = `${customer}\n${numberMatchKey(record.number) || record.number}\n${record.type === 'credit' ? 'credit' : ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

/** An invoice number that a spreadsheet turned into a number with an exponent cannot be restored. */
function damagedNumber(under: TableColumns, context: RowContext): Problem | null {
  for (const row of under.rows) {
    const { text, kind } = cellAt(row, context.mapping.columns.invoiceNumber);
    const isDamaged = /^\d[.,]\d{1,20}[eE]\+?\d{1,3}$/.test(text) && (kind === 'text' || /\d[eE]\+?(?:1[5-9]|[2-9]\d)$/.test(text));
    if (isDamaged) return problem('error', 'table-number-damaged', { text: text.slice(0, 40) }, { file: context.file, line: row.line });
  }
  return null;
}

/** What is said once about the list instead of at every row. */
function listFindings(
  content: { documents: readonly ParsedDocument[]; statedTotal: Cents | null },
  context: RowContext,
): readonly Problem[] {
  const findings: Problem[] = [];
  const { documents, statedTotal } = content;
  const where = { file: context.file };
  if (documents.some((document) => document.currency === null)) findings.push(problem('warning', 'invoice-currency-missing', {}, where));
  if (context.mapping.columns.dueDate === undefined) findings.push(problem('warning', 'table-due-date-column-missing', {}, where));
  const { amountOpen, amountTotal } = context.mapping.columns;
  const sum = sumCents(
    documents.map((document) => (amountOpen === undefined && amountTotal !== undefined ? document.total : document.open)),
  );
  if (statedTotal !== null && statedTotal !== sum) {
    findings.push(problem('warning', 'table-sum-differs', { sum: decimalFromCents(sum), stated: decimalFromCents(statedTotal) }, where));
  }
  return findings;
}

/** Findings that {@link listFindings} already gives for the whole list, or that follow from a column the list does not have. */
function withoutListFindings(document: ParsedDocument, columns: ColumnMapping['columns']): ParsedDocument {
  const said = new Set<ErrorCode>(['invoice-currency-missing']);
  if (columns.dueDate === undefined) said.add('invoice-due-date-missing');
  if (columns.invoiceDate === undefined) said.add('invoice-issue-date-missing');
  return { ...document, problems: document.problems.filter((one) => !said.has(one.code)) };
}

/**
 * Reads a list with a mapping. The header row is found anew; where its signature is not the one of the mapping, a warning says so.
 * Codes of a refusal: table-no-header, table-no-rows, table-…-column-missing, table-ageing-only, table-payment-list, table-number-damaged.
 */
export function readTable(table: RawTable, mapping: ColumnMapping): Result<TableContent, readonly Problem[]> {
  const refuse = (code: ErrorCode): Problem => problem('error', code, {}, { file: table.file });
  const headerIndex = findHeaderRow(table);
  if (headerIndex === null) return err([refuse('table-no-header')]);
  const under = columnsUnder(table, headerIndex);
  const { columns } = mapping;
  const isLedger =
    columns.debit !== undefined &&
    columns.credit !== undefined &&
    columns.amountOpen === undefined &&
    (columns.accountType ?? columns.accountName) !== undefined;
  const context: RowContext = {
    file: table.file,
    headers: under.headers,
    mapping,
    ...columnHabits(under, mapping),
    isLedger,
    listCurrency: listCurrency(under, mapping),
    groupName: null,
  };
  if (under.rows.length === 0) return err([refuse('table-no-rows')]);
  const hasGroupRows = under.rows.some((row) => row.cells.filter((cell) => cell.text !== '').length === 1);
  const missing = missingColumns(columns, hasGroupRows);
  if (missing.length > 0) return err(missing.map(refuse));
  const preamble = preambleText(table, headerIndex);
  if (isPaymentList(columns, preamble)) return err([refuse('table-payment-list')]);
  const damaged = damagedNumber(under, context);
  if (damaged !== null) return err([damaged]);
  const { records, skipped, problems, statedTotal } = readRows(under, context);
  const hasLineItems = under.headers.some((header) => lineItemHeaders.has(normaliseHeader(header)));
  const documents = groupRecords(records).map((group) => withoutListFindings(tableDocument(group, context, { hasLineItems }), columns));
  const outdated =
    headerSignature(under.headers) === mapping.signature ? [] : [problem('warning', 'table-mapping-outdated', {}, { file: table.file })];
  const findings = listFindings({ documents, statedTotal }, context);
  const isHistory =
    columns.paidDate !== undefined &&
    columns.amountOpen === undefined &&
    documents.length > 0 &&
    documents.every((document) => document.open === 0);
  return ok({
    kind: isLedger ? 'ledger' : isHistory ? 'payment-history' : 'open-items',
    headers: under.headers,
    headerLine: under.headerLine,
    dataRows: under.rows.length,
    mapping,
    documents,
    skipped,
    problems: [...outdated, ...problems, ...findings],
    validOn: validOnDate(preamble, mapping.dateOrderWhenUnclear),
  });
}
