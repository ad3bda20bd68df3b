/** The small fields of CODA records: columns, amounts, dates, accounts, transaction codes (Febelfin CODA 2.6, annex 1). */
import { belgianIban, looksLikeIban, normalizeAccount } from '../../../../domain/references/iban.ts';
import { parsePlainDate, type PlainDateText } from '../../../../../src-shared/dates.ts';
import { cents, type Cents } from '../../../../../src-shared/money.ts';

/** Columns of a record, counted from 1, both ends included, as the standard counts them. */
export const columns = (line: string, from: number, to: number): string => line.slice(from - 1, to);

export type CodaAmount = { readonly amount: Cents; readonly beyondCents: string };

/** Twelve digits and three decimals, with a sign column (0 credit, 1 debit); null for anything else. */
export function codaAmount(sign: string, digits: string): CodaAmount | null {
  if (!/^\d{15}$/.test(digits) || (sign !== '0' && sign !== '1')) return null;
  const magnitude = Number(digits.slice(0, 14));
  return {
    amount: cents(sign === '1' && magnitude !== 0 ? -magnitude : magnitude),
    beyondCents: digits.endsWith('0') ? '' : digits.slice(14),
  };
}

/** An unsigned amount of a structured communication in whole cents; null when blank, zero or finer than a cent. */
export function codaMagnitude(digits: string): Cents | null {
  const read = codaAmount('0', digits);
  return read === null || read.amount === 0 || read.beyondCents !== '' ? null : read.amount;
}

/** DDMMYY; years below 80 are of this century. Null for 000000 (unknown) and for a day that does not exist. */
export function codaDate(text: string): PlainDateText | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  return parsePlainDate(`${Number(year) < 80 ? '20' : '19'}${year}-${month}-${day}`);
}

export type CodaAccount = { readonly account: string; readonly currency: string | null };

const currencyOf = (text: string): string | null => (/^[A-Z]{3}$/.test(text) ? text : null);

/** A Belgian account number as an IBAN when its check digits fit; as it stands otherwise (anonymised files have invented numbers). */
const fromBban = (number: string): string => belgianIban(number) ?? normalizeAccount(number);

/**
 * The account field of records 1 and 8, 37 columns, by account structure: 0 Belgian number, 1 foreign number, 2 Belgian IBAN, 3 foreign
 * IBAN. Without a known structure the content decides. Foreign numbers keep no blanks.
 */
export function codaAccount(structure: string, field: string): CodaAccount {
  const iban = normalizeAccount(field.slice(0, structure === '2' ? 31 : 34));
  const isBelgianNumber = structure === '0' || (!'123'.includes(structure) && !looksLikeIban(iban));
  if (isBelgianNumber) return { account: fromBban(field.slice(0, 12)), currency: currencyOf(field.slice(13, 16)) };
  return { account: iban, currency: currencyOf(field.slice(34, 37)) };
}

/** The account of the other party (record 2.3): an IBAN, a Belgian number of twelve digits, or whatever stands there. */
export function codaCounterAccount(field: string): string | null {
  // An IBAN ends at the first blank: in damaged files other columns have moved up behind it.
  const first = /^[^ ]{0,34}/.exec(field.trimStart())?.[0] ?? '';
  if (looksLikeIban(first)) return first;
  const whole = normalizeAccount(field.slice(0, 34));
  if (looksLikeIban(whole)) return whole;
  const number = /^(\d{12})(?: |$)/.exec(field)?.[1];
  if (number !== undefined) return fromBban(number);
  return whole === '' ? null : whole;
}

/** Transaction code TFFOOCCC: type, family, operation, category. */
export type TransactionCode = {
  /** 0 simple, 1 and 2 totals, 3 simple with details, 5-9 details. */
  readonly type: string;
  readonly family: string;
  readonly operation: string;
  readonly category: string;
  readonly text: string;
};

export const transactionCode = (text: string): TransactionCode => ({
  type: text.slice(0, 1),
  family: text.slice(1, 3),
  operation: text.slice(3, 5),
  category: text.slice(5, 8),
  text: text.trim(),
});

/** Operations by which money is given back: unexecutable transfers, unpaid and reimbursed direct debits (CODA 2.6, annex 2). */
const returnOperations: ReadonlySet<string> = new Set(['0154', '0254', '4154', '0503', '0505', '0554', '0556']);

export const isReturnCode = ({ family, operation }: TransactionCode): boolean => returnOperations.has(family + operation);

/** Operations 49 and 99: cancellation or correction. */
export const isCorrection = ({ operation }: TransactionCode): boolean => operation === '49' || operation === '99';
