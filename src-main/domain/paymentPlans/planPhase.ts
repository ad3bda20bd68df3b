/**
 * What a payment plan means for follow-up today, by what its agreement says: it starts when both have signed by a day; a missed instalment
 * is first told in writing and can be paid in the seven days after that; only then the rest is due at once.
 */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { type WorkCalendar, workingDayOnOrAfter } from '../calendar/workCalendar.ts';
import { type GraceDay, lastDayOf } from './planStanding.ts';
import type { Instalment } from './schedule.ts';

/** Days after the written notice in which a missed instalment can still be paid, as the agreement prints it. */
export const noticeDays = 7;

/** More instalments, or a longer time than this from the first to the last of them, is seldom kept: said aloud, not forbidden (requirement 55). */
export const usualMost = 12;

/** What is known of a plan and of its first instalment that is not paid. */
export type PlanFacts = Pick<Instalment, 'dueOn'> & {
  /** The day by which both sign; null once they did. */
  readonly signBy: PlainDateText | null;
  /** The day of the written notice that this instalment was missed; null without one. */
  readonly noticedOn: PlainDateText | null;
};

export type PlanPhase =
  | { readonly kind: 'unsigned'; readonly untilDate: PlainDateText }
  | { readonly kind: 'lapsed'; readonly signBy: PlainDateText; readonly from: PlainDateText }
  | { readonly kind: 'kept'; readonly untilDate: PlainDateText }
  | { readonly kind: 'notice-due' }
  | { readonly kind: 'noticed'; readonly noticeDate: PlainDateText; readonly untilDate: PlainDateText }
  | { readonly kind: 'broken'; readonly noticeDate: PlainDateText; readonly from: PlainDateText };

/** The last day of the seven after a notice, on a working day of whoever pays: our own quiet days are no days off of his. */
export const lastNoticeDay = (noticedOn: PlainDateText, calendar: WorkCalendar): PlainDateText => workingDayOnOrAfter(addDays(noticedOn, noticeDays), { ...calendar, quietPeriods: [] });

export function planPhase({ dueOn, signBy, noticedOn }: PlanFacts, grace: GraceDay): PlanPhase {
  const { today, calendar } = grace;
  if (signBy !== null) return signBy < today ? { kind: 'lapsed', signBy, from: addDays(signBy, 1) } : { kind: 'unsigned', untilDate: signBy };
  const untilDate = lastDayOf({ dueOn }, grace);
  if (untilDate >= today) return { kind: 'kept', untilDate };
  if (noticedOn === null) return { kind: 'notice-due' };
  const last = lastNoticeDay(noticedOn, calendar);
  return last < today ? { kind: 'broken', noticeDate: noticedOn, from: addDays(last, 1) } : { kind: 'noticed', noticeDate: noticedOn, untilDate: last };
}

/**
 * The days for which a plan without interest was kept, from the day it was agreed: to the day it ended, to the end of the notice's term
 * when a missed instalment was not paid then, and otherwise as long as it runs. Cautious: what is paid late after all breaks nothing. Null
 * for a plan that nobody signed, or that was never kept.
 */
export function keptPeriod(
  { agreedOn, endedOn, planned }: { readonly agreedOn: PlainDateText; readonly endedOn: PlainDateText | null; readonly planned: PlanFacts | null },
  grace: GraceDay,
): { readonly from: PlainDateText; readonly to: PlainDateText } | null {
  if (planned !== null && planned.signBy !== null) return null;
  const phase = planned === null ? null : planPhase(planned, grace);
  const broken = phase?.kind === 'broken' ? phase.from : null;
  const running = addDays(grace.today, 1);
  const to = [endedOn, broken].reduce<PlainDateText>((first, day) => (day !== null && day < first ? day : first), running);
  return to > agreedOn ? { from: agreedOn, to } : null;
}

/** Whether a plan is more than what is usually kept: over twelve instalments, or more than twelve months from the first to the last. */
export function isLong(instalments: readonly Pick<Instalment, 'dueOn'>[]): boolean {
  const [first, last] = [instalments[0], instalments.at(-1)];
  if (first === undefined || last === undefined) return false;
  return instalments.length > usualMost || monthsBetween(first.dueOn, last.dueOn) > usualMost;
}

const monthOf = (date: PlainDateText): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const monthsBetween = (from: PlainDateText, to: PlainDateText): number => monthOf(to) - monthOf(from) + (to.slice(8) > from.slice(8) ? 1 : 0);
