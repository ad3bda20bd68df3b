import { type LetterTemplate, piecesOf, type TemplateBlock, type TemplatePiece } from './letterTemplate.ts';

/**
 * What a user changed in a template of ours: his own words by the key of the piece, and whether the legal pieces may be changed. Nothing
 * else is kept, so that a text of ours that was improved reaches everybody who did not replace it.
 */
export type TemplateWords = { readonly isLegalUnlocked: boolean; readonly own: Readonly<Record<string, string>> };

export const oursAlone: TemplateWords = { isLegalUnlocked: false, own: {} };

/** Own words of which the piece is gone are left out. */
export function withWords(ours: LetterTemplate, { isLegalUnlocked, own }: TemplateWords): LetterTemplate {
  const worded = (piece: TemplatePiece): TemplatePiece => {
    const words = Object.hasOwn(own, piece.key) ? own[piece.key] : undefined;
    return { ...piece, own: words === undefined || words === piece.ours ? null : words };
  };
  const blockWith = (block: TemplateBlock): TemplateBlock => {
    switch (block.type) {
      case 'paragraph':
      case 'points':
        return { ...block, pieces: block.pieces.map(worded) };
      case 'amounts':
        return { ...block, note: block.note.map(worded) };
      case 'heading':
        return { ...block, piece: worded(block.piece) };
      case 'closing':
        return { ...block, greeting: worded(block.greeting) };
      case 'salutation':
      case 'documents':
      case 'payment':
      case 'aging':
      case 'instalments':
      case 'signatures':
        return block;
    }
  };
  return { ...ours, subject: worded(ours.subject), blocks: ours.blocks.map(blockWith), isLegalUnlocked };
}

/** The changes in a template, in the order of the letter. The inverse of `withWords` as far as the pieces still exist. */
export function wordsIn(template: LetterTemplate): TemplateWords {
  const own = piecesOf(template).flatMap(({ piece }): readonly (readonly [string, string])[] => (piece.own === null || piece.own === piece.ours ? [] : [[piece.key, piece.own]]));
  return { isLegalUnlocked: template.isLegalUnlocked, own: Object.fromEntries(own) };
}

/** Whether anything of it differs from ours. */
export const isChanged = ({ isLegalUnlocked, own }: TemplateWords): boolean => isLegalUnlocked || Object.keys(own).length > 0;
