/**
 * Which column of a list means what. Names decide first (strong, then weak where the content fits), content alone only for what
 * carries a checksum or an @. A guess that money or dates depend on is reported, so that the user is asked once; the confirmed
 * mapping is remembered by the signature of the headers.
 */
import { z } from 'zod';
import { parseVatNumber } from '../../../../src-shared/identifiers/vatNumber.ts';
import { isValidIban } from '../../../domain/references/iban.ts';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { dateEvidence, type DateOrder, decimalEvidence, type DecimalMark, readAmountCell, readDateCell } from './cellValues.ts';
import { headerNames, headerSignature, normaliseHeader, type TableField, tableFields } from './headerSynonyms.ts';
import { cellAt, type TableCell, type TableRow } from './rawTable.ts';
import { totalRow } from './tableWords.ts';

/** Column numbers count from 0. The two marks are used only where the cells of a column do not settle it themselves. */
export type ColumnMapping = {
  readonly signature: string;
  readonly columns: Readonly<Partial<Record<TableField, number>>>;
  readonly dateOrderWhenUnclear: DateOrder;
  readonly decimalMarkWhenUnclear: DecimalMark;
};

/** For reading a remembered mapping back from where it was stored. */
export const columnMappingSchema = z.strictObject({
  signature: z.string().max(64),
  columns: z.partialRecord(z.enum(tableFields), z.number().int().min(0).max(499)),
  dateOrderWhenUnclear: z.enum(['dmy', 'mdy']),
  decimalMarkWhenUnclear: z.enum([',', '.']),
});

export type Confidence = 'strong' | 'weak' | 'content';
export type MappingProposal = {
  readonly mapping: ColumnMapping;
  readonly confidence: Readonly<Partial<Record<TableField, Confidence>>>;
  /** What the user should confirm before anything is stored. Empty = every column that matters is certain. */
  readonly questions: readonly Problem[];
};

export type MappingInput = {
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly delimiter: string | null;
};

export const dateFields: readonly TableField[] = ['invoiceDate', 'dueDate', 'paidDate'];
export const amountFields: readonly TableField[] = [
  'amountOpen',
  'amountTotal',
  'amountPaid',
  'amountExVat',
  'amountVat',
  'debit',
  'credit',
];

const filled = (rows: readonly TableRow[], column: number): readonly TableCell[] =>
  rows.map((row) => cellAt(row, column)).filter((cell) => cell.text !== '');

const share = (cells: readonly TableCell[], fits: (cell: TableCell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

const isDate = (cell: TableCell): boolean => readDateCell(cell, 'dmy') !== null || readDateCell(cell, 'mdy') !== null;
const isAmount = (cell: TableCell): boolean => readAmountCell(cell, ',') !== null || readAmountCell(cell, '.') !== null;

/** Whether the content of a column can be what its name says. Empty columns fit a strong name: nothing speaks against it. */
function contentFits(field: TableField, cells: readonly TableCell[], demand: 'strong' | 'weak'): boolean {
  if (cells.length === 0) return demand === 'strong';
  if (dateFields.includes(field)) return share(cells, isDate) >= (demand === 'strong' ? 0.5 : 0.9);
  if (amountFields.includes(field)) return share(cells, isAmount) >= (demand === 'strong' ? 0.5 : 0.9);
  if (field === 'email') return share(cells, (cell) => cell.text.includes('@')) >= 0.5;
  if (demand === 'strong') return true;
  if (field === 'invoiceNumber') return share(cells, (cell) => cell.text.length <= 40 && /\d/.test(cell.text)) >= 0.9;
  if (field === 'customerName') return share(cells, (cell) => /\p{L}{2}/u.test(cell.text)) >= 0.9;
  return true;
}

type Choice = { readonly columns: Map<TableField, number>; readonly confidence: Map<TableField, Confidence>; readonly taken: Set<number> };

function assign(choice: Choice, field: TableField, found: { column: number; confidence: Confidence }): void {
  choice.columns.set(field, found.column);
  choice.confidence.set(field, found.confidence);
  choice.taken.add(found.column);
}

/** Gives every field that is still open the first free column with one of its names; earlier names win over later ones. */
function assignByName(choice: Choice, input: MappingInput, strength: 'strong' | 'weak'): void {
  const normalised = input.headers.map(normaliseHeader);
  for (const field of tableFields) {
    if (choice.columns.has(field)) continue;
    for (const name of headerNames.get(field)?.[strength] ?? []) {
      const column = normalised.findIndex(
        (header, index) =>
          header === name && name !== '' && !choice.taken.has(index) && contentFits(field, filled(input.rows, index), strength),
      );
      if (column === -1) continue;
      assign(choice, field, { column, confidence: strength });
      break;
    }
  }
}

/** "Debiteur", "Relatie" or "Contact" may hold a code: digits only, while the name stands in another column. */
function moveCodesOutOfNames(choice: Choice, input: MappingInput): void {
  const column = choice.columns.get('customerName');
  if (column === undefined) return;
  const cells = filled(input.rows, column);
  if (share(cells, (cell) => /^[\d.-]{1,15}$/.test(cell.text)) < 0.95) return;
  choice.columns.delete('customerName');
  choice.confidence.delete('customerName');
  if (choice.columns.has('customerCode')) choice.taken.delete(column);
  else assign(choice, 'customerCode', { column, confidence: 'content' });
  assignByName(choice, input, 'strong');
}

/** What a checksum or an @ proves, in columns whose name said nothing. */
function assignByContent(choice: Choice, input: MappingInput): void {
  const tests: readonly (readonly [TableField, (cell: TableCell) => boolean])[] = [
    ['email', (cell) => /^[^\s@]{1,64}@[^\s@]{1,200}$/.test(cell.text)],
    ['vatNumber', (cell) => parseVatNumber(cell.text) !== null],
    ['iban', (cell) => isValidIban(cell.text)],
  ];
  for (const [index] of input.headers.entries()) {
    if (choice.taken.has(index)) continue;
    const cells = filled(input.rows.slice(0, 500), index);
    const found = tests.find(([field, fits]) => !choice.columns.has(field) && cells.length > 0 && share(cells, fits) >= 0.8);
    if (found !== undefined) assign(choice, found[0], { column: index, confidence: 'content' });
  }
}

/** A "Saldo" that adds up row by row is a running balance of the account and says nothing about one invoice. */
function dropRunningBalance(choice: Choice, input: MappingInput): void {
  const [open, total] = [choice.columns.get('amountOpen'), choice.columns.get('amountTotal')];
  if (open === undefined || total === undefined || choice.confidence.get('amountOpen') !== 'weak' || input.rows.length < 3) return;
  const amountAt = (row: TableRow, column: number): number | null => readAmountCell(cellAt(row, column), ',')?.amount ?? null;
  let previous: number | null = null;
  for (const row of input.rows) {
    const [balance, amount] = [amountAt(row, open), amountAt(row, total)];
    if (balance === null || amount === null || (previous !== null && balance !== previous + amount)) return;
    previous = balance;
  }
  choice.columns.delete('amountOpen');
  choice.confidence.delete('amountOpen');
}

/**
 * The date order that the file as a whole shows: a part above 12 settles it, then due dates that would lie before their invoice date,
 * then dots or dashes (day first) and a dollar sign (month first). `isClear` is false when it had to be assumed.
 */
export function inferDateOrder(
  input: MappingInput,
  columns: ColumnMapping['columns'],
): { readonly order: DateOrder; readonly isClear: boolean } {
  const present = dateFields.flatMap((field) => columns[field] ?? []);
  const evidence = dateEvidence(present.flatMap((column) => filled(input.rows, column)));
  if (evidence.dayFirst !== evidence.monthFirst) return { order: evidence.dayFirst > evidence.monthFirst ? 'dmy' : 'mdy', isClear: true };
  if (evidence.open === 0) return { order: 'dmy', isClear: true };
  const wrong = (order: DateOrder): number =>
    input.rows.filter((row) => {
      const [issue, due] = [readDateCell(cellAt(row, columns.invoiceDate), order), readDateCell(cellAt(row, columns.dueDate), order)];
      return issue !== null && due !== null && due < issue;
    }).length;
  const [wrongDayFirst, wrongMonthFirst] = [wrong('dmy'), wrong('mdy')];
  if (wrongDayFirst !== wrongMonthFirst) return { order: wrongDayFirst < wrongMonthFirst ? 'dmy' : 'mdy', isClear: true };
  if (evidence.separators.size > 0 && !evidence.separators.has('/')) return { order: 'dmy', isClear: true };
  const hasDollars = amountFields.some((field) => filled(input.rows, columns[field] ?? -1).some((cell) => cell.text.includes('$')));
  return hasDollars ? { order: 'mdy', isClear: true } : { order: 'dmy', isClear: false };
}

/** The decimal mark of the amounts of a file: what most cells show, else what goes with its delimiter (`;` with a comma). */
export function inferDecimalMark(
  input: MappingInput,
  columns: ColumnMapping['columns'],
): { readonly mark: DecimalMark; readonly isClear: boolean } {
  const cells = amountFields.flatMap((field) => (columns[field] === undefined ? [] : filled(input.rows, columns[field])));
  const { comma, dot, open } = decimalEvidence(cells);
  if (comma !== dot) return { mark: comma > dot ? ',' : '.', isClear: true };
  return { mark: input.delimiter === ',' ? '.' : ',', isClear: open === 0 };
}

function questionsAbout(choice: Choice, input: MappingInput, unclear: { date: boolean; decimal: boolean }): readonly Problem[] {
  const questions: Problem[] = [];
  const columnOf = (field: TableField): string => input.headers[choice.columns.get(field) ?? -1] ?? '';
  const where = { file: input.file };
  for (const field of [...dateFields, ...amountFields]) {
    if (choice.confidence.get(field) === 'weak')
      questions.push(problem('warning', 'table-column-uncertain', { field, column: columnOf(field).slice(0, 60) }, where));
  }
  const dateField = dateFields.find((field) => choice.columns.has(field));
  if (unclear.date && dateField !== undefined)
    questions.push(problem('warning', 'table-date-order-unclear', { column: columnOf(dateField).slice(0, 60) }, where));
  const amountField = amountFields.find((field) => choice.columns.has(field));
  if (unclear.decimal && amountField !== undefined) {
    questions.push(problem('warning', 'table-decimal-unclear', { column: columnOf(amountField).slice(0, 60) }, where));
  }
  return questions;
}

/** Rows whose content is held against the names; date order and decimal mark look at all of them. */
const contentRows = 2_000;

/** Footers and headings would hide what a column holds: they are left out before the content is looked at. */
const isDataRow = (row: TableRow): boolean => {
  const cells = row.cells.filter((cell) => cell.text !== '');
  return cells.length >= 2 && totalRow(cells[0]?.text ?? '') === null;
};

/** Proposes what each column means, how sure that is per field, and what is worth asking. */
export function proposeMapping(given: MappingInput): MappingProposal {
  const input = { ...given, rows: given.rows.filter(isDataRow) };
  const choice: Choice = { columns: new Map(), confidence: new Map(), taken: new Set() };
  const sample = { ...input, rows: input.rows.slice(0, contentRows) };
  assignByName(choice, sample, 'strong');
  moveCodesOutOfNames(choice, sample);
  assignByName(choice, sample, 'weak');
  assignByContent(choice, sample);
  dropRunningBalance(choice, sample);
  const columns: ColumnMapping['columns'] = Object.fromEntries(choice.columns);
  const [date, decimal] = [inferDateOrder(input, columns), inferDecimalMark(input, columns)];
  return {
    mapping: { signature: headerSignature(input.headers), columns, dateOrderWhenUnclear: date.order, decimalMarkWhenUnclear: decimal.mark },
    confidence: Object.fromEntries(choice.confidence),
    questions: questionsAbout(choice, input, { date: !date.isClear, decimal: !decimal.isClear }),
  };
}
