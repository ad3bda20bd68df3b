/**
 * The instalments of a payment plan (requirement 54): equal parts on equal days, what the division leaves over in the last one, so that the
 * parts are exactly the sum. € 1,000 in three is 333.33, 333.33 and 333.34. No instalment falls on a day off: it moves to the next working day
 * (design/letters.md §7: no deadline on a weekend or holiday).
 */
import { addDays, addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { type Cents, cents, subtractCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { nextWorkingDay, type WorkCalendar, workingDayOnOrAfter } from '../calendar/workCalendar.ts';

/** More are a loan, not a plan. */
export const mostInstalments = 60;
export const intervals = ['week', 'two-weeks', 'month'] as const;
export type Interval = (typeof intervals)[number];
/** So many parts, or parts of so much. */
export type Division = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'amount'; readonly cents: Cents };
export type Terms = { readonly totalCents: Cents; readonly division: Division; readonly firstOn: PlainDateText; readonly interval: Interval; /** Holidays of the customer's country; our own quiet days are left out of it. */ readonly calendar: WorkCalendar };
export type Instalment = { readonly dueOn: PlainDateText; readonly cents: Cents };

/** Always counted from the first day, so that the 31st comes back after a short month. */
function dayOf({ firstOn, interval }: Terms, place: number): PlainDateText {
  if (interval === 'month') return addMonths(firstOn, place);
  return addDays(firstOn, place * (interval === 'week' ? 7 : 14));
}

/** The days of the instalments, each on a working day and later than the one before it. */
function workingDays(terms: Terms, count: number): readonly PlainDateText[] {
  const calendar: WorkCalendar = { ...terms.calendar, quietPeriods: [] };
  const days: PlainDateText[] = [];
  for (let place = 0; place < count; place += 1) {
    const day = workingDayOnOrAfter(dayOf(terms, place), calendar);
    const before = days.at(-1);
    days.push(before !== undefined && day <= before ? nextWorkingDay(before, calendar) : day);
  }
  return days;
}

/**
 * The schedule, oldest first; its amounts are all above zero and add up to the total. `plan-too-many-instalments` above the limit or where
 * a part would be less than a cent, `plan-nothing-open` without a sum.
 */
export function scheduleOf(terms: Terms): Result<readonly Instalment[], AppError> {
  const { totalCents, division } = terms;
  if (totalCents <= 0) return err(appError('plan-nothing-open'));
  const asked = division.kind === 'count' ? division.count : division.cents <= 0 ? 0 : Math.ceil(totalCents / division.cents);
  if (!Number.isSafeInteger(asked) || asked < 1 || asked > mostInstalments || asked > totalCents) return err(appError('plan-too-many-instalments', { most: mostInstalments }));
  const each = division.kind === 'count' ? cents(Math.floor(totalCents / asked)) : division.cents;
  const last = subtractCents(totalCents, cents(each * (asked - 1)));
  return ok(workingDays(terms, asked).map((dueOn, place) => ({ dueOn, cents: place === asked - 1 ? last : each })));
}
