/** In which language a letter is written: that of the customer, in the usage of the country whose law colours the wording. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { letterCountry, type LetterFacts } from './letterFacts.ts';
import type { LetterTexts } from './letterTexts.ts';
import { germanTexts } from './texts/de.ts';
import { englishTexts } from './texts/en.ts';
import { frenchTexts } from './texts/fr.ts';
import { dutchTexts } from './texts/nl.ts';

const makers: Readonly<Record<LetterLanguage, (country: 'NL' | 'BE') => LetterTexts>> = {
  nl: dutchTexts,
  fr: frenchTexts,
  en: englishTexts,
  de: germanTexts,
};
const made = new Map<string, LetterTexts>();

/** The words of a language and country; made once, as a batch asks for them a million times. */
export function letterTextsIn(language: LetterLanguage, country: 'NL' | 'BE'): LetterTexts {
  const key = `${language}-${country}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const texts = makers[language](country);
  made.set(key, texts);
  return texts;
}

export const letterTextsFor = (facts: Pick<LetterFacts, 'sender' | 'customer'>): LetterTexts =>
  letterTextsIn(facts.customer.language, letterCountry(facts));
