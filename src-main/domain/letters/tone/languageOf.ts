/** In which language a text is written, told by its small words. Good for a paragraph or more; a short text has no answer. */
import type { LetterLanguage } from '../../../../src-shared/letter.ts';

const smallWords: Readonly<Record<LetterLanguage, readonly string[]>> = {
  nl: ['de', 'het', 'een', 'van', 'wij', 'uw', 'dat', 'niet', 'voor', 'met', 'zijn', 'aan', 'dan', 'dit', 'wordt', 'kunt', 'hebt', 'nog', 'bij', 'ons', 'onze', 'deze', 'is', 'op', 'te', 'er', 'geen', 'daarna', 'tot'],
  fr: ['le', 'la', 'les', 'des', 'du', 'une', 'nous', 'vous', 'votre', 'est', 'pour', 'avec', 'sur', 'pas', 'dans', 'que', 'qui', 'cette', 'ces', 'sont', 'par', 'ce', 'au', 'et', 'à', 'ne', 'en', 'aux'],
  en: ['the', 'a', 'of', 'we', 'you', 'your', 'is', 'not', 'for', 'with', 'are', 'this', 'that', 'will', 'have', 'been', 'by', 'if', 'our', 'to', 'and', 'on', 'be', 'it', 'from'],
  de: ['der', 'die', 'das', 'ein', 'eine', 'von', 'wir', 'sie', 'ihr', 'ihre', 'ist', 'nicht', 'für', 'mit', 'sind', 'dem', 'den', 'bis', 'und', 'uns', 'wird', 'zu', 'im', 'auf', 'diese', 'dieser', 'des', 'oder'],
};
const languages: readonly LetterLanguage[] = ['nl', 'fr', 'en', 'de'];
/** For each small word the languages that have it. */
const languagesOf: ReadonlyMap<string, readonly LetterLanguage[]> = languages
  .flatMap((language) => smallWords[language].map((word) => [word, language] as const))
  .reduce((all, [word, language]) => all.set(word, [...(all.get(word) ?? []), language]), new Map<string, readonly LetterLanguage[]>());
/** Fewer words than this say nothing. */
const fewestWords = 12;
const longestText = 20_000;

/** The language with most small words, or null when there are too few or two come close. */
export function languageOf(text: string): LetterLanguage | null {
  const words = text.slice(0, longestText).toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < fewestWords) return null;
  const found: Record<LetterLanguage, number> = { nl: 0, fr: 0, en: 0, de: 0 };
  for (const word of words) for (const language of languagesOf.get(word) ?? []) found[language] += 1;
  const counts = languages.map((language) => ({ language, count: found[language] })).toSorted((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (first === undefined || second === undefined || first.count < 4) return null;
  return first.count > second.count * 1.3 ? first.language : null;
}
