/** One row of a bank export as a booking, or what in it can not be read. */
import type { BankEntry } from '../../../../domain/bankStatement.ts';
import { normalizeAccount } from '../../../../domain/references/iban.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import { type Problem, problem } from '../../../../../src-shared/errors.ts';
import { type Cents, negateCents, subtractCents, zeroCents } from '../../../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { noFields, paymentFromFields, type PaymentFields, tidyText } from '../paymentFields.ts';
import type { CsvColumn, CsvLayout, CsvRecord } from './csvLayout.ts';
import type { CsvRow } from './csvRows.ts';
import { csvAmount, csvAmountOfRow, csvDate, type DateOrder, type DecimalMark } from './csvValues.ts';
import { deliveredReference, messageFields } from './messageText.ts';

export type CsvEntry = {
  readonly entry: BankEntry;
  readonly account: string;
  /** The balance of the account behind this booking, and before it, where the row tells. */
  readonly after: Cents | null;
  readonly before: Cents | null;
  /** For putting bookings in order: date and time as written when the layout has a time. */
  readonly moment: string;
  readonly line: number;
};

export type CsvReading = {
  readonly file: string;
  readonly layout: CsvLayout;
  readonly columns: ReadonlyMap<CsvColumn, number>;
  readonly mark: DecimalMark;
  readonly dateOrder: DateOrder;
  /** The account of rows that name none; empty when they always do. */
  readonly account: string;
};

type AmountIn = (text: string) => Cents | null;

/** Where the bank's mark is only known by what the file shows, single rows may show the other one. */
const amountReader = ({ layout, mark }: CsvReading): AmountIn =>
  layout.mark === 'shown' ? (text) => csvAmountOfRow(text, mark) : (text) => csvAmount(text, mark);

export function recordOf(row: CsvRow, columns: ReadonlyMap<CsvColumn, number>): CsvRecord {
  const raw = (column: CsvColumn): string => {
    const place = columns.get(column);
    return place === undefined ? '' : (row.cells[place] ?? '');
  };
  return { raw, cell: (column) => raw(column).replaceAll('\u00a0', ' ').trim() };
}

const says = (words: readonly string[], word: string): boolean => words.some((one) => one.toLowerCase() === word.toLowerCase());

/** Money in and money out in columns of their own: one of them is filled, or the other is nought. Null when neither or both say something. */
function amountOfTwo(record: CsvRecord, amountIn: AmountIn): Cents | null {
  const [debitText, creditText] = [record.cell('debit'), record.cell('credit')];
  const read = (text: string): Cents | null => (text === '' ? zeroCents : amountIn(text));
  const [debit, credit] = [read(debitText), read(creditText)];
  if (debit === null || credit === null || (debitText === '' && creditText === '') || (debit !== 0 && credit !== 0)) return null;
  return debit === 0 ? credit : negateCents(debit < 0 ? negateCents(debit) : debit);
}

/** The signed amount from the holder's side; null when amount or sign can not be read. A fee is kept by the bank and goes off. */
function signedAmount(record: CsvRecord, { layout, columns }: CsvReading, amountIn: AmountIn): Cents | null {
  if (columns.has('debit') || columns.has('credit')) return amountOfTwo(record, amountIn);
  const amount = amountIn(record.cell('amount'));
  const feeText = record.cell('fee');
  const fee = feeText === '' ? zeroCents : amountIn(feeText);
  if (amount === null || fee === null) return null;
  if (layout.signs === null) return subtractCents(amount, fee);
  const word = record.cell('sign');
  // A sign beside the word would say the same thing twice, or two things.
  if (amount < 0) return null;
  if (says(layout.signs.credit, word)) return amount;
  return says(layout.signs.debit, word) ? negateCents(amount) : null;
}

type Balance = { readonly isRead: boolean; readonly value: Cents | null };

function balanceOf(record: CsvRecord, column: CsvColumn, amountIn: AmountIn): Balance {
  const text = record.cell(column);
  if (text === '') return { isRead: true, value: null };
  const value = amountIn(text);
  return { isRead: value !== null, value };
}

const returned = /storno|terugboeking|teruggeboekt|teruggestort|weigering|rejet|retourn|reject|\breturn/i;

/** What the columns say, and over it what the layout reads out of the bank's own texts. */
function fieldsOf(record: CsvRecord, layout: CsvLayout): PaymentFields {
  const cell = (column: CsvColumn): string | null => record.cell(column) || null;
  const text = [record.cell('text'), record.cell('text2'), record.cell('text3')].filter((part) => part !== '').join(' ');
  const message = messageFields(text);
  const delivered = deliveredReference(record.cell('reference'));
  const described = layout.describe(record);
  const fields = {
    ...noFields,
    ...message,
    account: cell('counterAccount'),
    bic: cell('bic'),
    name: cell('name'),
    ultimateName: cell('ultimateName'),
    endToEndId: cell('endToEndId'),
    mandateId: cell('mandateId'),
    creditorId: cell('creditorId'),
    returnReason: cell('returnReason'),
    isReturn: returned.test(record.cell('type')),
    ...described,
  };
  return { ...fields, reference: delivered ?? fields.reference };
}

function instructedOf(record: CsvRecord, amountIn: AmountIn): BankEntry['instructed'] {
  const [amount, currency] = [amountIn(record.cell('instructedAmount')), record.cell('instructedCurrency').toUpperCase()];
  if (amount === null || amount === 0 || !/^[A-Z]{3}$/.test(currency)) return null;
  return { amount: amount < 0 ? negateCents(amount) : amount, currency };
}

const currencyOf = (text: string): string => (/^[A-Z]{3}$/.test(text.toUpperCase()) ? text.toUpperCase() : 'EUR');

/** An own account as the bank writes it, without blanks; a word that is no number (a product of Revolut) stays as it is. */
const ownAccountOf = (text: string): string => (/\d/.test(text) ? normalizeAccount(text) : text.trim());

type Days = { readonly bookDate: PlainDateText; readonly valueDate: PlainDateText; readonly moment: string };

function daysOf(record: CsvRecord, order: DateOrder): Days | string {
  const written = record.cell('bookDate') || record.cell('otherDate');
  const bookDate = csvDate(written, order);
  if (bookDate === null) return written;
  const valueText = record.cell('valueDate');
  const valueDate = valueText === '' ? bookDate : csvDate(valueText, order);
  if (valueDate === null) return valueText;
  const time = /\d{1,2}:\d{2}(?::\d{2})?/.exec(written)?.[0] ?? '';
  return { bookDate, valueDate, moment: `${bookDate} ${time.padStart(8, '0')}` };
}

/** Codes: bank-account-missing, bank-date-unreadable, bank-amount-unreadable. The row is left out then, and said so. */
export function csvEntry(row: CsvRow, reading: CsvReading): Result<CsvEntry, Problem> {
  const { layout, file } = reading;
  const amountIn = amountReader(reading);
  const record = recordOf(row, reading.columns);
  const where = { file, line: row.line };
  const unread = (code: Problem['code'], text: string): Result<CsvEntry, Problem> =>
    err(problem('error', code, { text: text.slice(0, 80) }, where));
  const account = ownAccountOf(layout.ownAccount(record) || reading.account);
  if (account === '') return err(problem('error', 'bank-account-missing', {}, where));
  const days = daysOf(record, reading.dateOrder);
  if (typeof days === 'string') return unread('bank-date-unreadable', days || row.raw);
  const amount = signedAmount(record, reading, amountIn);
  if (amount === null) return unread('bank-amount-unreadable', `${record.cell('sign')} ${record.cell('amount')}`.trim() || row.raw);
  const [after, before] = [balanceOf(record, 'balance', amountIn), balanceOf(record, 'balanceBefore', amountIn)];
  if (!after.isRead) return unread('bank-amount-unreadable', record.cell('balance'));
  if (!before.isRead) return unread('bank-amount-unreadable', record.cell('balanceBefore'));
  const currency = currencyOf(record.cell('currency'));
  const payment = paymentFromFields(fieldsOf(record, layout), { amount, currency, ownAccount: account });
  const entry: BankEntry = {
    ...payment,
    instructed: instructedOf(record, amountIn),
    bookDate: days.bookDate,
    valueDate: days.valueDate,
    isReversal: false,
    bankRef: layout.bankRef(record) || null,
    customerRef: null,
    typeCode: tidyText(record.cell('type')),
    batchSize: null,
    payments: [],
    clues: [],
    raw: row.raw,
    origin: row.endLine > row.line ? `line ${row.line}-${row.endLine}` : `line ${row.line}`,
  };
  return ok({ entry, account, after: after.value, before: before.value, moment: days.moment, line: row.line });
}
