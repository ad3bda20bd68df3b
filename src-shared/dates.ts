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

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const fourDigits = (year: number): string => String(year).padStart(4, '0');
const fromParts = (year: number, month: number, day: number): PlainDateText => {
  if (year < 0 || year > 9999) throw new RangeError(`a date outside the years 0000–9999: ${year}`);
  return `${fourDigits(year)}-${two(month)}-${two(day)}` as PlainDateText;
};

/** Adds calendar days; negative counts back. */
export const addDays = (date: PlainDateText, days: number): PlainDateText => fromEpochDay(epochDay(date) + days);

/** Adds calendar months; the day is cut to the end of a shorter month (31 January + 1 = 28 or 29 February). */
export function addMonths(date: PlainDateText, months: number): PlainDateText {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return fromParts(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)));
}

/** The civil date of a count of days since 1970-01-01; the inverse of `epochDay`. */
export function fromEpochDay(days: number): PlainDateText {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return fromParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

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
