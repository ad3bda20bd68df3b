import type { LetterLanguage } from '../../../src-shared/letter.ts';

/** Who a letter is for, read from a line such as `mevrouw A. de Boer, crediteuren`. */
export type Addressee = { readonly form: 'mr' | 'ms'; readonly surname: string };

const titles: readonly (readonly [RegExp, Addressee['form']])[] = [
  [/^(?:mevrouw|mevr\.?|mw\.?|madame|mme|ms\.?|mrs\.?|frau)\s+/i, 'ms'],
  // No `mr.` and no `m.`: in Dutch the first is a lawyer's title and the second an initial.
  [/^(?:de heer|dhr\.?|heer|meneer|monsieur|herrn?|mr)\s+/i, 'mr'],
];

const leadIn = /^(?:t\.a\.v\.|ter attentie van|attn[.:]?|à l[’']attention de|z\. ?hd\.)\s+/i;

/** How an address line names somebody, and which titles already belong to that language. */
const titlesIn: Readonly<Record<LetterLanguage, Readonly<Record<Addressee['form'], string>> & { readonly own: RegExp }>> = {
  nl: { ms: 'mevrouw', mr: 'de heer', own: /^(?:mevrouw|mevr|mw|de heer|dhr|heer|meneer)\b/i },
  fr: { ms: 'Mme', mr: 'M.', own: /^(?:madame|mme|monsieur)\b/i },
  en: { ms: 'Ms', mr: 'Mr', own: /^(?:mrs?|ms)\b/i },
  de: { ms: 'Frau', mr: 'Herrn', own: /^(?:frau|herrn)\b/i },
};

/**
 * The line in the language of the letter: `de heer P. Hoekstra` is `M. P. Hoekstra` in French, or "À l’attention de de heer" would stand in the
 * address. Names stay as they were typed; a Dutch article before a function (`de penningmeester`) goes where Dutch is not written.
 */
export function attentionIn(line: string, language: LetterLanguage): string {
  const person = line.replace(leadIn, '');
  const words = titlesIn[language];
  if (words.own.test(person)) return person;
  for (const [pattern, form] of titles) if (pattern.test(person)) return person.replace(pattern, `${words[form]} `);
  return language === 'nl' ? person : person.replace(/^(?:de|het)\s+/, '');
}

const isInitials = (word: string): boolean => /^(?:\p{Lu}[\p{Ll}]{0,2}\.)+$/u.test(word) || /^\p{Lu}$/u.test(word);
const startsUpper = (word: string): boolean => /^\p{Lu}/u.test(word);

/** The title and surname, or null when the line names nobody by title: then the salutation is general rather than a guess. */
export function parseAddressee(line: string): Addressee | null {
  const person = line.replace(leadIn, '').split(',')[0] ?? '';
  for (const [pattern, form] of titles) {
    if (!pattern.test(person)) continue;
    const words = person
      .replace(pattern, '')
      .split(/\s+/)
      .filter((word) => word !== '');
    const withoutInitials = words.filter((word, index) => !(isInitials(word) && index < words.length - 1));
    // Without initials the first word is a given name, unless it is the only one or a prefix such as "van".
    const hasGivenName = withoutInitials.length === words.length && words.length > 1 && startsUpper(words[0] ?? '');
    const surname = (hasGivenName ? withoutInitials.slice(1) : withoutInitials).join(' ');
    return surname === '' ? null : { form, surname: `${surname.slice(0, 1).toUpperCase()}${surname.slice(1)}` };
  }
  return null;
}
