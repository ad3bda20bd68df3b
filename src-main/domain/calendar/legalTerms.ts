/**
 * Terms that the law sets for consumers before costs or interest may be asked. They know public holidays but no quiet days of the company.
 * Where the sources leave a doubt the later day is taken (law/nl.md §3, law/be.md §1).
 */
import { addDays, dayOfWeek, type PlainDateText } from '../../../src-shared/dates.ts';
import { holidayOn } from './holidays.ts';
import { addWorkingDays, type WorkCalendar, workingDayOnOrAfter } from './workCalendar.ts';

const belgium: WorkCalendar = { countries: ['BE'], quietPeriods: [] };

/** `startsOn` is day 1 of the term, `lastFreeDay` the last day to pay without charges, `chargesFrom` the first day with them. */
export type LegalTerm = { readonly startsOn: PlainDateText; readonly lastFreeDay: PlainDateText; readonly chargesFrom: PlainDateText };

/**
 * The waiting period of the free first reminder to a Belgian consumer (WER art. XIX.2): 14 calendar days that start on the third working
 * day after posting, or on the calendar day after sending by electronic means; Saturdays do not count as working days. A last day on a
 * Saturday, Sunday or holiday moves to the next working day (BW art. 1.7 §4, applied as caution).
 */
export function belgianFirstReminderTerm(sentOn: PlainDateText, channel: 'email' | 'letter'): LegalTerm {
  const startsOn = channel === 'letter' ? addWorkingDays(sentOn, 3, belgium) : addDays(sentOn, 1);
  const lastFreeDay = workingDayOnOrAfter(addDays(startsOn, 13), belgium);
  return { startsOn, lastFreeDay, chargesFrom: addDays(lastFreeDay, 1) };
}

/**
 * The term of the Dutch fourteen-day letter sent by post (BW 6:96 lid 6; HR 25 November 2016): delivery is the second day after sending,
 * where Sundays, Mondays and holidays do not count; then fourteen full days from the day after delivery.
 */
export function dutchFourteenDayTerm(postedOn: PlainDateText): LegalTerm {
  let delivery = postedOn;
  for (let counted = 0; counted < 2; ) {
    delivery = addDays(delivery, 1);
    const weekday = dayOfWeek(delivery);
    if (weekday !== 7 && weekday !== 1 && holidayOn(delivery, 'NL') === null) counted += 1;
  }
  const lastFreeDay = addDays(delivery, 14);
  return { startsOn: addDays(delivery, 1), lastFreeDay, chargesFrom: addDays(lastFreeDay, 1) };
}
