/**
 * Exact arithmetic of the law: whole cents, rates in millionths of a percent, products as BigInt, and one rounding at the very end of a line.
 * Amounts that the debtor owes are rounded half up (away from zero); amounts that the law caps are rounded down.
 */
import { type Cents, cents } from '../../../src-shared/money.ts';

/** A percentage in millionths: 10.15 % is 10_150_000. */
export type PercentMillionths = bigint;

const million = 1_000_000n;
const percentPattern = /^(\d{1,3})(?:\.(\d{1,6}))?$/;

/** Reads `10.15`: a percentage of zero or more with a dot and at most six decimals; null for anything else. */
export function parsePercent(text: string): PercentMillionths | null {
  const match = percentPattern.exec(text.trim());
  return match === null ? null : BigInt(match[1] ?? '0') * million + BigInt((match[2] ?? '').padEnd(6, '0'));
}

/** Text of a percentage without needless zeros: `10.15`, `8`. */
export function percentText(value: PercentMillionths): string {
  const fraction = String(value % million)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${value / million}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A percentage already known to be one. Throws a RangeError when it is not: that is a bug, not input. */
export function percentOf(text: string): PercentMillionths {
  const value = parsePercent(text);
  if (value === null) throw new RangeError(`not a percentage: ${text}`);
  return value;
}

export type Rounding = 'half-up' | 'down';

/** A quotient of whole numbers, not negative, as a whole number. */
export function quotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (numerator < 0n || denominator <= 0n) throw new RangeError('a quotient of the law has no negative part');
  return rounding === 'down' ? numerator / denominator : (2n * numerator + denominator) / (2n * denominator);
}

/** A percentage of an amount, in cents. */
export const shareOf = (amount: Cents, percent: PercentMillionths, rounding: Rounding): Cents =>
  cents(Number(quotient(BigInt(amount) * percent, 100n * million, rounding)));

/** Interest over a number of days, in cents: amount × rate × days ÷ (100 % × days of the year). */
export const interestOf = (accrual: { readonly amount: bigint; readonly percent: PercentMillionths; readonly days: number; readonly yearDays: number }, rounding: Rounding): bigint =>
  quotient(accrual.amount * accrual.percent * BigInt(accrual.days), 100n * million * BigInt(accrual.yearDays), rounding);
