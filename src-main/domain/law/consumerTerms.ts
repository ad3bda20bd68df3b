/**
 * The free letter that must come before costs: the Dutch fourteen-day letter and the Belgian first reminder. Each answers the last day to
 * pay without charges; charges count from the day after it. By post, by e-mail, over weekends and holidays.
 */
import { addDays, dayOfWeek, type PlainDateText } from '../../../src-shared/dates.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { holidayOn } from '../calendar/holidays.ts';
import { belgianFirstReminderTerm, dutchFourteenDayTerm, type LegalTerm } from '../calendar/legalTerms.ts';
import { lawDates } from './lawDates.ts';
import type { Country, DateLine, LawDate } from './lawTypes.ts';

export type Channel = 'letter' | 'email';
export type ConsumerTerm = LawDate & LegalTerm;

const isFreeDay = (day: PlainDateText): boolean => dayOfWeek(day) > 5 || holidayOn(day, 'NL') !== null;

/**
 * By e-mail the letter is taken to arrive on the day after sending: later than it does, because the sender must prove receipt. Then fourteen
 * full days from the day after delivery, as by post.
 */
function dutchByMail(sentOn: PlainDateText): LegalTerm {
  const delivery = addDays(sentOn, 1);
  const lastFreeDay = addDays(delivery, 14);
  return { startsOn: addDays(delivery, 1), lastFreeDay, chargesFrom: addDays(lastFreeDay, 1) };
}

/**
 * The term of a Dutch fourteen-day letter (BW 6:96 lid 6; HR 25 November 2016): fourteen full days that start the day after delivery. The
 * date is for our own use; the letter itself names no date but the formula. Whether a last day in a weekend is extended is not certain:
 * the doubt says so and whoever charges waits for the working day after it.
 */
export function dutchFourteenDays(sentOn: PlainDateText, channel: Channel): ConsumerTerm {
  const { dateLine, lawDate } = lawDates.NL;
  const term = channel === 'letter' ? dutchFourteenDayTerm(sentOn) : dutchByMail(sentOn);
  const delivery = channel === 'letter' ? 'delivery-post-nl' : 'delivery-electronic-nl';
  const working = [dateLine(delivery, sentOn, term.startsOn), dateLine('fourteen-days-nl', term.startsOn, term.chargesFrom)];
  const doubts = [...(channel === 'email' ? [codedReason('law-email-receipt', {})] : []), ...(isFreeDay(term.lastFreeDay) ? [codedReason('law-term-ends-free-day', { lastDate: term.lastFreeDay })] : [])];
  return { ...lawDate(term.lastFreeDay, 'fourteen-days-nl', { working, doubts }), ...term };
}

/**
 * The waiting period of the free first reminder to a Belgian consumer (WER art. XIX.2): fourteen calendar days, the first being the third
 * working day after posting or the day after sending by electronic means. Saturdays are no working days here, and a last day that is none
 * moves to the next one: both the cautious reading.
 */
export function belgianWaitingPeriod(sentOn: PlainDateText, channel: Channel): ConsumerTerm {
  const { dateLine, lawDate } = lawDates.BE;
  const term = belgianFirstReminderTerm(sentOn, channel);
  const plainEnd = addDays(term.startsOn, 14);
  const moved: readonly DateLine[] = plainEnd < term.chargesFrom ? [dateLine('moved-to-working-day', plainEnd, term.chargesFrom)] : [];
  const working = [dateLine('first-reminder-start-be', addDays(sentOn, 1), term.startsOn), dateLine('first-reminder-term-be', term.startsOn, plainEnd), ...moved];
  const doubts = [...(channel === 'letter' ? [codedReason('law-saturday-working-day', {})] : []), ...(moved.length > 0 ? [codedReason('law-term-moved', {})] : [])];
  return { ...lawDate(term.lastFreeDay, 'first-reminder-term-be', { working, doubts }), ...term };
}

/** The free letter of a country to a consumer. */
export const consumerTerm = (country: Country, sentOn: PlainDateText, channel: Channel): ConsumerTerm =>
  country === 'NL' ? dutchFourteenDays(sentOn, channel) : belgianWaitingPeriod(sentOn, channel);
