/** Where the blocks of a draft stand, and what moving, leaving out and adding make of it, as plain data. */
import { freshOwnName, fullOrder, headingKeyOf, isOwnBlock, mostOwnBlocks, movedBlock, orderRulesOf, shownOrder, tidyLayout, withShown } from '../../../src-shared/templateLayout.ts';
import type { Block, Piece, TemplateView, TemplateWords } from './templateTypes.ts';

type Editing = { readonly view: Pick<TemplateView, 'key' | 'blocks'>; readonly words: TemplateWords };
/** A block in its place: one of ours, an own paragraph, or one that was left out and can come back. */
export type Placed = { readonly name: string; readonly block: Block | null; readonly isRemoved: boolean };

const oursIn = ({ view }: Editing): readonly string[] => view.blocks.flatMap(({ name, type }) => (type === 'subject' ? [] : [name]));
const removedIn = ({ words }: Editing): readonly string[] => words.layout?.removed ?? [];
const fullIn = (editing: Editing): readonly string[] => fullOrder(oursIn(editing), editing.words.layout ?? null);
const shownIn = (editing: Editing): readonly string[] => shownOrder(oursIn(editing), editing.words.layout ?? null);
const rulesIn = (editing: Editing) => orderRulesOf(editing.view.key, oursIn(editing));

/** All blocks in the order of the draft, those left out in the place to which they come back. */
export function placedIn(editing: Editing): readonly Placed[] {
  const removed = removedIn(editing);
  return fullIn(editing).map((name) => ({ name, block: editing.view.blocks.find((block) => block.name === name) ?? null, isRemoved: removed.includes(name) }));
}
export const isPieceRemoved = (words: TemplateWords, piece: Pick<Piece, 'key'>): boolean => words.layout?.removed.includes(piece.key) === true;

/** The words of an own paragraph, which have no words of ours beside them. */
export const ownPiece = (key: string): Piece => ({ key, when: 'always', isLegal: false, isRequired: true, ours: '', own: null });
export const ownPieces = (name: string): readonly [heading: Piece, text: Piece] => [ownPiece(headingKeyOf(name)), ownPiece(name)];

function withLayout(editing: Editing, order: readonly string[], removed: readonly string[]): TemplateWords {
  const { words } = editing;
  const layout = tidyLayout(oursIn(editing), { order, removed });
  const { isLegalUnlocked, own } = words;
  return layout === null ? { isLegalUnlocked, own } : { isLegalUnlocked, own, layout: { order: [...layout.order], removed: [...layout.removed] } };
}

const dropWords = (words: TemplateWords, keys: readonly string[]): TemplateWords => ({ ...words, own: Object.fromEntries(Object.entries(words.own).filter(([key]) => !keys.includes(key))) });

/** The draft with a block one step up or down, what belongs to it included; null where it may not go. */
export function withMoved(editing: Editing, name: string, step: -1 | 1): TemplateWords | null {
  const shown = movedBlock(shownIn(editing), { name, step }, rulesIn(editing));
  return shown === null ? null : withLayout(editing, withShown(fullIn(editing), shown, removedIn(editing)), removedIn(editing));
}

/** The place of a block among those that stand in the letter, counted from one. */
export const placeOf = (editing: Editing, name: string): { readonly place: number; readonly count: number } => ({ place: shownIn(editing).indexOf(name) + 1, count: shownIn(editing).length });

/** The draft without a block or a sentence; an own paragraph is gone with its words, ours leave theirs behind. */
export function withoutPart(editing: Editing, name: string): TemplateWords {
  const { view } = editing;
  if (isOwnBlock(name)) {
    const words = dropWords(editing.words, [name, headingKeyOf(name)]);
    return withLayout({ view, words }, fullIn(editing).filter((other) => other !== name), removedIn(editing));
  }
  const pieces = view.blocks.find((block) => block.name === name)?.pieces.map(({ key }) => key) ?? [name];
  return withLayout({ view, words: dropWords(editing.words, pieces) }, fullIn(editing), [...removedIn(editing), name]);
}

/** The draft with a block or sentence of ours that had been left out. */
export const withPart = (editing: Editing, name: string): TemplateWords => withLayout(editing, fullIn(editing), removedIn(editing).filter((other) => other !== name));

/** The draft with one more paragraph, above the closing; null when there are as many as a letter holds. */
export function withOwnBlock(editing: Editing): { readonly words: TemplateWords; readonly name: string } | null {
  const full = fullIn(editing);
  if (full.filter(isOwnBlock).length >= mostOwnBlocks) return null;
  const name = freshOwnName(full);
  const end = full.indexOf(rulesIn(editing).last);
  const at = end < 0 ? full.length : end;
  return { name, words: withLayout(editing, [...full.slice(0, at), name, ...full.slice(at)], removedIn(editing)) };
}
