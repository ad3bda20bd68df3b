/**
 * Amounts and dates as a letter prints them (design/letters.md §6), from own tables: the version of ICU must not decide what a letter
 * says. Every blank inside an amount or a date is U+00A0, so that no line breaks there; minus is U+2212 in front.
 */
import { dayOfWeek, type PlainDateText } from '../../../src-shared/dates.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { percentOf, percentText } from '../law/exactShare.ts';

export const noBreakSpace = '\u00a0';
const minus = '\u2212';

type Names = readonly [string, ...string[]];
type LanguageNames = { readonly months: Names; readonly shortMonths: Names; readonly days: Names };
const words = (text: string): Names => text.split(' ') as unknown as Names;

const names: Readonly<Record<LetterLanguage, LanguageNames>> = {
  nl: {
    months: words('januari februari maart april mei juni juli augustus september oktober november december'),
    shortMonths: words('jan feb mrt apr mei jun jul aug sep okt nov dec'),
    days: words('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
  },
  en: {
    months: words('January February March April May June July August September October November December'),
    shortMonths: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    days: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  },
  fr: {
    months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    shortMonths: words('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
    days: words('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  },
  de: {
    months: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    shortMonths: words('Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.'),
    days: words('Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'),
  },
};

const marks: Readonly<Record<LetterLanguage, { readonly thousands: string; readonly decimal: string }>> = {
  nl: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
  fr: { thousands: noBreakSpace, decimal: ',' },
  de: { thousands: '.', decimal: ',' },
};

/** `1.270,50`, `−400,00`; without the currency, as in the cells of a table. */
export function formatLetterAmount(value: Cents, language: LetterLanguage): string {
  const { thousands, decimal } = marks[language];
  const magnitude = Math.abs(value);
  const whole = String(Math.floor(magnitude / 100));
  let grouped = '';
  for (let index = 0; index < whole.length; index += 1) {
    if (index > 0 && (whole.length - index) % 3 === 0) grouped += thousands;
    grouped += whole[index] ?? '';
  }
  return `${value < 0 ? minus : ''}${grouped}${decimal}${String(magnitude % 100).padStart(2, '0')}`;
}

/** nl `€ 3.169,50`, en `€11,420.00`, fr `7 709,85 €`, de `3.169,50 €`. */
export function formatLetterEuro(value: Cents, language: LetterLanguage): string {
  const amount = formatLetterAmount(value, language);
  switch (language) {
    case 'nl':
      return `€${noBreakSpace}${amount}`;
    case 'en':
      return value < 0 ? `${minus}€${amount.slice(1)}` : `€${amount}`;
    case 'fr':
    case 'de':
      return `${amount}${noBreakSpace}€`;
  }
}

const withDecimals = (whole: string, fraction: string, language: LetterLanguage): string => {
  const number = fraction === '' ? whole : `${whole}${marks[language].decimal}${fraction}`;
  return language === 'nl' || language === 'en' ? `${number}%` : `${number}${noBreakSpace}%`;
};

/** A percentage from decimal text, all its decimals: nl and en `10,125%` and `10.125%`, fr and de with a no-break space. */
export function formatLetterPercentText(percent: string, language: LetterLanguage): string {
  const [whole = '0', fraction = ''] = percentText(percentOf(percent)).split('.');
  return withDecimals(whole, fraction, language);
}

/** A percentage from basis points (1050 = 10.5). */
export function formatLetterPercent(basisPoints: number, language: LetterLanguage): string {
  const fraction = String(basisPoints % 100).padStart(2, '0');
  return withDecimals(String(Math.floor(basisPoints / 100)), fraction.replace(/0+$/, ''), language);
}

/**
 * A yearly rate as its country writes it, never cut: with two decimals at least in the Netherlands (10,40%, 8,125%), with as many as it
 * needs in Belgium (10,5%).
 */
export function formatLetterRate(percent: string, language: LetterLanguage, country: 'NL' | 'BE'): string {
  const [whole = '0', fraction = ''] = percentText(percentOf(percent)).split('.');
  return withDecimals(whole, country === 'BE' || fraction === '' ? fraction : fraction.padEnd(2, '0'), language);
}

const partsOf = (date: PlainDateText): { readonly year: string; readonly month: number; readonly day: number } => ({
  year: date.slice(0, 4),
  month: Number(date.slice(5, 7)) - 1,
  day: Number(date.slice(8, 10)),
});

const dayText = (day: number, language: LetterLanguage): string =>
  language === 'de' ? `${day}.` : language === 'fr' && day === 1 ? '1er' : String(day);
const joined = (...parts: readonly string[]): string => parts.join(noBreakSpace);

/** For tables: nl `27-11-2026`, fr `17/09/2026`, en `7 Aug 2026`, de `27.11.2026`. */
export function formatTableDate(date: PlainDateText, language: LetterLanguage): string {
  const { year, month, day } = partsOf(date);
  const numeric = (mark: string): string => [date.slice(8, 10), date.slice(5, 7), year].join(mark);
  switch (language) {
    case 'nl':
      return numeric('-');
    case 'fr':
      return numeric('/');
    case 'de':
      return numeric('.');
    case 'en':
      return joined(String(day), names.en.shortMonths[month] ?? '', year);
  }
}

/** `20 november 2026`, `1er décembre 2026`, `20. November 2026`. */
export function formatLongDate(date: PlainDateText, language: LetterLanguage): string {
  const { year, month, day } = partsOf(date);
  return joined(dayText(day, language), names[language].months[month] ?? '', year);
}

/** `27 november`; the year is added when it is another one than that of the letter. */
export function formatDayAndMonth(date: PlainDateText, language: LetterLanguage, today: PlainDateText): string {
  const { year, month, day } = partsOf(date);
  return year === today.slice(0, 4) ? joined(dayText(day, language), names[language].months[month] ?? '') : formatLongDate(date, language);
}

/** `vrijdag 27 november 2026`, `Friday 27 November 2026`, `Freitag, 27. November 2026`: for a deadline. */
export function formatDeadline(date: PlainDateText, language: LetterLanguage): string {
  const day = names[language].days[dayOfWeek(date) - 1] ?? '';
  return joined(language === 'de' ? `${day},` : day, formatLongDate(date, language));
}
