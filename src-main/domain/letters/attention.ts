/** Who a letter is for, read from a line such as `mevrouw A. de Boer, crediteuren`. */
export type Addressee = { readonly form: 'mr' | 'ms'; readonly surname: string };

const titles: readonly (readonly [RegExp, Addressee['form']])[] = [
  [/^(?:mevrouw|mevr\.?|mw\.?|madame|mme|ms\.?|mrs\.?|frau)\s+/i, 'ms'],
  // No `mr.` and no `m.`: in Dutch the first is a lawyer's title and the second an initial.
  [/^(?:de heer|dhr\.?|heer|meneer|monsieur|herrn?|mr)\s+/i, 'mr'],
];

const isInitials = (word: string): boolean => /^(?:\p{Lu}[\p{Ll}]{0,2}\.)+$/u.test(word) || /^\p{Lu}$/u.test(word);
const startsUpper = (word: string): boolean => /^\p{Lu}/u.test(word);

/** The title and surname, or null when the line names nobody by title: then the salutation is general rather than a guess. */
export function parseAddressee(line: string): Addressee | null {
  const person = line.replace(/^(?:t\.a\.v\.|ter attentie van|attn\.?|à l’attention de)\s+/i, '').split(',')[0] ?? '';
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
