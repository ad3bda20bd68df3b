import { Temporal } from 'temporal-polyfill';

/** A calendar date as text, `YYYY-MM-DD`: no time, no zone. Text of this form compares as dates compare. */
declare const plainDateBrand: unique symbol;
export type PlainDateText = string & { readonly [plainDateBrand]: true };

const isoPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD`; null for anything else, also for days that do not exist. */
export function parsePlainDate(text: string): PlainDateText | null {
  if (!isoPattern.test(text)) return null;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as PlainDateText;
}

/** Brands text already known to be a date, such as one read from the ledger. Throws when it is not: that is a bug. */
export function plainDate(text: string): PlainDateText {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const toPlain = (date: PlainDateText): Temporal.PlainDate => Temporal.PlainDate.from(date);
const fromPlain = (date: Temporal.PlainDate): PlainDateText => date.toString() as PlainDateText;

export const addDays = (date: PlainDateText, days: number): PlainDateText => fromPlain(toPlain(date).add({ days }));
/** Adds calendar months; the day is cut to the end of a shorter month (31 January + 1 = 28 or 29 February). */
export const addMonths = (date: PlainDateText, months: number): PlainDateText => fromPlain(toPlain(date).add({ months }));

/** Whole days since 1970-01-01 (civil count), for differences over many rows without allocating. */
export function epochDay(date: PlainDateText): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Days from `from` to `to`; negative when `to` lies before `from`. */
export const daysBetween = (from: PlainDateText, to: PlainDateText): number => epochDay(to) - epochDay(from);

/** 1 = Monday … 7 = Sunday. */
export const dayOfWeek = (date: PlainDateText): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;

export const lastDayOfMonth = (date: PlainDateText): PlainDateText =>
  `${date.slice(0, 8)}${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}` as PlainDateText;
export const firstDayOfMonth = (date: PlainDateText): PlainDateText => `${date.slice(0, 8)}01` as PlainDateText;
