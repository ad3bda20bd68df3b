/**
 * What one bank's delimited export looks like, as data: how it is told from others, which column holds what, how amounts are signed and
 * where balances stand. A bank is added by one file with such a layout and one line in `csvBank.ts`; the reading itself is the same for all.
 */
import type { PaymentFields } from '../paymentFields.ts';
import type { DecimalMark } from './csvValues.ts';

export const csvColumns = [
  'account',
  'currency',
  'bookDate',
  /** Used when there is no booking date, or none in this row. */
  'otherDate',
  'valueDate',
  'amount',
  'sign',
  /** Money out and money in, each in a column of its own. */
  'debit',
  'credit',
  'fee',
  'balance',
  'balanceBefore',
  'counterAccount',
  'bic',
  'name',
  'ultimateName',
  'text',
  'text2',
  'text3',
  'details',
  'reference',
  'endToEndId',
  'mandateId',
  'creditorId',
  'returnReason',
  'bankRef',
  'type',
  'state',
  'instructedAmount',
  'instructedCurrency',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** One row by the meaning of its columns. `cell` is trimmed; `raw` keeps the blanks, which some banks use as marks. */
export type CsvRecord = { readonly cell: (column: CsvColumn) => string; readonly raw: (column: CsvColumn) => string };

/** Told by the names of its columns: every name of one of the sets must be there. Unknown columns are ignored, missing others tolerated. */
type ByHeader = {
  readonly header: readonly (readonly string[])[];
  /** A header that also has one of these belongs to another layout. */
  readonly without: readonly string[];
  /** The names a column has had, in all languages of the bank. */
  readonly names: Readonly<Partial<Record<CsvColumn, readonly string[]>>>;
};

/** Without a header row: told by what stands in the cells of the first rows. */
type ByShape = {
  readonly delimiters: readonly string[];
  readonly width: { readonly from: number; readonly to: number };
  /** By column number; cells without a pattern may hold anything. */
  readonly shape: Readonly<Record<number, RegExp>>;
  readonly places: Readonly<Partial<Record<CsvColumn, number>>>;
};

export type CsvSigns = { readonly credit: readonly string[]; readonly debit: readonly string[] };

/** What stands above the header row or outside the rows, as far as a bank puts anything there. */
export type CsvPreamble = { readonly closing: string | null; readonly closingDate: string | null };

export type CsvLayout = {
  readonly id: string;
  readonly label: string;
  readonly find: ByHeader | ByShape;
  readonly apostropheFrom: number | null;
  /** `shown` = as the amounts of the file show it: the bank follows the settings of its user. */
  readonly mark: DecimalMark | 'shown';
  /** Words of the column `sign`, compared without case; null when amounts carry their own sign. */
  readonly signs: CsvSigns | null;
  /** In which order rows stand when neither balances nor dates tell. */
  readonly order: 'oldest-first' | 'newest-first';
  /** Rows are in order of another date than that of the booking; balances follow the bookings. */
  readonly isSorted: boolean;
  /** A row that stands for nothing: information, a repeated banner. */
  readonly isEmpty: (record: CsvRecord) => boolean;
  readonly isBooked: (record: CsvRecord) => boolean;
  /** What the row says about the payment, beyond its columns. */
  readonly describe: (record: CsvRecord) => Partial<PaymentFields>;
  readonly bankRef: (record: CsvRecord) => string;
  /** The own account of the row; a bank without account numbers in its export needs more than one column to tell accounts apart. */
  readonly ownAccount: (record: CsvRecord) => string;
  readonly preamble: (rows: readonly (readonly string[])[]) => CsvPreamble | null;
};

/** What most layouts share; a layout names what is its own. */
export const commonLayout = {
  apostropheFrom: null,
  mark: ',',
  signs: null,
  order: 'oldest-first',
  isSorted: true,
  isEmpty: (record: CsvRecord): boolean => record.cell('amount') === '' && record.cell('bookDate') === '' && record.cell('text') === '',
  isBooked: (): boolean => true,
  describe: (): Partial<PaymentFields> => ({}),
  bankRef: (record: CsvRecord): string => record.cell('bankRef'),
  ownAccount: (record: CsvRecord): string => record.cell('account'),
  preamble: (): CsvPreamble | null => null,
} as const;
