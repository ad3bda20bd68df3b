/**
 * Dates and amounts in the cells of a list. What `01/02/2026` or `1.234` means is decided per column, from all its cells: one cell
 * alone cannot tell. Nothing goes through a floating point number or through a date with a time zone.
 */
import { monthNumber } from '../../../domain/receivable/termsText.ts';
import { addDays, parsePlainDate, plainDate, type PlainDateText } from '../../../../src-shared/dates.ts';
import { negateCents } from '../../../../src-shared/money.ts';
import { readDecimalAmount, type RoundedAmount } from './decimalAmount.ts';
import type { TableCell } from './rawTable.ts';

export type DateOrder = 'dmy' | 'mdy';
export type DecimalMark = ',' | '.';

const numericDate = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[ T,]{1,2}\d{1,2}:[\d:. apmAPM]{1,12})?$/;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].{1,30})?$/;
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th|e|er|\.)?[ -/]{1,2}(\p{L}{3,10})\.?[ ,-/]{1,2}(\d{4}|\d{2})$/u;
const monthNameDay = /^(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const excelEpoch = plainDate('1899-12-30');

function dateOf(year: string, month: number, day: number): PlainDateText | null {
  const full = year.length === 2 ? `20${year}` : year;
  return parsePlainDate(`${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** The calendar date in a cell. Serial numbers count from 30 December 1899, as Excel does. Null for anything that is no date. */
export function readDateCell({ text, kind }: TableCell, order: DateOrder): PlainDateText | null {
  if (kind === 'date') return parsePlainDate(text);
  const serial = /^(\d{5})(?:\.\d{1,20})?$/.exec(text)?.[1];
  if (serial !== undefined) return Number(serial) >= 20_000 && Number(serial) <= 80_000 ? addDays(excelEpoch, Number(serial)) : null;
  const packed = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (packed !== null) return dateOf(packed[1] ?? '', Number(packed[2]), Number(packed[3]));
  const iso = yearFirst.exec(text);
  if (iso !== null) return dateOf(iso[1] ?? '', Number(iso[2]), Number(iso[3]));
  const numeric = numericDate.exec(text);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    return order === 'dmy' ? dateOf(numeric[4] ?? '', second, first) : dateOf(numeric[4] ?? '', first, second);
  }
  const named = dayMonthName.exec(text) ?? monthNameDay.exec(text);
  if (named === null) return null;
  const [day, name] = /^\d/.test(named[1] ?? '') ? [named[1], named[2]] : [named[2], named[1]];
  const month = monthNumber(name ?? '');
  return month === null ? null : dateOf(named[3] ?? '', month, Number(day));
}

export type DateEvidence = {
  /** Numeric dates whose first or second part is above 12 settle the order. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Numeric dates that fit both orders. */
  readonly open: number;
  /** Separators seen in numeric dates. */
  readonly separators: ReadonlySet<string>;
};

export function dateEvidence(cells: readonly TableCell[]): DateEvidence {
  let [dayFirst, monthFirst, open] = [0, 0, 0];
  const separators = new Set<string>();
  for (const cell of cells) {
    const match = cell.kind === 'text' ? numericDate.exec(cell.text) : null;
    if (match === null) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    separators.add(match[2] ?? '');
    if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
    else if (first !== second) open += 1;
  }
  return { dayFirst, monthFirst, open, separators };
}

const currencyWords = /€|\$|£|\b(?:EUR|USD|GBP|CHF|euro)\b/gi;

type CleanAmount = { readonly body: string; readonly isNegative: boolean };

/** An amount without signs, blanks and currency: brackets, a minus on either side, or `C`/`CR` behind it mean negative. */
function cleanAmount(text: string): CleanAmount | null {
  if (text.length > 40) return null;
  const bare = text
    .normalize('NFKC')
    .replace(currencyWords, '')
    .replace(/[\s'’`]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/([.,])--?$/, '');
  const brackets = /^\((.{1,30})\)$/.exec(bare);
  const inner = brackets?.[1] ?? bare;
  const match = /^([+-]?)(\d[\d.,]{0,25}|[.,]\d{1,2})(-|CR?|DR?|cr?|dr?|Cr|Dr)?$/.exec(inner);
  const body = match?.[2];
  if (match === null || body === undefined) return null;
  const suffix = (match[3] ?? '').toUpperCase();
  return { body, isNegative: brackets !== null || match[1] === '-' || suffix === '-' || suffix.startsWith('C') };
}

/** The decimal mark that one amount shows by itself; null when it shows none. */
function ownDecimalMark(body: string): DecimalMark | null {
  const [comma, dot] = [body.lastIndexOf(','), body.lastIndexOf('.')];
  if (comma !== -1 && dot !== -1) return comma > dot ? ',' : '.';
  const at = Math.max(comma, dot);
  if (at === -1) return null;
  const sign = comma > dot ? ',' : '.';
  if (body.indexOf(sign) !== at) return sign === ',' ? '.' : ',';
  const digits = body.length - at - 1;
  return digits === 1 || digits === 2 || digits > 3 ? sign : null;
}

export type DecimalEvidence = { readonly comma: number; readonly dot: number; readonly open: number };

export function decimalEvidence(cells: readonly TableCell[]): DecimalEvidence {
  let [comma, dot, open] = [0, 0, 0];
  for (const cell of cells) {
    const clean = cell.kind === 'text' ? cleanAmount(cell.text) : null;
    if (clean === null) continue;
    const mark = ownDecimalMark(clean.body);
    if (mark === ',') comma += 1;
    else if (mark === '.') dot += 1;
    else if (/[.,]/.test(clean.body)) open += 1;
  }
  return { comma, dot, open };
}

/** A stored number in scientific notation as plain decimals; other text unchanged. */
export function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d{1,20}))?[eE]([+-]?\d{1,2})$/.exec(text);
  if (match === null) return text;
  const [digits, exponent] = [`${match[2] ?? ''}${match[3] ?? ''}`, Number(match[4])];
  if (exponent < 0) return `${match[1] ?? ''}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${match[1] ?? ''}${whole}${digits.length > exponent + 1 ? `.${digits.slice(exponent + 1)}` : ''}`;
}

/** An amount in a cell with the decimal mark of its column; null when it is no amount. A stored number ignores the mark. */
export function readAmountCell(cell: TableCell, mark: DecimalMark): RoundedAmount | null {
  if (cell.kind === 'date') return null;
  if (cell.kind === 'number') {
    const read = readDecimalAmount(withoutExponent(cell.text));
    // Workbooks store sums with the noise of binary fractions; that is not a rounding to report.
    const noise = /\.\d\d(\d{4})/.exec(cell.text)?.[1] ?? '0000';
    return read === null ? null : { ...read, isRounded: noise !== '0000' && noise !== '9999' && read.isRounded };
  }
  const clean = cleanAmount(cell.text);
  if (clean === null) return null;
  const decimal = ownDecimalMark(clean.body) ?? mark;
  const [whole = '', fraction = '', ...rest] = clean.body.split(decimal);
  const thousands = decimal === ',' ? '.' : ',';
  if (rest.length > 0 || fraction.includes(thousands)) return null;
  const groups = whole.split(thousands);
  if (groups.length > 1 && (groups.slice(1).some((group) => group.length !== 3) || (groups[0] ?? '').length > 3)) return null;
  const read = readDecimalAmount(`${groups.join('')}.${fraction}`);
  if (read === null) return null;
  return clean.isNegative ? { ...read, amount: negateCents(read.amount) } : read;
}
