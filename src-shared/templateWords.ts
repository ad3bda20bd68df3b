import { blockName, type LetterTemplate, piecesOf, type TemplateBlock, type TemplateLayout, type TemplatePiece } from './letterTemplate.ts';
import { headingKeyOf, isOwnBlock, shownOrder, tidyLayout } from './templateLayout.ts';

/**
 * What a user changed in a template of ours: his own words by the key of the piece, whether the legal pieces may be changed, and where he
 * put the blocks. Nothing else is kept, so that a text of ours that was improved reaches everybody who did not replace it.
 */
export type TemplateWords = {
  readonly isLegalUnlocked: boolean;
  readonly own: Readonly<Record<string, string>>;
  /** Absent: all blocks of ours, in our order. */
  readonly layout?: TemplateLayout | undefined;
};

export const oursAlone: TemplateWords = { isLegalUnlocked: false, own: {} };

type Own = TemplateWords['own'];

const worded =
  (own: Own) =>
  (piece: TemplatePiece): TemplatePiece => {
    const words = Object.hasOwn(own, piece.key) ? own[piece.key] : undefined;
    return { ...piece, own: words === undefined || words === piece.ours ? null : words };
  };

function ownBlock(name: string, own: Own): TemplateBlock {
  const piece = (key: string): TemplatePiece => worded(own)({ key, when: 'always', isLegal: false, ours: '', own: null });
  return { type: 'own', name, heading: piece(headingKeyOf(name)), text: piece(name) };
}

function blockWith(block: TemplateBlock, own: Own, removed: readonly string[]): TemplateBlock {
  const word = worded(own);
  const kept = (pieces: readonly TemplatePiece[]): readonly TemplatePiece[] => pieces.filter((piece) => !removed.includes(piece.key)).map(word);
  switch (block.type) {
    case 'paragraph':
    case 'points':
      return { ...block, pieces: kept(block.pieces) };
    case 'amounts':
      return { ...block, note: kept(block.note) };
    case 'heading':
      return { ...block, piece: word(block.piece) };
    case 'closing':
      return { ...block, greeting: word(block.greeting) };
    case 'own':
      return { ...block, heading: word(block.heading), text: word(block.text) };
    case 'salutation':
    case 'documents':
    case 'payment':
    case 'aging':
    case 'instalments':
    case 'signatures':
      return block;
  }
}

/** Own words of which the piece is gone are left out. */
export function withWords(ours: LetterTemplate, { isLegalUnlocked, own, layout: wanted }: TemplateWords): LetterTemplate {
  const names = ours.blocks.map(blockName);
  const layout = tidyLayout(names, wanted ?? null);
  const blocks = shownOrder(names, layout).flatMap((name) => {
    if (isOwnBlock(name)) return [ownBlock(name, own)];
    const block = ours.blocks.find((one) => blockName(one) === name);
    return block === undefined ? [] : [blockWith(block, own, layout?.removed ?? [])];
  });
  return { ...ours, subject: worded(own)(ours.subject), blocks, isLegalUnlocked, layout };
}

/** The changes in a template, in the order of the letter. The inverse of `withWords` as far as the pieces still exist. */
export function wordsIn(template: LetterTemplate): TemplateWords {
  const own = piecesOf(template).flatMap(({ piece }): readonly (readonly [string, string])[] => (piece.own === null || piece.own === piece.ours ? [] : [[piece.key, piece.own]]));
  return { isLegalUnlocked: template.isLegalUnlocked, own: Object.fromEntries(own), ...(template.layout === null ? {} : { layout: template.layout }) };
}

/** Whether anything of it differs from ours. */
export const isChanged = ({ isLegalUnlocked, own, layout }: TemplateWords): boolean => isLegalUnlocked || Object.keys(own).length > 0 || layout !== undefined;
