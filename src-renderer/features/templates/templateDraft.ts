/** Changes to a draft of a template as plain data; the window only shows what comes of them. */
import type { MergeField } from '../../../src-shared/mergeFields.ts';
import type { Block, Piece, TemplateWords, ToneFlag } from './templateTypes.ts';

/** What stands in the piece now. */
export const textIn = (words: TemplateWords, piece: Pick<Piece, 'key' | 'ours'>): string => (Object.hasOwn(words.own, piece.key) ? (words.own[piece.key] ?? piece.ours) : piece.ours);

const without = (own: TemplateWords['own'], keys: ReadonlySet<string>): TemplateWords['own'] => Object.fromEntries(Object.entries(own).filter(([key]) => !keys.has(key)));

/** The draft with another text in one piece; our own text is no change. */
export function withText(words: TemplateWords, { key, ours }: Pick<Piece, 'key' | 'ours'>, text: string): TemplateWords {
  return { ...words, own: text === ours ? without(words.own, new Set([key])) : { ...words.own, [key]: text } };
}

/** Locking puts our legal texts back: what the law asks may not stay changed behind a lock. */
export function withLock(words: TemplateWords, blocks: readonly Block[], isLocked: boolean): TemplateWords {
  if (!isLocked) return { ...words, isLegalUnlocked: true };
  const legal = new Set(blocks.flatMap((block) => block.pieces.filter((piece) => piece.isLegal).map((piece) => piece.key)));
  return { ...words, isLegalUnlocked: false, own: without(words.own, legal) };
}

export const isSame = (one: TemplateWords, other: TemplateWords): boolean => {
  const sorted = (words: TemplateWords): string => JSON.stringify([words.isLegalUnlocked, Object.entries(words.own).toSorted(([a], [b]) => (a < b ? -1 : 1)), words.layout?.order ?? null, words.layout?.removed.toSorted() ?? null]);
  return sorted(one) === sorted(other);
};

/** What is being typed of a merge field before the caret: where its braces begin and the name so far; null when none is begun. */
export function fieldBegunAt(text: string, caret: number): { readonly start: number; readonly name: string } | null {
  const found = /\{\{\s?([A-Za-z0-9]{0,40})$/.exec(text.slice(Math.max(0, caret - 50), caret));
  return found === null ? null : { start: caret - found[0].length, name: found[1] ?? '' };
}

/** The fields whose name or description holds what was typed, those that begin with it first. */
export function fieldsLike(typed: string, fields: readonly MergeField[], nameOf: (field: MergeField) => string): readonly MergeField[] {
  const wanted = typed.toLowerCase();
  const rank = (field: MergeField): number => {
    const [code, name] = [field.toLowerCase(), nameOf(field).toLowerCase()];
    if (code.startsWith(wanted) || name.startsWith(wanted)) return 0;
    return code.includes(wanted) || name.includes(wanted) ? 1 : 2;
  };
  return fields.filter((field) => rank(field) < 2).toSorted((a, b) => rank(a) - rank(b));
}

/** Where a merge field that is a problem stands: from its braces to their end. Empty when it was changed since. */
export function placesOfField(text: string, field: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/\{\{\s*([A-Za-z][A-Za-z0-9]{0,40})\s*\}\}/g)].flatMap((match) => (match[1] === field ? [{ start: match.index, end: match.index + match[0].length }] : []));
}

/** A merge field at a place in a text, in place of what was selected there; with the place after it. */
export function withField(text: string, field: MergeField, at: { readonly start: number; readonly end: number }): { readonly text: string; readonly caret: number } {
  const mark = `{{${field}}}`;
  return { text: `${text.slice(0, at.start)}${mark}${text.slice(at.end)}`, caret: at.start + mark.length };
}

/** Where a wording leaves room for a date that follows it: `op …`, `le …`, `by …`, `am …`. */
const roomForDate = /(?<![\p{L}])(op|le|by|on|am|bis|zum|before) …$/iu;

/** A better wording as it can be put in, with merge fields in the places of its dates. Null: it is advice, not a wording. */
export function wordingOf(flag: Pick<ToneFlag, 'flaw' | 'phrase' | 'better'>, fields: readonly MergeField[]): string | null {
  const { flaw, phrase, better } = flag;
  if (flaw === 'apologetic') return '';
  if (flaw === 'shouting') return phrase.startsWith('!') ? '.' : `${phrase.slice(0, 1)}${phrase.slice(1).toLowerCase()}`;
  const isAdvice = /^\p{Ll}/u.test(better) && better.split(' ').length > 4;
  if (isAdvice) return null;
  const payBy = fields.includes('payBy') ? '{{payBy}}' : '…';
  const next = fields.includes('nextStepOn') ? '{{nextStepOn}}' : '…';
  const dated = better.replace(roomForDate, `$1 ${payBy}`).replace(/\((?:datum|date)\)/iu, flaw === 'threatening' ? next : payBy);
  return dated.replace(/ …$/u, '');
}

/** The text with the flagged phrase replaced; a phrase that is left out takes one of the blanks around it along. */
export function withWording(text: string, { start, end }: Pick<ToneFlag, 'start' | 'end'>, wording: string): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (wording !== '') return `${before}${wording}${after}`;
  const joined = before === '' ? after.replace(/^[\s,]+/u, '') : `${before.trimEnd()}${after}`;
  return before === '' ? `${joined.slice(0, 1).toUpperCase()}${joined.slice(1)}` : joined;
}
