/** When a step that waits could be done at the earliest. */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';
import { type WorkCalendar, workingDayOnOrAfter } from '../calendar/workCalendar.ts';
import { noticeDays } from '../paymentPlans/planPhase.ts';
import type { HeldSteps } from './dunningPlan.ts';

/** Causes that hold on the day itself up to which they are said to hold; of the others it is the first free day. */
const coverTheirLastDay: ReadonlySet<CodedReason['code']> = new Set(['held-by-person', 'held-promise', 'held-payment-plan', 'held-plan-unsigned', 'held-plan-noticed']);

/** Of whose country nothing is known here: weekends only. */
const weekends: WorkCalendar = { countries: [], quietPeriods: [] };

/** The first day on which the step could be done, as things stand; today where only an answer is missing. */
export function firstPossibleDay({ reason, until }: Pick<HeldSteps, 'reason' | 'until'>, today: PlainDateText): PlainDateText {
  if (until === null) return reason.code === 'held-plan-notice-due' ? workingDayOnOrAfter(addDays(today, noticeDays + 1), weekends) : today;
  return coverTheirLastDay.has(reason.code) ? workingDayOnOrAfter(addDays(until, 1), weekends) : until;
}
