/** One row of a list as a record with dates and signed amounts, or the reason why it is no receivable. */
import { addDays, type PlainDateText } from '../../../../src-shared/dates.ts';
import { type ErrorCode, type ErrorParams, type Problem, problem } from '../../../../src-shared/errors.ts';
import { type Cents, decimalFromCents, negateCents, subtractCents, zeroCents } from '../../../../src-shared/money.ts';
import { type DateOrder, type DecimalMark, readAmountCell, readDateCell, withoutExponent } from './cellValues.ts';
import type { ColumnMapping } from './columnMapping.ts';
import type { TableField } from './headerSynonyms.ts';
import { cellAt, type TableRow } from './rawTable.ts';
import { isCreditSide, isReceivableAccount, rowStatus, rowType, totalRow } from './tableWords.ts';

export type SkipReason = 'total-row' | 'group-row' | 'header-row' | 'draft' | 'cancelled' | 'quote' | 'other-account' | 'without-number';
/** A row that is no receivable, with enough of its text to recognise it. */
export type SkippedRow = { readonly line: number; readonly reason: SkipReason; readonly text: string };

/** Amounts are signed for the buyer: minus lowers what the buyer owes. Null = the list does not say. */
export type RowRecord = {
  readonly row: TableRow;
  readonly number: string;
  readonly customerName: string | null;
  readonly customerCode: string | null;
  readonly type: 'invoice' | 'credit' | 'payment';
  readonly isPaid: boolean;
  readonly issueDate: PlainDateText | null;
  readonly dueDate: PlainDateText | null;
  /** Days after the invoice date, where the list gives a term and no due date. */
  readonly termDueDate: PlainDateText | null;
  readonly paidDate: PlainDateText | null;
  readonly total: Cents | null;
  readonly open: Cents | null;
  readonly paid: Cents | null;
  readonly debit: Cents | null;
  readonly credit: Cents | null;
};

export type RowContext = {
  readonly file: string;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly dateOrders: ReadonlyMap<TableField, DateOrder>;
  readonly decimalMarks: ReadonlyMap<TableField, DecimalMark>;
  readonly isLedger: boolean;
  /** The currency that the amounts of the list carry, where no column names it. */
  readonly listCurrency: string | null;
  /** The customer of the group the row stands in, where the list prints it once above its rows. */
  readonly groupName: string | null;
};

export type ReadRow =
  | { readonly kind: 'record'; readonly record: RowRecord; readonly problems: readonly Problem[] }
  | { readonly kind: 'skipped'; readonly skipped: SkippedRow; readonly statedTotal: Cents | null; readonly groupName: string | null }
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

const textOf = (row: TableRow, context: RowContext, field: TableField): string => cellAt(row, context.mapping.columns[field]).text;

/** The invoice number as written; a stored number loses its exponent and nothing else. */
function numberText(row: TableRow, context: RowContext): string {
  const cell = cellAt(row, context.mapping.columns.invoiceNumber);
  return cell.kind === 'number' ? withoutExponent(cell.text) : cell.text;
}

function shortText(row: TableRow): string {
  const filled = row.cells.map((cell) => cell.text).filter((text) => text !== '');
  return filled.join(' ').slice(0, 120);
}

type Readings = { readonly problems: Problem[]; readonly context: RowContext; readonly row: TableRow };

function report(
  { problems, context, row }: Readings,
  found: { code: ErrorCode; params: ErrorParams; severity: Problem['severity'] },
): void {
  problems.push(problem(found.severity, found.code, found.params, { file: context.file, line: row.line }));
}

function readDate(readings: Readings, field: TableField): PlainDateText | null {
  const { row, context } = readings;
  const cell = cellAt(row, context.mapping.columns[field]);
  if (cell.text === '' || /^[-–0./ ]+$/.test(cell.text)) return null;
  const date = readDateCell(cell, context.dateOrders.get(field) ?? context.mapping.dateOrderWhenUnclear);
  if (date === null) {
    const column = (context.headers[context.mapping.columns[field] ?? -1] ?? '').slice(0, 60);
    report(readings, {
      severity: field === 'paidDate' ? 'warning' : 'error',
      code: 'table-cell-date',
      params: { text: cell.text.slice(0, 40), column },
    });
  }
  return date;
}

function readAmount(readings: Readings, field: TableField): Cents | null {
  const { row, context } = readings;
  const cell = cellAt(row, context.mapping.columns[field]);
  if (cell.text === '' || /^[-–]+$/.test(cell.text)) return null;
  const read = readAmountCell(cell, context.decimalMarks.get(field) ?? context.mapping.decimalMarkWhenUnclear);
  if (read === null) {
    const column = (context.headers[context.mapping.columns[field] ?? -1] ?? '').slice(0, 60);
    report(readings, { severity: 'error', code: 'table-cell-amount', params: { text: cell.text.slice(0, 40), column } });
    return null;
  }
  if (read.isRounded) {
    const params = { text: cell.text.slice(0, 40), amount: decimalFromCents(read.amount) };
    report(readings, { severity: 'warning', code: 'invoice-amount-rounded', params });
  }
  return read.amount;
}

/** A skipped row when the row is a footer, a group heading, a repeated header, or a state that makes no claim; null otherwise. */
function reasonToSkip(row: TableRow, context: RowContext): ReadRow | null {
  const skip = (reason: SkipReason, more: { statedTotal: Cents | null; groupName: string | null }): ReadRow => ({
    kind: 'skipped',
    skipped: { line: row.line, reason, text: shortText(row) },
    ...more,
  });
  const nothing = { statedTotal: null, groupName: null };
  const { columns } = context.mapping;
  const filled = row.cells.filter((cell) => cell.text !== '');
  const number = numberText(row, context);
  const hasDate = textOf(row, context, 'invoiceDate') !== '' || textOf(row, context, 'dueDate') !== '';
  const total = totalRow(filled[0]?.text ?? '') ?? totalRow(number) ?? totalRow(textOf(row, context, 'customerName'));
  if (total !== null && (number === '' || totalRow(number) !== null || !hasDate)) {
    const quiet: Readings = { problems: [], context, row };
    const statedTotal = total === 'grand' ? readAmount(quiet, columns.amountOpen === undefined ? 'amountTotal' : 'amountOpen') : null;
    return skip('total-row', { statedTotal, groupName: null });
  }
  if (number !== '' && number === context.headers[columns.invoiceNumber ?? -1]) return skip('header-row', nothing);
  const [only] = filled;
  if (number === '' && filled.length === 1 && only !== undefined && /\p{L}{2}/u.test(only.text) && readDateCell(only, 'dmy') === null) {
    return skip('group-row', { statedTotal: null, groupName: only.text });
  }
  const status = rowStatus(textOf(row, context, 'status'));
  if (status === 'draft' || status === 'cancelled' || status === 'quote') return skip(status, nothing);
  if (rowType(textOf(row, context, 'documentType')) === 'quote') return skip('quote', nothing);
  if (context.isLedger) {
    const account = columns.accountType === undefined ? textOf(row, context, 'accountName') : textOf(row, context, 'accountType');
    if (!isReceivableAccount(account)) return skip('other-account', nothing);
  }
  return null;
}

/** Gives unsigned amounts of credit notes, credit sides and payments their minus; an amount that has one keeps it. */
function signedFor(row: TableRow, context: RowContext, type: RowRecord['type']): (amount: Cents | null) => Cents | null {
  const side = textOf(row, context, 'debitCredit');
  const isNegative = type !== 'invoice' || (side !== '' && isCreditSide(side));
  return (amount) => (amount !== null && isNegative && amount > zeroCents ? negateCents(amount) : amount);
}

function termDueDate(issueDate: PlainDateText | null, terms: string): PlainDateText | null {
  const days = /^(\d{1,3})(?:[.,]0+)?(?: ?(?:d|dagen|days|jours|tage))?$/i.exec(terms)?.[1];
  return issueDate === null || days === undefined ? null : addDays(issueDate, Number(days));
}

/** Reads a row below the headers. */
export function readRow(row: TableRow, context: RowContext): ReadRow {
  const skipped = reasonToSkip(row, context);
  if (skipped !== null) return skipped;
  const problems: Problem[] = [];
  const readings: Readings = { problems, context, row };
  const { columns } = context.mapping;
  const amounts = {
    total: readAmount(readings, 'amountTotal'),
    open: readAmount(readings, 'amountOpen'),
    paid: readAmount(readings, 'amountPaid'),
    debit: readAmount(readings, 'debit'),
    credit: readAmount(readings, 'credit'),
  };
  const number = numberText(row, context);
  if (number === '') {
    report(readings, { severity: 'warning', code: 'table-row-without-number', params: {} });
    const hasAmount = Object.values(amounts).some((amount) => amount !== null);
    if (hasAmount) return { kind: 'unreadable', problems };
    return {
      kind: 'skipped',
      skipped: { line: row.line, reason: 'without-number', text: shortText(row) },
      statedTotal: null,
      groupName: null,
    };
  }
  const named = rowType(textOf(row, context, 'documentType'));
  const type = named === 'quote' ? 'invoice' : named;
  const signed = signedFor(row, context, type);
  const usesSides = columns.amountTotal === undefined && columns.amountOpen === undefined && !context.isLedger;
  const total = usesSides ? subtractCents(amounts.debit ?? zeroCents, amounts.credit ?? zeroCents) : amounts.total;
  const issueDate = readDate(readings, 'invoiceDate');
  const dueDate = readDate(readings, 'dueDate');
  const paidDate = readDate(readings, 'paidDate');
  const hasAmount = total !== null || amounts.open !== null || (context.isLedger && (amounts.debit ?? amounts.credit) !== null);
  if (!hasAmount) report(readings, { severity: 'error', code: 'invoice-amount-missing', params: { number } });
  if (issueDate === null && dueDate === null) report(readings, { severity: 'error', code: 'invoice-date-missing', params: { number } });
  if (problems.some((one) => one.severity === 'error')) return { kind: 'unreadable', problems };
  const record: RowRecord = {
    row,
    number,
    customerName: textOf(row, context, 'customerName') || context.groupName,
    customerCode: textOf(row, context, 'customerCode') || null,
    type,
    isPaid: rowStatus(textOf(row, context, 'status')) === 'paid',
    issueDate,
    dueDate,
    termDueDate: termDueDate(issueDate, textOf(row, context, 'paymentTermDays')),
    paidDate,
    total: signed(total),
    open: signed(amounts.open),
    paid: signed(amounts.paid),
    debit: amounts.debit,
    credit: amounts.credit,
  };
  return { kind: 'record', record, problems };
}
