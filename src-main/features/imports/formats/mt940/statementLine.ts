/**
 * The fields of MT940 that hold amounts: balances (:60:, :62:) and the statement line (:61:). The grammar is wider than SWIFT's, as
 * banks are: trailing zeros dropped, zero padding, blanks, lower case marks, references without bounds.
 */
import { daysInMonth, daysBetween, parsePlainDate, type PlainDateText } from '../../../../../src-shared/dates.ts';
import { negateCents, type Cents } from '../../../../../src-shared/money.ts';
import type { BankBalance, ForeignAmount } from '../../../../domain/bankStatement.ts';
import { parseCommaCents } from '../amountText.ts';

/** A date of six digits, YYMMDD; years below 80 are of this century. A day beyond the end of the month becomes its last day. */
export function shortDate(text: string): PlainDateText | null {
  if (!/^\d{6}$/.test(text)) return null;
  const year = Number(text.slice(0, 2));
  return clampedDate((year < 80 ? 2000 : 1900) + year, Number(text.slice(2, 4)), Number(text.slice(4, 6)));
}

/** German interest is booked on 30 February: such a day is the last of its month. */
function clampedDate(year: number, month: number, day: number): PlainDateText | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const last = Math.min(day, daysInMonth(year, month));
  return parsePlainDate(`${year}-${month < 10 ? '0' : ''}${month}-${last < 10 ? '0' : ''}${last}`);
}

/** An entry date MMDD has no year: that of the three around the value date which brings it nearest. Never the year of today. */
export function entryDate(text: string, valueDate: PlainDateText): PlainDateText | null {
  // Nearly always the day itself.
  if (valueDate.startsWith(text.slice(0, 2), 5) && valueDate.startsWith(text.slice(2, 4), 8)) return valueDate;
  const year = Number(valueDate.slice(0, 4));
  let nearest: PlainDateText | null = null;
  for (const candidate of [year, year - 1, year + 1]) {
    const date = clampedDate(candidate, Number(text.slice(0, 2)), Number(text.slice(2, 4)));
    if (date === null) return null;
    if (nearest === null || Math.abs(daysBetween(valueDate, date)) < Math.abs(daysBetween(valueDate, nearest))) nearest = date;
  }
  return nearest;
}

/** A balance, `C120511EUR5138,61`; null when it cannot be read, also when it lacks the currency. */
export function parseBalance(text: string, isIntermediate: boolean): BankBalance | null {
  const match = /^\s*([CD])(\d{6})([A-Z]{3})\s?([\d.,]{1,40})/i.exec(text);
  const amount = parseCommaCents(match?.[4] ?? '');
  if (match === null || amount === null) return null;
  const isDebit = match[1]?.toUpperCase() === 'D';
  return {
    amount: isDebit ? negateCents(amount) : amount,
    beyondCents: '',
    currency: (match[3] ?? '').toUpperCase(),
    date: shortDate(match[2] ?? ''),
    isIntermediate,
  };
}

export type StatementLine = {
  readonly valueDate: PlainDateText;
  /** Null when the bank gives none. */
  readonly bookDate: PlainDateText | null;
  /** Signed from the account holder's side. */
  readonly amount: Cents;
  readonly isReversal: boolean;
  /** Four characters: N, S or F and three more; blanks at its end removed. */
  readonly type: string;
  /** What stands behind the type up to `//`, blanks kept: old Rabobank puts columns there. */
  readonly reference: string;
  readonly bankRef: string | null;
  /** Further lines. */
  readonly supplementary: string;
  readonly instructed: ForeignAmount | null;
  /** A minus sign stood behind the mark; its meaning is a guess. */
  readonly hasStrayMinus: boolean;
};

const linePattern = /^\s*(\d{6})(\d{4}| {4})? ?(R[CD]|E[CD]|[CD])([A-Z])? ?(-?)([\d.,]{1,40}) ?(.*)$/is;

/** C and RD (a debit undone) are money in; D and RC (a credit undone) are money out. */
const isMoneyIn = (mark: string): boolean => mark === 'C' || mark === 'RD' || mark === 'EC';

/** Parts of the further lines that are code words: what precedes them still belongs to the first line (ING, broken lines). */
export const supplementaryWords = /\/(?:TRCD|OCMT|CHGS|EXCH)\//;

function splitLines61(lines: readonly string[]): { readonly main: string; readonly supplementary: string } {
  const joined = lines.join('');
  const word = supplementaryWords.exec(joined);
  if (word !== null && word.index > 0) return { main: joined.slice(0, word.index), supplementary: joined.slice(word.index) };
  const [first = '', ...others] = lines;
  if (linePattern.test(first)) return { main: first, supplementary: others.join('\n') };
  const [second = '', ...rest] = others;
  return { main: first + second, supplementary: rest.join('\n') };
}

/** `/OCMT/EUR49,50/`: the amount as the payer instructed it. */
function originalAmount(supplementary: string): ForeignAmount | null {
  const match = /\/OCMT\/([A-Z]{3})([\d.,]{1,20})/.exec(supplementary);
  const amount = parseCommaCents(match?.[2] ?? '');
  return match === null || amount === null ? null : { amount, currency: match[1] ?? '' };
}

export type LineFailure = 'bank-entry-unreadable' | 'bank-amount-unreadable' | 'bank-date-unreadable';

/** Reads a statement line; a failure names what could not be read. */
export function parseStatementLine(lines: readonly string[]): StatementLine | LineFailure {
  const { main, supplementary } = splitLines61(lines);
  const match = linePattern.exec(main);
  if (match === null) return 'bank-entry-unreadable';
  const magnitude = parseCommaCents(match[6] ?? '');
  if (magnitude === null) return 'bank-amount-unreadable';
  const valueDate = shortDate(match[1] ?? '');
  if (valueDate === null) return 'bank-date-unreadable';
  const written = match[2]?.trim() ?? '';
  const bookDate = written === '' ? null : entryDate(written, valueDate);
  if (written !== '' && bookDate === null) return 'bank-date-unreadable';
  const mark = (match[3] ?? '').toUpperCase();
  const hasStrayMinus = match[5] === '-';
  const isIn = isMoneyIn(mark) !== hasStrayMinus;
  const rest = match[7] ?? '';
  const slashes = rest.indexOf('//', 4);
  const bankRef = slashes === -1 ? '' : rest.slice(slashes + 2).trim();
  return {
    valueDate,
    bookDate,
    amount: isIn ? magnitude : negateCents(magnitude),
    isReversal: mark === 'RC' || mark === 'RD',
    type: rest.slice(0, 4).trim(),
    reference: slashes === -1 ? rest.slice(4) : rest.slice(4, slashes),
    bankRef: bankRef === '' || bankRef === 'NONREF' || bankRef === '/' ? null : bankRef,
    supplementary,
    instructed: originalAmount(supplementary),
    hasStrayMinus,
  };
}
