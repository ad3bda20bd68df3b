/**
 * The order of work: exposure × risk × overdue (product/metrics.md §18). The three factors are always shown with the product, and the
 * choice of exposure changes the order, so it is named here: what is overdue or falls due within seven days, without what is disputed.
 */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, subtractCents, zeroCents } from '../../../src-shared/money.ts';

export type PriorityItem = { readonly openCents: Cents; readonly disputedCents: Cents; readonly dueDate: PlainDateText | null };

export const dueSoonDays = 7;

/** E: overdue plus due within seven days, undisputed. Credit and undated documents do not count. */
export function exposureCents(items: readonly PriorityItem[], today: PlainDateText): Cents {
  const horizon = addDays(today, dueSoonDays);
  let exposure = zeroCents;
  for (const { openCents, disputedCents, dueDate } of items) {
    if (openCents <= 0 || dueDate === null || dueDate > horizon || disputedCents >= openCents) continue;
    exposure = addCents(exposure, subtractCents(openCents, disputedCents));
  }
  return exposure;
}

/** Days past due of the oldest undisputed open document; 0 when nothing is overdue. */
export function oldestDaysOverdue(items: readonly PriorityItem[], today: PlainDateText): number {
  let oldest = 0;
  for (const { openCents, disputedCents, dueDate } of items) {
    if (openCents > disputedCents && openCents > 0 && dueDate !== null) oldest = Math.max(oldest, daysBetween(dueDate, today));
  }
  return oldest;
}

/** T: grows by one for each thirty days overdue, at most four. */
export const overdueFactor = (daysOverdue: number): number => Math.min(1 + Math.max(0, daysOverdue) / 30, 4);

/** What is known of how a customer pays. `daysLate` of paid invoices: negative or zero = on time. */
export type PaymentBehaviour = { readonly daysLate: readonly number[]; readonly brokenPromises: number };

/**
 * R: chance that nothing is paid in the next fourteen days without action, between 0.05 and 0.95. The share of paid invoices that came more
 * than fourteen days late, drawn towards 0.35 as if four further invoices were known (so that one late invoice is no verdict), and 0.10 more
 * for each broken promise up to three. An estimate for ranking, not a forecast.
 */
export function notPaidRisk(behaviour: PaymentBehaviour): number {
  const late = behaviour.daysLate.filter((days) => days > 14).length;
  const share = (late + 0.35 * 4) / (behaviour.daysLate.length + 4);
  const risk = share + 0.1 * Math.min(3, Math.max(0, behaviour.brokenPromises));
  return Math.round(Math.min(0.95, Math.max(0.05, risk)) * 100) / 100;
}

export type PriorityScore = {
  /** E × R × T in euro, to the cent. */
  readonly value: number;
  readonly exposureCents: Cents;
  readonly risk: number;
  readonly overdueFactor: number;
};

/** The score with its three factors; `risk` between 0 and 1. */
export function priorityScore(input: {
  readonly exposureCents: Cents;
  readonly risk: number;
  readonly daysOverdue: number;
}): PriorityScore {
  const factor = overdueFactor(input.daysOverdue);
  const value = Math.round(input.exposureCents * input.risk * factor) / 100;
  return { value, exposureCents: input.exposureCents, risk: input.risk, overdueFactor: factor };
}
