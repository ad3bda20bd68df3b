import { dayOfWeek, type PlainDateText } from '../dates.ts';
import { type Cents, decimalFromCents } from '../money.ts';
import type { Language } from './languages.ts';

/**
 * Amounts, dates and counts as the reader writes them. The locale is always a parameter. Rules (design/tokens.md): a no-break space
 * inside every amount and percentage, a real minus sign (U+2212), month and day names from our own tables, so that screen,
 * command line and tests agree whatever the version of ICU.
 */
const minusSign = '\u2212';
export const noBreakSpace = '\u00a0';

const locales = { nl: 'nl-NL', en: 'en-IE', fr: 'fr-BE' } as const satisfies Record<Language, string>;
export const localeOf = (language: Language): string => locales[language];

const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(language: Language, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${language} ${key}`;
  let format = numberFormats.get(name);
  if (format === undefined) {
    format = new Intl.NumberFormat(locales[language], options);
    numberFormats.set(name, format);
  }
  return format;
}

/** Intl answers plain and narrow spaces and hyphens by locale; every one becomes the no-break space and the true minus. */
const polish = (text: string): string => text.replaceAll(/[\s\u202f]/g, noBreakSpace).replaceAll('-', minusSign);
const exact = (value: Cents): Intl.StringNumericLiteral => decimalFromCents(value) as Intl.StringNumericLiteral;

/** `€ 1.234,56`, negative `€ −400,00`; the currency is an ISO 4217 code. */
export const formatAmount = (value: Cents, language: Language, currency = 'EUR'): string =>
  polish(numberFormat(language, `currency ${currency}`, { style: 'currency', currency }).format(exact(value)));

/** `1.234,56` without the currency, for tables that say "Bedragen in euro" once. */
export const formatPlainAmount = (value: Cents, language: Language): string =>
  polish(numberFormat(language, 'plain', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(exact(value)));

/** `€ 48.210`: whole euros, only inside a sentence or on an axis. */
export const formatWholeEuros = (value: Cents, language: Language): string =>
  polish(
    numberFormat(language, 'whole', { style: 'currency', currency: 'EUR', minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(
      exact(value),
    ),
  );

/** `12.705` or `5,3`: a count, or a number with at most the given places. */
export const formatNumber = (value: number, language: Language, places = 0): string =>
  polish(numberFormat(language, `number ${places}`, { minimumFractionDigits: 0, maximumFractionDigits: places }).format(value));

/** `62 %` from 0.62, with a no-break space. */
export const formatPercentage = (share: number, language: Language, places = 0): string =>
  `${formatNumber(share * 100, language, places)}${noBreakSpace}%`;

/** Whole percentages that add up to 100 (largest remainder), for parts shown with their total. All zero when there is nothing to share. */
export function wholePercentages(parts: readonly number[]): readonly number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exactShares = parts.map((part, index) => ({ index, exact: (part / total) * 100 }));
  const whole = exactShares.map(({ exact: share }) => Math.floor(share));
  let left = 100 - whole.reduce((sum, part) => sum + part, 0);
  for (const { index } of [...exactShares].sort((a, b) => (b.exact % 1) - (a.exact % 1))) {
    if (left <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

type Names = readonly string[];
const monthsShort: Record<Language, Names> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fr: ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'],
};
const monthsLong: Record<Language, Names> = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
};
const daysShort: Record<Language, Names> = {
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
};
const daysLong: Record<Language, Names> = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
};
const nameAt = (names: Names, index: number): string => names[index] ?? '';

/** Month names of a language, short (`nov`) or long (`november`), January first. */
export const monthNames = (language: Language, length: 'short' | 'long'): Names =>
  (length === 'short' ? monthsShort : monthsLong)[language];
/** Day names of a language, Monday first. */
export const dayNames = (language: Language, length: 'short' | 'long'): Names => (length === 'short' ? daysShort : daysLong)[language];

/**
 * - `short`: 4 sep · `medium`: 4 sep 2026 · `weekday`: vr 20 nov 2026 · `long`: donderdag 19 november 2026
 * - `numeric`: 20-11-2026 (20/11/2026 in English and French) · `month`: nov 2026
 */
export type DateStyle = 'short' | 'medium' | 'weekday' | 'long' | 'numeric' | 'month';

export function formatDate(date: PlainDateText, language: Language, style: DateStyle): string {
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7)) - 1;
  const day = String(Number(date.slice(8, 10)));
  const short = nameAt(monthsShort[language], month);
  const weekday = dayOfWeek(date) - 1;
  switch (style) {
    case 'short':
      return `${day}${noBreakSpace}${short}`;
    case 'medium':
      return `${day}${noBreakSpace}${short}${noBreakSpace}${year}`;
    case 'weekday':
      return `${nameAt(daysShort[language], weekday)} ${day}${noBreakSpace}${short} ${year}`;
    case 'long':
      return `${nameAt(daysLong[language], weekday)} ${day}${noBreakSpace}${nameAt(monthsLong[language], month)} ${year}`;
    case 'month':
      return `${short} ${year}`;
    case 'numeric': {
      const mark = language === 'nl' ? '-' : '/';
      return [date.slice(8, 10), date.slice(5, 7), year].join(mark);
    }
  }
}

/** `4 sep` in the year of the reference date, `4 sep 2025` outside it. */
export const formatNearDate = (date: PlainDateText, reference: PlainDateText, language: Language): string =>
  formatDate(date, language, date.slice(0, 4) === reference.slice(0, 4) ? 'short' : 'medium');

/** The clock part of an instant (`09:14`), in the time zone of this computer. */
export const formatTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.parse(instant));

/** The calendar day and clock of an instant (`20 nov 09:14`), in the time zone of this computer. */
export function formatInstant(instant: string, language: Language): string {
  const moment = new Date(instant);
  return `${moment.getDate()}${noBreakSpace}${nameAt(monthsShort[language], moment.getMonth())} ${formatTime(instant, language)}`;
}

const dayWords = { nl: ['dag', 'dagen'], en: ['day', 'days'], fr: ['jour', 'jours'] } as const;
/** `1 dag`, `47 dagen`. */
export function formatDays(days: number, language: Language): string {
  const isOne = language === 'fr' ? Math.abs(days) < 2 : Math.abs(days) === 1;
  return `${formatNumber(days, language, 1)}${noBreakSpace}${dayWords[language][isOne ? 0 : 1]}`;
}

const listWords = { nl: 'en', en: 'and', fr: 'et' } as const;
/** `Kraanvogel, Tolletje en Inkhoorn`. */
export function formatList(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${listWords[language]} ${items.at(-1) ?? ''}`;
}

/** An IBAN in groups of four, joined by no-break spaces. Any other number or name of an account stays as it is. */
export const formatIban = (iban: string): string =>
  /^\s*[a-z]{2}\s?\d\s?\d/i.test(iban)
    ? (
        iban
          .replaceAll(/\s/g, '')
          .toUpperCase()
          .match(/.{1,4}/g) ?? []
      ).join(noBreakSpace)
    : iban;

const sizeUnits = ['kB', 'MB', 'GB'] as const;
/** `12 kB`, `3,4 MB` (steps of 1000). */
export function formatFileSize(bytes: number, language: Language): string {
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 1000 && unit < sizeUnits.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${formatNumber(unit === 0 ? Math.ceil(size) : size, language, unit === 0 ? 0 : 1)}${noBreakSpace}${sizeUnits[unit] ?? ''}`;
}
