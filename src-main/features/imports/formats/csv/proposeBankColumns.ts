/**
 * Proposes what the columns of a list of bookings hold. Names decide first, the content must fit; what names leave open the content
 * settles where it can be told for certain: dates, an account that is always the same, a balance that runs along with the amounts.
 */
import { dateEvidence, decimalEvidence } from '../../invoiceFormats/cellValues.ts';
import { cellAt, type TableCell, type TableRow } from '../../invoiceFormats/rawTable.ts';
import { isValidIban, looksLikeIban, normalizeAccount } from '../../../../domain/references/iban.ts';
import { columnNames, directionWords, type MappedColumn, mappedColumns } from './bankColumnNames.ts';
import { type BankTable, isAmountCell, isDateCell, textOfCell } from './bankTable.ts';
import { csvAmount, csvDate, type DateOrder, type DecimalMark } from './csvValues.ts';
import { headerKey } from './headerKey.ts';

export type BankColumns = {
  readonly columns: Readonly<Partial<Record<MappedColumn, number>>>;
  readonly dateOrder: DateOrder;
  readonly decimalMark: DecimalMark;
  /** What should be looked at before anything is taken in. */
  readonly isDateOrderClear: boolean;
  readonly isDecimalClear: boolean;
  /** All amounts are positive and nothing says in which direction they went. */
  readonly isSignClear: boolean;
};

const contentRows = 1_000;
const directions = new Set([...directionWords.credit, ...directionWords.debit].map((word) => word.toLowerCase()));

const filled = (rows: readonly TableRow[], column: number): readonly TableCell[] =>
  rows.map((row) => cellAt(row, column)).filter((cell) => cell.text !== '');
const share = (cells: readonly TableCell[], fits: (cell: TableCell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

const isDirection = ({ text }: TableCell): boolean => directions.has(text.trim().toLowerCase());
const isIban = ({ text }: TableCell): boolean => isValidIban(text) || looksLikeIban(normalizeAccount(text));
const isAccount = (cell: TableCell): boolean => isIban(cell) || /^\d{5,12}$/.test(normalizeAccount(cell.text));

const isConstant = (cells: readonly TableCell[]): boolean => new Set(cells.map(({ text }) => normalizeAccount(text))).size === 1;

/** Whether the content of a column can be what its name says. An empty column fits a strong name: nothing speaks against it. */
function contentFits(column: MappedColumn, cells: readonly TableCell[], demand: 'strong' | 'weak'): boolean {
  const needed = demand === 'strong' ? 0.5 : 0.95;
  switch (column) {
    case 'bookDate':
    case 'valueDate':
      return share(cells, isDateCell) >= needed;
    case 'amount':
    case 'balance':
      return share(cells, isAmountCell) >= needed;
    case 'debit':
    case 'credit':
      return cells.length === 0 ? demand === 'strong' : share(cells, isAmountCell) >= needed;
    case 'sign':
      return share(cells, isDirection) >= 0.95;
    case 'currency':
      return share(cells, ({ text }) => /^[A-Z]{3}$/i.test(text.trim())) >= needed;
    case 'account':
      return cells.length > 0 && share(cells, isAccount) >= 0.9;
    case 'counterAccount':
      // An account that is always the same is the own one.
      return demand === 'strong' || (share(cells, isAccount) >= 0.5 && (cells.length < 2 || !isConstant(cells)));
    case 'name':
      return share(cells, ({ text }) => /\p{L}{2}/u.test(text)) >= 0.5;
    case 'reference':
    case 'text':
    case 'text2':
    case 'endToEndId':
    case 'bankRef':
      return demand === 'strong' || cells.length > 0;
  }
}

type Choice = { readonly columns: Map<MappedColumn, number>; readonly taken: Set<number> };

function assign(choice: Choice, column: MappedColumn, index: number): void {
  choice.columns.set(column, index);
  choice.taken.add(index);
}

function assignByName(choice: Choice, table: BankTable, strength: 'strong' | 'weak'): void {
  const keys = table.headers.map(headerKey);
  for (const column of mappedColumns) {
    if (choice.columns.has(column)) continue;
    for (const name of columnNames.get(column)?.[strength] ?? []) {
      const index = keys.findIndex(
        (key, at) => key === name && !choice.taken.has(at) && contentFits(column, filled(table.rows, at), strength),
      );
      if (index === -1) continue;
      assign(choice, column, index);
      break;
    }
  }
}

/** "Debet" and "Credit" beside an amount say in which direction, or repeat it: the amount alone tells more. */
function settleAmounts(choice: Choice): void {
  if (choice.columns.has('amount')) {
    for (const column of ['debit', 'credit'] as const) choice.columns.delete(column);
  }
  if (choice.columns.has('debit') && choice.columns.has('credit')) choice.columns.delete('sign');
}

const amountAt = (row: TableRow, column: number, mark: DecimalMark): number | null =>
  csvAmount(textOfCell(cellAt(row, column), mark), mark);

/** Whether one column is the running total of the other, from old to new or from new to old. */
function runsAlong(rows: readonly TableRow[], balance: number, amount: number, mark: DecimalMark): boolean {
  if (rows.length < 3) return false;
  let [up, down, steps] = [0, 0, 0];
  for (const [index, row] of rows.entries()) {
    const previous = rows[index - 1];
    if (previous === undefined) continue;
    const [now, before] = [amountAt(row, balance, mark), amountAt(previous, balance, mark)];
    const [moved, movedBefore] = [amountAt(row, amount, mark), amountAt(previous, amount, mark)];
    if (now === null || before === null || moved === null || movedBefore === null) continue;
    steps += 1;
    if (Math.abs(now - before) === Math.abs(moved)) up += 1;
    if (Math.abs(before - now) === Math.abs(movedBefore)) down += 1;
  }
  return steps > 0 && Math.max(up, down) >= steps * 0.8;
}

function assignMoneyByContent(choice: Choice, table: BankTable, mark: DecimalMark): void {
  if (choice.columns.has('amount') || choice.columns.has('debit') || choice.columns.has('credit')) return;
  const rows = table.rows.slice(0, contentRows);
  const candidates = table.headers
    .map((_header, index) => index)
    .filter((index) => {
      const cells = filled(rows, index);
      return (
        !choice.taken.has(index) &&
        cells.length >= rows.length * 0.9 &&
        share(cells, isAmountCell) >= 0.95 &&
        share(cells, isDateCell) < 0.5
      );
    });
  const withCents = candidates.filter((index) => filled(rows, index).some(({ text }) => /[.,]\d{1,2}\s*$/.test(text)));
  const [amount, balance] = withCents.length > 0 ? withCents : candidates;
  if (amount === undefined) return;
  if (balance !== undefined && runsAlong(rows, amount, balance, mark)) {
    assign(choice, 'amount', balance);
    if (!choice.columns.has('balance')) assign(choice, 'balance', amount);
    return;
  }
  assign(choice, 'amount', amount);
  if (balance !== undefined && !choice.columns.has('balance') && runsAlong(rows, balance, amount, mark)) assign(choice, 'balance', balance);
}

function assignByContent(choice: Choice, table: BankTable): void {
  const rows = table.rows.slice(0, contentRows);
  const open = (): readonly number[] => table.headers.map((_header, index) => index).filter((index) => !choice.taken.has(index));
  const first = (column: MappedColumn, fits: (cells: readonly TableCell[]) => boolean): void => {
    if (choice.columns.has(column)) return;
    const found = open().find((index) => fits(filled(rows, index)));
    if (found !== undefined) assign(choice, column, found);
  };
  first('bookDate', (cells) => cells.length >= rows.length * 0.9 && share(cells, isDateCell) >= 0.95);
  if (!choice.columns.has('amount')) first('sign', (cells) => cells.length >= rows.length * 0.9 && share(cells, isDirection) >= 0.95);
  first('account', (cells) => cells.length === rows.length && rows.length > 1 && share(cells, isIban) === 1 && isConstant(cells));
  first('counterAccount', (cells) => share(cells, isIban) >= 0.5);
  first('currency', (cells) => cells.length === rows.length && share(cells, ({ text }) => /^[A-Z]{3}$/.test(text)) === 1);
  if (choice.columns.has('text') && choice.columns.has('name')) return;
  const length = (index: number): number => filled(rows, index).reduce((sum, { text }) => sum + text.length, 0);
  const words = open()
    .filter((index) => share(filled(rows, index), ({ text }) => /\p{L}{2}/u.test(text)) >= 0.5)
    .sort((one, other) => length(other) - length(one));
  if (!choice.columns.has('text') && words[0] !== undefined) assign(choice, 'text', words.shift() ?? 0);
  if (!choice.columns.has('name') && words[0] !== undefined && table.headers.every((header) => header === ''))
    assign(choice, 'name', words[0]);
}

/** How often the dates of a column turn round: read rightly, a download runs from old to new or back. */
function turns(cells: readonly TableCell[], order: DateOrder): number {
  const dates = cells.map(({ text }) => csvDate(text, order));
  let [up, down, unread] = [0, 0, 0];
  for (const [index, date] of dates.entries()) {
    const previous = dates[index - 1];
    if (date === null) unread += 1;
    else if (previous !== undefined && previous !== null && date > previous) up += 1;
    else if (previous !== undefined && previous !== null && date < previous) down += 1;
  }
  return Math.min(up, down) + unread;
}

/** The order of day and month that the file as a whole shows; `isClear` is false when it had to be assumed. */
export function bankDateOrder(cells: readonly TableCell[]): { readonly order: DateOrder; readonly isClear: boolean } {
  const evidence = dateEvidence(cells);
  if (evidence.dayFirst !== evidence.monthFirst) return { order: evidence.dayFirst > evidence.monthFirst ? 'dmy' : 'mdy', isClear: true };
  if (evidence.open === 0) return { order: 'dmy', isClear: true };
  const [dayFirst, monthFirst] = [turns(cells, 'dmy'), turns(cells, 'mdy')];
  if (dayFirst !== monthFirst) return { order: dayFirst < monthFirst ? 'dmy' : 'mdy', isClear: true };
  return { order: 'dmy', isClear: evidence.separators.size > 0 && !evidence.separators.has('/') };
}

function decimalMarkOf(table: BankTable, columns: BankColumns['columns']): { readonly mark: DecimalMark; readonly isClear: boolean } {
  const money = [columns.amount, columns.debit, columns.credit, columns.balance].filter((column) => column !== undefined);
  const read = money.length > 0 ? money : table.headers.map((_header, index) => index);
  const cells = read.flatMap((column) => filled(table.rows.slice(0, contentRows), column).filter(isAmountCell));
  const { comma, dot, open } = decimalEvidence(cells);
  if (comma !== dot) return { mark: comma > dot ? ',' : '.', isClear: true };
  return { mark: table.delimiter === ',' ? '.' : ',', isClear: open === 0 };
}

/** Whether amounts tell in which direction they went. */
function isSignTold(table: BankTable, columns: BankColumns['columns'], mark: DecimalMark): boolean {
  if (columns.amount === undefined || columns.sign !== undefined) return true;
  const amount = columns.amount;
  const amounts = table.rows.map((row) => amountAt(row, amount, mark)).filter((cents) => cents !== null);
  if (amounts.some((cents) => cents < 0)) return true;
  // All positive beside a balance that only rises is a list of receipts.
  return (
    columns.balance !== undefined &&
    runsAlong(table.rows.slice(0, contentRows), columns.balance, amount, mark) &&
    balanceRises(table, columns.balance, mark)
  );
}

function balanceRises(table: BankTable, column: number, mark: DecimalMark): boolean {
  const balances = table.rows.map((row) => amountAt(row, column, mark)).filter((cents) => cents !== null);
  const [first, last] = [balances[0] ?? 0, balances.at(-1) ?? 0];
  const ordered = first <= last ? balances : balances.toReversed();
  return ordered.every((cents, index) => index === 0 || (ordered[index - 1] ?? 0) <= cents);
}

export function proposeBankColumns(table: BankTable): BankColumns {
  const choice: Choice = { columns: new Map(), taken: new Set() };
  const sample = { ...table, rows: table.rows.slice(0, contentRows) };
  assignByName(choice, sample, 'strong');
  assignByName(choice, sample, 'weak');
  settleAmounts(choice);
  const early = decimalMarkOf(sample, Object.fromEntries(choice.columns));
  assignMoneyByContent(choice, sample, early.mark);
  assignByContent(choice, sample);
  const columns: BankColumns['columns'] = Object.fromEntries(choice.columns);
  const decimal = decimalMarkOf(table, columns);
  const date = bankDateOrder(
    [columns.bookDate, columns.valueDate].flatMap((column) => (column === undefined ? [] : filled(table.rows, column))),
  );
  return {
    columns,
    dateOrder: date.order,
    decimalMark: decimal.mark,
    isDateOrderClear: date.isClear,
    isDecimalClear: decimal.isClear,
    isSignClear: isSignTold(table, columns, decimal.mark),
  };
}

/** Whether the columns make bookings: a day and money. */
export const areComplete = (columns: BankColumns['columns']): boolean =>
  columns.bookDate !== undefined && (columns.amount !== undefined || columns.debit !== undefined || columns.credit !== undefined);
