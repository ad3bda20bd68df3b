/**
 * Days on which follow-up is done: no Saturday or Sunday, no public holiday of the countries of the calendar, no quiet day that the company
 * chose. Only our own steps move with it; terms that the law sets are computed in `legalTerms.ts` and never move with quiet days.
 */
import { addDays, dayOfWeek, type PlainDateText } from '../../../src-shared/dates.ts';
import { type HolidayCountry, type HolidayName, holidayOn } from './holidays.ts';

/** Days the company keeps quiet, both ends included. */
export type QuietPeriod = { readonly from: PlainDateText; readonly to: PlainDateText };
export type WorkCalendar = { readonly countries: readonly HolidayCountry[]; readonly quietPeriods: readonly QuietPeriod[] };

/** Why nothing is sent on a day, or null for a working day. */
export type RestDay = { readonly kind: 'weekend' } | { readonly kind: 'holiday'; readonly name: HolidayName } | { readonly kind: 'quiet' };

/** A holiday outweighs a weekend, so that the reason names what the reader may not know. */
export function restDay(date: PlainDateText, calendar: WorkCalendar): RestDay | null {
  for (const country of calendar.countries) {
    const name = holidayOn(date, country);
    if (name !== null) return { kind: 'holiday', name };
  }
  if (calendar.quietPeriods.some(({ from, to }) => from <= date && date <= to)) return { kind: 'quiet' };
  return dayOfWeek(date) > 5 ? { kind: 'weekend' } : null;
}

export const isWorkingDay = (date: PlainDateText, calendar: WorkCalendar): boolean => restDay(date, calendar) === null;

/** A quiet period may be long, but a calendar without any working day in three years is a mistake in the settings, not a wait. */
const searchLimit = 1100;

/** The date itself when it is a working day, else the first one after it. Throws when there is none within three years. */
export function workingDayOnOrAfter(date: PlainDateText, calendar: WorkCalendar): PlainDateText {
  let day = date;
  for (let tries = 0; tries < searchLimit; tries += 1) {
    if (isWorkingDay(day, calendar)) return day;
    day = addDays(day, 1);
  }
  throw new RangeError(`no working day in the three years after ${date}`);
}

export const nextWorkingDay = (date: PlainDateText, calendar: WorkCalendar): PlainDateText =>
  workingDayOnOrAfter(addDays(date, 1), calendar);

/** The `count`-th working day after a date; the date itself when `count` is 0. */
export function addWorkingDays(date: PlainDateText, count: number, calendar: WorkCalendar): PlainDateText {
  let day = date;
  for (let done = 0; done < count; done += 1) day = nextWorkingDay(day, calendar);
  return day;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: PlainDateText, to: PlainDateText, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** The calendar of the company, widened by the holidays of the customer's country where those are known. */
export function calendarFor(calendar: WorkCalendar, country: string): WorkCalendar {
  if ((country !== 'NL' && country !== 'BE') || calendar.countries.includes(country)) return calendar;
  return { ...calendar, countries: [...calendar.countries, country] };
}
