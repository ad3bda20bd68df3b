/** The two marks that a template knows: `{{field}}` and `**bold**`. Values are put in after the marks are read, so no value is ever markup. */
import type { LetterLanguage, LetterRun } from '../../../../src-shared/letter.ts';
import { noBreakSpace } from '../letterFormats.ts';

export type MarkupPart = { readonly kind: 'text' | 'field'; readonly value: string; readonly isBold: boolean; readonly start: number };
export type Markup = { readonly parts: readonly MarkupPart[]; readonly isBalanced: boolean };

const token = /\*\*|\{\{\s*([A-Za-z][A-Za-z0-9]{0,40})\s*\}\}|\{\{|\}\}/g;

/** A batch reads the same few texts thousands of times. */
const parsed = new Map<string, Markup>();
const mostParsed = 2_000;

/** Splits a text at its marks. Unbalanced when bold is not closed, or braces do not hold a name. */
export function parseMarkup(text: string): Markup {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const markup = readMarkup(text);
  parsed.set(text, markup);
  return markup;
}

function readMarkup(text: string): Markup {
  const parts: MarkupPart[] = [];
  let isBold = false;
  let isBalanced = true;
  let from = 0;
  const push = (kind: MarkupPart['kind'], value: string, start: number): void => {
    if (value !== '') parts.push({ kind, value, isBold, start });
  };
  for (const match of text.matchAll(token)) {
    push('text', text.slice(from, match.index), from);
    from = match.index + match[0].length;
    if (match[0] === '**') isBold = !isBold;
    else if (match[1] === undefined) isBalanced = false;
    else push('field', match[1], match.index);
  }
  push('text', text.slice(from), from);
  return { parts, isBalanced: isBalanced && !isBold };
}

/** The names of the merge fields in a text, in order, each once. */
export const fieldsIn = (text: string): readonly string[] => [
  ...new Set(parseMarkup(text).parts.flatMap((part) => (part.kind === 'field' ? [part.value] : []))),
];

/** Closes the gaps that an empty field leaves, and keeps together what must not be torn apart at the end of a line: an article and its number, and the marks before which French has a blank. */
export function bindWords(text: string, language: LetterLanguage): string {
  const tidy = text.replace(/ {2,}/g, ' ').replace(/(?<!\.)\.\.(?!\.)/g, '.').replace(language === 'fr' ? / (?=[.,])/g : / (?=[.,:;])/g, '');
  const bound = tidy.replace(/\b(art\.|Art\.|artikel|article|Artikel|KvK) (?=[\dIVX])/g, `$1${noBreakSpace}`);
  return language === 'fr' ? bound.replace(/ (?=[:;?!»])/g, noBreakSpace).replace(/« /g, `«${noBreakSpace}`) : bound;
}

/** The text with its fields filled, as runs. A field without value is left out; neighbours of one weight become one run. */
export function fillMarkup(text: string, valueOf: (field: string) => string, language: LetterLanguage): readonly LetterRun[] {
  const runs: { text: string; bold: boolean }[] = [];
  for (const part of parseMarkup(text).parts) {
    const value = part.kind === 'text' ? part.value : valueOf(part.value);
    const last = runs.at(-1);
    if (value === '') continue;
    if (last !== undefined && last.bold === part.isBold) last.text += value;
    else runs.push({ text: value, bold: part.isBold });
  }
  return runs.map((run) => ({ text: bindWords(run.text, language), bold: run.bold }));
}
