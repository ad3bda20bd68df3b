/**
 * Where a plan stands. Money received pays the instalments in their order, so nothing is called missed while what came in covers all that
 * had to be paid by then: read in favour of the debtor. What lowers the debt without money (a credit note, an invoice taken back) is taken
 * off the last instalments.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { addWorkingDays, type WorkCalendar } from '../calendar/workCalendar.ts';
import type { Instalment } from './schedule.ts';

export type PlanAccount = {
  /** In their order. */
  readonly instalments: readonly Instalment[];
  /** Received on the documents of the plan since it was made. */
  readonly receivedCents: Cents;
  /** By how much their debt fell otherwise. */
  readonly reducedCents: Cents;
};
export type InstalmentStanding = Instalment & { readonly paidCents: Cents; /** What is still to be paid of it. */ readonly restCents: Cents };

/** The instalments with what is paid of each. Below zero received or reduced counts as nothing. */
export function instalmentStandings({ instalments, receivedCents, reducedCents }: PlanAccount): readonly InstalmentStanding[] {
  let reduced: Cents = cents(Math.max(0, reducedCents));
  const owed = instalments.toReversed().map((one) => {
    const off = cents(Math.min(reduced, one.cents));
    reduced = subtractCents(reduced, off);
    return subtractCents(one.cents, off);
  });
  let received: Cents = cents(Math.max(0, receivedCents));
  return instalments.map((one, place) => {
    const due = owed[instalments.length - 1 - place] ?? zeroCents;
    const paidCents = cents(Math.min(received, due));
    received = subtractCents(received, paidCents);
    return { ...one, paidCents, restCents: subtractCents(due, paidCents) };
  });
}

/** The first instalment of which something is still to be paid; null when none is. */
export const nextInstalment = (standings: readonly InstalmentStanding[]): InstalmentStanding | null => standings.find((one) => one.restCents > 0) ?? null;

export const restOfPlan = (standings: readonly InstalmentStanding[]): Cents => sumCents(standings.map((one) => one.restCents));

export type GraceDay = { readonly today: PlainDateText; readonly calendar: WorkCalendar; /** Working days after its day on which money still comes in time. */ readonly graceDays: number };

/** The last day on which an instalment is in time: a transfer takes a working day, and a weekend may lie between. */
export const lastDayOf = ({ dueOn }: Pick<Instalment, 'dueOn'>, { calendar, graceDays }: Pick<GraceDay, 'calendar' | 'graceDays'>): PlainDateText => addWorkingDays(dueOn, graceDays, calendar);

/** Whether an instalment is missed: not paid in full, and its last day is over. */
export const isMissed = (one: InstalmentStanding, day: GraceDay): boolean => one.restCents > 0 && lastDayOf(one, day) < day.today;
