/**
 * Dates of QIF: `8/15/13`, `15.08.2013`, `3/ 3'26`, `2026-03-03`. Whether the day or the month comes first is nowhere said, so the file
 * as a whole decides: by a number above 12; else it is told, and read in the order that gives no day after today, in which the bookings
 * follow each other, or that is usual in our countries.
 */
import { parsePlainDate, type PlainDateText } from '../../../../../src-shared/dates.ts';

export type DateOrder = 'day-month' | 'month-day';

type Parts = { readonly first: number; readonly second: number; readonly year: number; readonly isYearFirst: boolean };

function partsOf(text: string): Parts | null {
  const match = /^\s?(\d{1,4})\s?[/.-]\s?(\d{1,2})\s?([/.\-'])\s?(\d{1,4})$/.exec(text);
  if (match === null) return null;
  const [, first = '', second = '', mark = '', last = ''] = match;
  if (first.length === 4) return { first: Number(second), second: Number(last), year: Number(first), isYearFirst: true };
  if (first.length > 2 || last.length === 3 || last.length === 1) return null;
  const short = Number(last);
  // Quicken writes the years from 2000 on behind an apostrophe.
  const century = mark === "'" || short < 80 ? 2000 : 1900;
  return { first: Number(first), second: Number(second), year: last.length === 4 ? short : century + short, isYearFirst: false };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A date in a known order; null when it has another shape or does not exist. */
export function qifDate(text: string, order: DateOrder): PlainDateText | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const isMonthFirst = parts.isYearFirst || order === 'month-day';
  const [month, day] = isMonthFirst ? [parts.first, parts.second] : [parts.second, parts.first];
  return parsePlainDate(`${String(parts.year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}

/** Whether the dates only rise or only fall, and do change. */
function runsOneWay(dates: readonly (PlainDateText | null)[]): boolean {
  const known = dates.filter((date) => date !== null);
  const pairs = known.slice(1).map((date, index) => (date > (known[index] ?? date) ? 1 : date < (known[index] ?? date) ? -1 : 0));
  return known.length === dates.length && new Set(pairs.filter((step) => step !== 0)).size === 1;
}

/** What the dates of a file come to in one of the orders. */
type Reading = { readonly isAhead: boolean; readonly isOneWay: boolean };

export type DecidedOrder = { readonly order: DateOrder; readonly isCertain: boolean };

/**
 * The order in which all dates of a file are to be read. That one of the two would give days after today makes the other no certainty: on a
 * Friday a bank may show what it books on Monday. Today is null where nobody says which day it is.
 */
export function decideOrder(texts: readonly string[], today: PlainDateText | null): DecidedOrder {
  const open = texts.map((text) => ({ text, parts: partsOf(text) })).filter(({ parts }) => parts !== null && !parts.isYearFirst);
  const dayFirst = open.filter(({ parts }) => (parts?.first ?? 0) > 12).length;
  const monthFirst = open.filter(({ parts }) => (parts?.second ?? 0) > 12).length;
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'day-month' : 'month-day', isCertain: true };
  if (open.every(({ text, parts }) => text.includes('.') || parts?.first === parts?.second)) return { order: 'day-month', isCertain: true };
  const as = (order: DateOrder): Reading => {
    const dates = open.map(({ text }) => qifDate(text, order));
    return { isAhead: dates.some((date) => date !== null && today !== null && date > today), isOneWay: runsOneWay(dates) };
  };
  const [dayMonth, monthDay] = [as('day-month'), as('month-day')];
  const isMonthDay = dayMonth.isAhead === monthDay.isAhead ? monthDay.isOneWay && !dayMonth.isOneWay : dayMonth.isAhead;
  return { order: isMonthDay ? 'month-day' : 'day-month', isCertain: false };
}
