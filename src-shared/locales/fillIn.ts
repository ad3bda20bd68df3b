import { plainDate, parsePlainDate } from '../dates.ts';
import { cents } from '../money.ts';
import { formatAmount, formatDate, formatDays, formatIban, formatNumber, formatWholeEuros } from './formatters.ts';
import type { Language } from './languages.ts';
import { stepName } from './stepName.ts';

/**
 * Puts parameters into a message. A mark is `{{name}}` or `{{name, form}}`; amounts travel as cents and dates as `YYYY-MM-DD`, and
 * only here become text. `{{name, plural(one: regel; other: regels)}}` is the words that belong to the figure, without the figure itself. A
 * mark without a parameter becomes an en dash, so that no braces reach the reader.
 */
export type MessageParams = Readonly<Record<string, string | number>>;

const pluralRules: Readonly<Record<Language, Intl.PluralRules>> = { nl: new Intl.PluralRules('nl'), en: new Intl.PluralRules('en'), fr: new Intl.PluralRules('fr') };

/** The words for one or for several, as the language counts: in French nothing is singular too. What is no figure is several. */
export function pluralWords(value: string | number, language: Language, words: { readonly one: string; readonly other: string }): string {
  const count = Number(value);
  return Number.isFinite(count) && pluralRules[language].select(count) === 'one' ? words.one : words.other;
}

/** `one: regel; other: regels` as words. Neither may hold a semicolon, which parts them, or a round bracket, which ends them. */
function wordsIn(text: string): { readonly one: string; readonly other: string } {
  const named = new Map(text.split(';').map((part) => [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()] as const));
  const other = named.get('other') ?? '';
  return { one: named.get('one') ?? other, other };
}

/** The forms a mark can ask for; the interface's own message system offers the same. */
export const messageForms = {
  amount: (value, language) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? formatAmount(cents(value), language) : String(value),
  euros: (value, language) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? formatWholeEuros(cents(value), language) : String(value),
  date: (value, language) => dateText(value, language, 'medium'),
  shortDate: (value, language) => dateText(value, language, 'short'),
  longDate: (value, language) => dateText(value, language, 'long'),
  days: (value, language) => (typeof value === 'number' ? formatDays(value, language) : String(value)),
  number: (value, language) => (typeof value === 'number' ? formatNumber(value, language, 1) : String(value)),
  /** A rate as figures, `10,15`: every decimal that it has, up to six. */
  rate: (value, language) => (typeof value === 'number' ? formatNumber(value, language, 6) : String(value)),
  iban: (value) => formatIban(String(value)),
  step: (value, language) => stepName(String(value), language),
} as const satisfies Record<string, (value: string | number, language: Language) => string>;
export type MessageForm = keyof typeof messageForms;

const isForm = (text: string): text is MessageForm => Object.hasOwn(messageForms, text);

function dateText(value: string | number, language: Language, style: 'medium' | 'short' | 'long'): string {
  const text = String(value);
  return parsePlainDate(text) === null ? text : formatDate(plainDate(text), language, style);
}

/** A name that ends in a full stop, `B.V.`, ends a sentence with it; three dots stay. */
export const withOneStop = (text: string): string => text.replaceAll(/(?<!\.)\.\.(?=\s|$)/g, '.');

export function fillIn(text: string, params: MessageParams, language: Language): string {
  const filled = text.replaceAll(/\{\{(\w{1,40})(?:, ?(\w{1,20})(?:\(([^(){}]{0,200})\))?)?\}\}/g, (_mark, name: string, form: string | undefined, words: string | undefined) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return '–';
    if (words !== undefined && form === 'plural') return pluralWords(value, language, wordsIn(words));
    return form !== undefined && isForm(form) ? messageForms[form](value, language) : String(value);
  });
  return withOneStop(filled);
}
