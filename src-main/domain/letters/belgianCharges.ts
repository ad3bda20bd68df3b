/**
 * What the clause of the terms may ask of a Belgian consumer who does not pay after the free reminder (WER art. XIX.4): a fixed indemnity
 * on the outstanding balance and interest, each at most the cap of the law, rounded down to the cent in the consumer's favour.
 */
import { type Cents, cents } from '../../../src-shared/money.ts';
import { interestOf, percentOf } from '../law/exactShare.ts';

export type Indemnity = {
  readonly amount: Cents;
  /** Fixed part plus a share of the part above a bound; null where the amount is fixed or capped. */
  readonly formula: { readonly floor: Cents; readonly percent: number; readonly part: Cents } | null;
};

const bounds = { low: 150_00, high: 500_00 } as const;
const maximum = 2_000_00;

/** Up to 150: 20. Up to 500: 30 + 10% of the part above 150. Above: 65 + 5% of the part above 500, at most 2,000 in all. */
export function belgianIndemnity(balance: Cents): Indemnity {
  if (balance <= bounds.low) return { amount: cents(20_00), formula: null };
  const isLow = balance <= bounds.high;
  const floor = cents(isLow ? 30_00 : 65_00);
  const percent = isLow ? 10 : 5;
  const part = cents(balance - (isLow ? bounds.low : bounds.high));
  const amount = floor + Math.floor((part * percent) / 100);
  return amount >= maximum ? { amount: cents(maximum), formula: null } : { amount: cents(amount), formula: { floor, percent, part } };
}

/** Interest of one day on 365 in whole cents, rounded down; `percent` a year as decimal text. */
export const interestPerDay = (balance: Cents, percent: string): Cents =>
  cents(Number(interestOf({ amount: BigInt(balance), percent: percentOf(percent), days: 1, yearDays: 365 }, 'down')));
