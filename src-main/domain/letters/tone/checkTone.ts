/** Looks a text over for words that weaken a letter (requirement 21): vague, apologetic, threatening, or shouting. */
import type { LetterLanguage } from '../../../../src-shared/letter.ts';
import type { ToneFlag, ToneFlaw } from '../../../../src-shared/letterTemplate.ts';
import { plainWriting, tonePhrases } from './tonePhrases.ts';

type Rule = { readonly flaw: ToneFlaw; readonly pattern: RegExp; readonly better: string };
/** Longer texts are looked at up to here; no letter is as long. */
const longestText = 20_000;
/** Words in capitals, and exclamation marks. Short capitals are names of numbers and laws (IBAN, KvK, BW). */
const shouting = String.raw`!+|(?<![\p{L}\d])\p{Lu}{3,}(?: \p{Lu}{2,})+(?![\p{L}\d])|(?<![\p{L}\d])\p{Lu}{6,}(?![\p{L}\d])`;

const compiled = new Map<LetterLanguage, readonly Rule[]>();
function rulesOf(language: LetterLanguage): readonly Rule[] {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const rules: readonly Rule[] = [
    ...tonePhrases[language].map(({ flaw, pattern, better }) => ({ flaw, better, pattern: new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu') })),
    { flaw: 'shouting', better: plainWriting[language], pattern: new RegExp(shouting, 'gu') },
  ];
  compiled.set(language, rules);
  return rules;
}

/** Letters, apostrophes and blanks as people type them, one for one, so that positions stay. */
const plain = (text: string): string => text.slice(0, longestText).replaceAll('\u00a0', ' ').replaceAll('’', "'");

/**
 * The phrases that do not belong in a letter, in the order of the text and none inside another. An apology is in place in one letter only:
 * where our own message was wrong (`mayApologise`).
 */
export function checkTone(text: string, language: LetterLanguage, { mayApologise }: { readonly mayApologise: boolean }): readonly ToneFlag[] {
  const words = plain(text);
  const found = rulesOf(language).flatMap(({ flaw, pattern, better }) =>
    mayApologise && flaw === 'apologetic'
      ? []
      : [...words.matchAll(pattern)].map((match) => {
          const end = match.index + match[0].length;
          return { flaw, better, start: match.index, end, phrase: text.slice(match.index, end) };
        }),
  );
  const flags: ToneFlag[] = [];
  for (const flag of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (flag.start >= (flags.at(-1)?.end ?? 0)) flags.push(flag);
  }
  return flags;
}
