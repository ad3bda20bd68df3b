/** Our own template for a kind of letter, a language, a country and a kind of reader: what the editor starts from and resets to. */
import type { LetterLanguage } from '../../../../src-shared/letter.ts';
import type { LetterCountry, LetterCustomerKind, LetterKind, LetterTemplate, PieceCondition, TemplatePiece } from '../../../../src-shared/letterTemplate.ts';
import { dutchTemplateTexts } from './dutchTemplateTexts.ts';
import { englishTemplateTexts } from './englishTemplateTexts.ts';
import { frenchTemplateTexts } from './frenchTemplateTexts.ts';
import { germanTemplateTexts } from './germanTemplateTexts.ts';
import { blocksOfKind, subjectKeyOf } from './templateStructure.ts';
import type { TemplateTexts, TextKey } from './templateTexts.ts';

export const templateTextsIn: Readonly<Record<LetterLanguage, TemplateTexts>> = {
  nl: dutchTemplateTexts,
  fr: frenchTemplateTexts,
  en: englishTemplateTexts,
  de: germanTemplateTexts,
};
const made = new Map<string, LetterTemplate>();

/**
 * The template with our words. Of a kind that belongs to one country or reader only (`fourteen-day-letter`, `belgian-first-reminder`) the
 * others get it too, so that an editor can show it; a letter of it for them is refused by its facts.
 */
export function defaultTemplate(
  kind: LetterKind,
  language: LetterLanguage,
  { country, customerKind }: { readonly country: LetterCountry; readonly customerKind: LetterCustomerKind },
): LetterTemplate {
  const name = [kind, language, country, customerKind].join('/');
  const known = made.get(name);
  if (known !== undefined) return known;
  const texts = templateTextsIn[language];
  const make = (key: TextKey, when: PieceCondition, isLegal: boolean): TemplatePiece => {
    const text = texts[key];
    return { key, when, isLegal, ours: typeof text === 'string' ? text : text[country], own: null };
  };
  const template: LetterTemplate = {
    kind,
    language,
    country,
    customerKind,
    subject: make(subjectKeyOf(kind), 'always', false),
    blocks: blocksOfKind(kind, { country, customerKind }, make),
    isLegalUnlocked: false,
    layout: null,
  };
  made.set(name, template);
  return template;
}
