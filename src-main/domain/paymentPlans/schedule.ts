/**
 * The instalments of a payment plan (requirement 54): equal parts on equal days, what the division leaves over in the last one, so that the
 * parts are exactly the sum. € 1,000 in three is 333.33, 333.33 and 333.34.
 */
import { addDays, addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { type Cents, cents, subtractCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';

/** More are a loan, not a plan. */
export const mostInstalments = 60;
export const intervals = ['week', 'two-weeks', 'month'] as const;
export type Interval = (typeof intervals)[number];
/** So many parts, or parts of so much. */
export type Division = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'amount'; readonly cents: Cents };
export type Terms = { readonly totalCents: Cents; readonly division: Division; readonly firstOn: PlainDateText; readonly interval: Interval };
export type Instalment = { readonly dueOn: PlainDateText; readonly cents: Cents };

/** Always counted from the first day, so that the 31st comes back after a short month. */
function dayOf({ firstOn, interval }: Terms, place: number): PlainDateText {
  if (interval === 'month') return addMonths(firstOn, place);
  return addDays(firstOn, place * (interval === 'week' ? 7 : 14));
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
  return ok(Array.from({ length: asked }, (_, place) => ({ dueOn: dayOf(terms, place), cents: place === asked - 1 ? last : each })));
}
