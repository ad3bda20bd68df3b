/**
 * Public holidays of the Netherlands and Belgium and the closing days of the European payment system, by rule instead of by table, so that
 * they hold for any year. Sources: NL Algemene termijnenwet art. 3 (with Good Friday, art. 3 lid 2, and 5 May every year); BE royal decree
 * of 18 April 1974 (the ten legal holidays); bank days: closing days of TARGET, decided by the ECB on 14 December 2000.
 */
import { addDays, dayOfWeek, epochDay, type PlainDateText, plainDate } from '../../../src-shared/dates.ts';

export type HolidayCountry = 'NL' | 'BE';

export const holidayNames = [
  'new-year',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'kings-day',
  'labour-day',
  'liberation-day',
  'ascension',
  'whit-sunday',
  'whit-monday',
  'belgian-national-day',
  'assumption',
  'all-saints',
  'armistice',
  'christmas',
  'second-christmas-day',
] as const;
export type HolidayName = (typeof holidayNames)[number];
export type Holiday = { readonly date: PlainDateText; readonly name: HolidayName };

const dateOf = (year: number, month: number, day: number): PlainDateText =>
  plainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/** Easter Sunday of a year after 1582, by the anonymous Gregorian method (Meeus/Jones/Butcher). */
export function easterSunday(year: number): PlainDateText {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = Math.floor((century + 8) / 25);
  const moon = (19 * a + century - Math.floor(century / 4) - Math.floor((century - skipped + 1) / 3) + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((a + 11 * moon + 22 * week) / 451);
  const day = moon + week - 7 * late + 114;
  return dateOf(year, Math.floor(day / 31), (day % 31) + 1);
}

/** Days after Easter Sunday of the feasts that move with it. */
const movable: ReadonlyMap<number, HolidayName> = new Map([
  [-2, 'good-friday'],
  [0, 'easter-sunday'],
  [1, 'easter-monday'],
  [39, 'ascension'],
  [49, 'whit-sunday'],
  [50, 'whit-monday'],
]);

const fixed: Readonly<Record<HolidayCountry, ReadonlyMap<string, HolidayName>>> = {
  NL: new Map([
    ['01-01', 'new-year'],
    ['05-05', 'liberation-day'],
    ['12-25', 'christmas'],
    ['12-26', 'second-christmas-day'],
  ]),
  BE: new Map([
    ['01-01', 'new-year'],
    ['05-01', 'labour-day'],
    ['07-21', 'belgian-national-day'],
    ['08-15', 'assumption'],
    ['11-01', 'all-saints'],
    ['11-11', 'armistice'],
    ['12-25', 'christmas'],
  ]),
};

/** The King's birthday is kept on 27 April, until 2013 the Queen's on 30 April; a day earlier when that is a Sunday. */
function royalBirthday(year: number): PlainDateText {
  const date = dateOf(year, 4, year >= 2014 ? 27 : 30);
  return dayOfWeek(date) === 7 ? addDays(date, -1) : date;
}

function movableName(date: PlainDateText): HolidayName | null {
  // Good Friday is never before 20 March, Whit Monday never after 14 June.
  const day = date.slice(5);
  if (day < '03-20' || day > '06-14') return null;
  return movable.get(epochDay(date) - epochDay(easterSunday(Number(date.slice(0, 4))))) ?? null;
}

/** The public holiday of a country on a date, or null. Good Friday counts in the Netherlands only. */
export function holidayOn(date: PlainDateText, country: HolidayCountry): HolidayName | null {
  const name = fixed[country].get(date.slice(5)) ?? movableName(date);
  if (name === 'good-friday' && country === 'BE') return null;
  if (name === null && country === 'NL' && date.slice(5, 7) === '04' && date === royalBirthday(Number(date.slice(0, 4))))
    return 'kings-day';
  return name;
}

/** All public holidays of a country in a year, in order; Sundays that are feasts included. */
export function holidaysOf(year: number, country: HolidayCountry): readonly Holiday[] {
  const found: Holiday[] = [];
  for (let date = dateOf(year, 1, 1); Number(date.slice(0, 4)) === year; date = addDays(date, 1)) {
    const name = holidayOn(date, country);
    if (name !== null) found.push({ date, name });
  }
  return found;
}

const targetClosing: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26']);

/** Whether SEPA transfers are settled on a date: no weekend, no closing day of TARGET. The same in all euro countries. */
export function isBankDay(date: PlainDateText): boolean {
  if (dayOfWeek(date) > 5 || targetClosing.has(date.slice(5))) return false;
  const name = movableName(date);
  return name !== 'good-friday' && name !== 'easter-monday';
}
