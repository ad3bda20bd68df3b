/**
 * A due date out of the free text of payment terms, for documents that state none. The longest period found wins, because shorter
 * ones are discount terms and asking too early is worse than a day late. A single period beside a discount proves nothing and is
 * left alone. What comes out is marked `terms-text`: a reading, not a fact.
 */
import { addDays, addMonths, lastDayOfMonth, parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';

export type TermsText = {
  /** Payment terms: everything in them is about payment. */
  readonly terms: readonly string[];
  /** Other notes: only sentences that speak of paying count. */
  readonly notes: readonly string[];
  readonly issueDate: PlainDateText;
};

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'januari', 'janvier', 'janv', 'januar'],
  ['february', 'feb', 'februari', 'fevrier', 'fevr', 'fev', 'februar'],
  ['march', 'mar', 'maart', 'mrt', 'mars', 'marz', 'maa'],
  ['april', 'apr', 'avril', 'avr'],
  ['may', 'mei', 'mai'],
  ['june', 'jun', 'juni', 'juin'],
  ['july', 'jul', 'juli', 'juillet', 'juil'],
  ['august', 'aug', 'augustus', 'aout'],
  ['september', 'sep', 'sept', 'septembre'],
  ['october', 'oct', 'okt', 'oktober', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'decembre', 'dez', 'dezember'],
];
const monthByName = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** The number (1 to 12) of a month name or abbreviation in Dutch, French, English or German, without accents; null for another word. */
export const monthNumber = (name: string): number | null => monthByName.get(plainText(name).replace(/\.$/, '')) ?? null;

/** Lower case without accents. */
const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const dateOf = (year: number, month: number, day: number): PlainDateText | null =>
  parsePlainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const periodPattern =
  /\b(\d{1,3}) {0,3}(dagen|dag|days|day|jours|jour|tagen|tage|tag|weken|week|weeks|semaines|wochen|maanden|maand|months|month|mois|monate|monat)\b/g;
const endOfMonth = /^[ ,.]{0,3}(?:na |netto )?(?:einde?(?: van de)? maand|end of (?:the )?month|eom\b|fin (?:de|du) mois|zum monatsende)/;
const namedDatePattern =
  /(?:\b(?:voor|tegen|op|by|before|on|avant le|au plus tard le|le|bis|bis zum|vervaldatum|due)\b[: ]{1,3})(\d{1,2})(?:e|er|st|nd|rd|th|\.)? ([a-z]{3,9})\.? (\d{4})\b/g;
const digitDatePattern =
  /\b(?:voor|tegen|op|uiterlijk|by|before|on|avant le|au plus tard le|le|bis|bis zum|vervaldatum|due date|due|echeance)\b[: ]{1,3}(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/g;
const isoDatePattern = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const atOncePattern =
  /\b(?:onmiddellijk|per omgaande|direct te voldoen|contante betaling|a reception|comptant|immediately|due on receipt|upon receipt|sofort)\b/;
const discountPattern = /korting|discount|skonto|escompte|kredietbeperking/;
const paymentPattern = /betaal|betal|voldoen|pay|paie|regl|zahl|vervald|echeance|termijn/;

function afterPeriod(issueDate: PlainDateText, count: number, unit: string): PlainDateText {
  if (/^(?:maand|month|mois|monat)/.test(unit)) return addMonths(issueDate, Math.min(count, 24));
  if (/^(?:we|sem|wo)/.test(unit)) return addDays(issueDate, Math.min(count, 104) * 7);
  return addDays(issueDate, count);
}

function candidatesIn(text: string, issueDate: PlainDateText): readonly PlainDateText[] {
  const found: PlainDateText[] = [];
  for (const match of text.matchAll(periodPattern)) {
    const date = afterPeriod(issueDate, Number(match[1]), match[2] ?? '');
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    found.push(endOfMonth.test(rest) ? lastDayOfMonth(date) : date);
  }
  for (const match of text.matchAll(namedDatePattern)) {
    const month = monthNumber(match[2] ?? '');
    const date = month === null ? null : dateOf(Number(match[3]), month, Number(match[1]));
    if (date !== null) found.push(date);
  }
  for (const match of text.matchAll(digitDatePattern)) {
    const date = dateOf(Number(match[3]), Number(match[2]), Number(match[1]));
    if (date !== null) found.push(date);
  }
  for (const match of text.matchAll(isoDatePattern)) {
    const date = dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
    if (date !== null) found.push(date);
  }
  if (found.length === 0 && atOncePattern.test(text)) found.push(issueDate);
  return found;
}

/** The due date that the words of a document name, or null when they name none that can be trusted. */
export function dueDateFromTerms({ terms, notes, issueDate }: TermsText): PlainDateText | null {
  const sentences = notes
    .flatMap((note) => plainText(note.slice(0, 5000)).split(/[.;\n]\s/))
    .filter((sentence) => paymentPattern.test(sentence));
  const texts = [
    ...terms.map((term) => plainText(term.slice(0, 5000)).replace(/\s+/g, ' ')),
    ...sentences.map((text) => text.replace(/\s+/g, ' ')),
  ];
  let latest: PlainDateText | null = null;
  for (const text of texts) {
    const candidates = new Set(candidatesIn(text, issueDate).filter((date) => date >= issueDate));
    if (candidates.size === 1 && discountPattern.test(text) && !/net(?:to)?\b/.test(text)) continue;
    for (const date of candidates) if (latest === null || date > latest) latest = date;
  }
  return latest;
}
