/**
 * What bookings come to, counted one by one as they come by: a large statement is checked without holding its bookings. Sums beyond the
 * whole numbers that are counted exactly are not sums any more; whoever uses them checks.
 */
import { type Cents, cents, negateCents, sumForeignCents } from '../../src-shared/money.ts';
import type { BalanceCheck, BankBalance } from './bankStatement.ts';

export type EntryTotals = {
  /** Bookings of money in and of money out; those of nothing are only in `count`. */
  readonly incoming: number;
  readonly outgoing: number;
  readonly count: number;
  /** Cents in and cents out, both without a sign. */
  readonly received: number;
  readonly spent: number;
  /** Currency of the first booking; null without bookings. */
  readonly currency: string | null;
  /** Whether all bookings are in that currency. */
  readonly isOneCurrency: boolean;
};

type Counted = { readonly amount: Cents; readonly currency: string };
export type EntryCounter = { readonly add: (entry: Counted) => void; readonly totals: () => EntryTotals };

export const noTotals: EntryTotals = { incoming: 0, outgoing: 0, count: 0, received: 0, spent: 0, currency: null, isOneCurrency: true };

export function createEntryCounter(): EntryCounter {
  const totals: { -readonly [Key in keyof EntryTotals]: EntryTotals[Key] } = { ...noTotals };
  return {
    add({ amount, currency }) {
      totals.count += 1;
      if (amount > 0) {
        totals.incoming += 1;
        totals.received += amount;
      } else if (amount < 0) {
        totals.outgoing += 1;
        totals.spent -= amount;
      }
      totals.currency ??= currency;
      if (totals.currency !== currency) totals.isOneCurrency = false;
    },
    totals: () => ({ ...totals }),
  };
}

/** The totals of two groups of bookings together. */
export const addTotals = (one: EntryTotals, other: EntryTotals): EntryTotals => ({
  incoming: one.incoming + other.incoming,
  outgoing: one.outgoing + other.outgoing,
  count: one.count + other.count,
  received: one.received + other.received,
  spent: one.spent + other.spent,
  currency: one.currency ?? other.currency,
  isOneCurrency:
    one.isOneCurrency && other.isOneCurrency && (one.currency === null || other.currency === null || one.currency === other.currency),
});

/** The totals of the same bookings with the opposite sign. */
export const turnTotals = (totals: EntryTotals): EntryTotals => ({
  ...totals,
  incoming: totals.outgoing,
  outgoing: totals.incoming,
  received: totals.spent,
  spent: totals.received,
});

/** Opening + bookings = closing? As `checkBalance`, for bookings that are only known by what they come to. */
export function checkTotals(input: {
  readonly opening: BankBalance | null;
  readonly closing: BankBalance | null;
  readonly totals: EntryTotals;
}): BalanceCheck {
  const { opening, closing, totals } = input;
  if (opening === null || closing === null) return { balanced: null, difference: null };
  const isOneCurrency = totals.currency === null || (totals.isOneCurrency && totals.currency === opening.currency);
  const isExact = Number.isSafeInteger(totals.received + totals.spent);
  if (opening.currency !== closing.currency || !isOneCurrency || !isExact) return { balanced: false, difference: null };
  const difference = sumForeignCents([closing.amount, negateCents(opening.amount), cents(totals.spent - totals.received)]);
  if (difference === null) return { balanced: false, difference: null };
  return { balanced: difference === 0 && opening.beyondCents === closing.beyondCents, difference };
}
