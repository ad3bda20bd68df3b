import { addDays, addMonths, dayOfWeek, daysBetween, lastDayOfMonth, parsePlainDate, type PlainDateText } from '../dates.ts';
import { dayNames, monthNames } from './formatters.ts';
import type { Language } from './languages.ts';

/**
 * Reads a date as people type it: `21-11`, `21/11/26`, `21 nov`, `gisteren`, `vrijdag`, `+14`, `2026-11-21`. The interface shows below
 * the field what was understood, so a guess about the year is always visible.
 */
export type DateInput =
  | { readonly kind: 'date'; readonly date: PlainDateText }
  | { readonly kind: 'empty' }
  /** Looks like a date, but there is no such day (31-11). */
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'not-understood' };

const relativeDays: Record<Language, Readonly<Record<string, number>>> = {
  nl: { vandaag: 0, v: 0, gisteren: -1, eergisteren: -2, morgen: 1, overmorgen: 2 },
  en: { today: 0, t: 0, yesterday: -1, tomorrow: 1 },
  fr: { "aujourd'hui": 0, 'aujourd’hui': 0, hier: -1, 'avant-hier': -2, demain: 1, 'après-demain': 2 },
};
const monthEnds: Record<Language, readonly string[]> = {
  nl: ['eind', 'einde maand', 'ultimo'],
  en: ['end', 'end of month'],
  fr: ['fin', 'fin du mois'],
};

const asDate = (year: number, month: number, day: number): DateInput => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = parsePlainDate(text);
  return date === null ? { kind: 'no-such-day' } : { kind: 'date', date };
};

/** Without a year: the one that brings the day nearest to today. */
function nearestYear(month: number, day: number, today: PlainDateText): DateInput {
  const year = Number(today.slice(0, 4));
  let best: PlainDateText | null = null;
  for (const candidate of [year, year - 1, year + 1]) {
    const read = asDate(candidate, month, day);
    if (read.kind === 'date' && (best === null || Math.abs(daysBetween(today, read.date)) < Math.abs(daysBetween(today, best))))
      best = read.date;
  }
  return best === null ? { kind: 'no-such-day' } : { kind: 'date', date: best };
}

function fromParts(day: string, month: number, year: string | undefined, today: PlainDateText): DateInput {
  if (year === undefined || year === '') return nearestYear(month, Number(day), today);
  return asDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(day));
}

function readMonthName(text: string, language: Language): number {
  if (text.length < 3) return 0;
  for (const names of [monthNames(language, 'long'), monthNames(language, 'short')]) {
    const index = names.findIndex((name) => name.toLowerCase().startsWith(text) || text === name.toLowerCase());
    if (index >= 0) return index + 1;
  }
  return 0;
}

/** The named day that comes next; today does not count. */
function readDayName(text: string, language: Language, today: PlainDateText): DateInput | null {
  if (text.length < 2) return null;
  const index = [dayNames(language, 'short'), dayNames(language, 'long')]
    .map((names) => names.findIndex((name) => name.toLowerCase() === text))
    .find((found) => found >= 0);
  if (index === undefined) return null;
  return { kind: 'date', date: addDays(today, ((index + 1 - dayOfWeek(today) + 6) % 7) + 1) };
}

function readWords(text: string, language: Language, today: PlainDateText): DateInput | null {
  for (const words of [relativeDays[language], relativeDays.nl]) {
    const days = Object.hasOwn(words, text) ? words[text] : undefined;
    if (days !== undefined) return { kind: 'date', date: addDays(today, days) };
  }
  if (monthEnds[language].includes(text)) return { kind: 'date', date: lastDayOfMonth(today) };
  const shift = /^([+-])\s?(\d{1,3})\s?([dwm]?)$/.exec(text);
  if (shift === null) return readDayName(text, language, today);
  const amount = Number(shift[2]) * (shift[1] === '-' ? -1 : 1);
  if (shift[3] === 'm') return { kind: 'date', date: addMonths(today, amount) };
  return { kind: 'date', date: addDays(today, shift[3] === 'w' ? amount * 7 : amount) };
}

export function readDateInput(typed: string, today: PlainDateText, language: Language): DateInput {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ').slice(0, 40);
  if (text === '') return { kind: 'empty' };
  const words = readWords(text, language, today);
  if (words !== null) return words;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return asDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/.exec(text);
  if (numeric !== null) return fromParts(numeric[1] ?? '', Number(numeric[2]), numeric[3], today);
  const packed = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text);
  if (packed !== null) return fromParts(packed[1] ?? '', Number(packed[2]), packed[3], today);
  const named = /^(?:(\d{1,2})[ -]?)([\p{L}]{3,10})\.?(?:[ -](\d{4}|\d{2}))?$/u.exec(text);
  if (named !== null) {
    const month = readMonthName(named[2] ?? '', language);
    if (month > 0) return fromParts(named[1] ?? '', month, named[3], today);
  }
  return { kind: 'not-understood' };
}
